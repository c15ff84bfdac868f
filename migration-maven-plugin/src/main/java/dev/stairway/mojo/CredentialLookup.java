package dev.stairway.mojo;

import dev.stairway.problem.ProblemException;
import dev.stairway.secret.Credentials;
import dev.stairway.secret.PasswordFile;
import dev.stairway.secret.Secrets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/**
 * Finds credentials where they belong: in a {@code <server>} of {@code settings.xml}, in a file, in a variable of the
 * environment; in this order. The run knows them as secrets from then on.
 */
final class CredentialLookup {

    private final Settings settings;
    private final SettingsDecrypter decrypter;
    private final Map<String, String> environment;
    private final Secrets secrets;

    CredentialLookup(Settings settings, SettingsDecrypter decrypter, Map<String, String> environment, Secrets secrets) {
        this.settings = settings;
        this.decrypter = decrypter;
        this.environment = environment;
        this.secrets = secrets;
    }

    /** Nobody in particular where nothing is named. */
    Credentials find(CredentialSettings named) {
        Credentials found = look(named);
        secrets.add(named.owner(), found.password());
        return found.as(named.user());
    }

    /** Reads secrets that are parameters. */
    SecretReference references(Path base) {
        return new SecretReference(
                environment,
                base,
                id -> SettingsServer.decrypted("secretParameters", id, settings, decrypter)
                        .getPassword());
    }

    /**
     * An address that may be a secret: itself, or {@code env:NAME}, {@code file:PATH} or {@code server:ID}.
     *
     * @param base directory of the project
     * @return empty where the variable is not set
     */
    String address(String reference, Path base) {
        String[] parts = reference.split(":", 2);
        String place = parts.length == 2 ? parts[1].strip() : "";
        return switch (parts[0]) {
            case "env" -> environment.getOrDefault(place, "").strip();
            case "file" -> PasswordFile.read(base.resolve(place), "url");
            case "server" -> serverPassword(place);
            default -> reference;
        };
    }

    /** @param id empty where nothing is left of a property that is not set */
    private String serverPassword(String id) {
        if (id.isEmpty()) {
            throw ProblemException.setup(
                    "<url> of a <webhook> names no server",
                    "<webhooks> in the pom",
                    "it is server: and nothing else",
                    "Write server:ID with the id of a <server> in settings.xml; where a property stands for it, set that",
                    null);
        }
        return Objects.requireNonNullElse(
                SettingsServer.decrypted("url", id, settings, decrypter).getPassword(), "");
    }

    private Credentials look(CredentialSettings named) {
        Server server = SettingsServer.decrypted(named.parameter("ServerId"), named.serverId(), settings, decrypter);
        if (server != null) {
            return new Credentials(server.getUsername(), server.getPassword());
        }
        if (named.passwordFile() != null) {
            return new Credentials(
                    "", PasswordFile.read(named.passwordFile().toPath(), named.parameter("PasswordFile")));
        }
        return new Credentials("", named.passwordEnv() == null ? "" : environment.get(named.passwordEnv()));
    }
}
