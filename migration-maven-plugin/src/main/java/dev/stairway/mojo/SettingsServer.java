package dev.stairway.mojo;

import dev.stairway.problem.ProblemException;
import java.util.regex.Pattern;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.building.SettingsProblem;
import org.apache.maven.settings.crypto.DefaultSettingsDecryptionRequest;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.apache.maven.settings.crypto.SettingsDecryptionResult;

/**
 * A {@code <server>} of the user's {@code settings.xml}, its password decrypted.
 *
 * @see <a href="https://maven.apache.org/guides/mini/guide-encryption.html">Password encryption</a>
 */
final class SettingsServer {

    private SettingsServer() {}

    /** What Maven leaves where it could not decrypt; a password of that look is written with a backslash in front. */
    private static final Pattern ENCRYPTED = Pattern.compile("\\{[A-Za-z0-9+/=\\[\\]:;,_. -]{20,}}");

    /**
     * Looks it up.
     *
     * @param parameter that names the server, for messages
     * @param id null for none
     * @return null where none was asked for
     */
    static Server decrypted(String parameter, String id, Settings settings, SettingsDecrypter decrypter) {
        if (id == null || id.isBlank()) {
            return null;
        }
        Server server = settings.getServer(id);
        if (server == null) {
            throw problem("The settings have no server " + id, "Add it to <servers> in settings.xml", parameter, id);
        }
        SettingsDecryptionResult result = decrypter.decrypt(new DefaultSettingsDecryptionRequest(server));
        if (result.getProblems().stream().anyMatch(SettingsServer::serious)) {
            throw problem(
                    "The password of the server " + id + " cannot be decrypted",
                    "Check settings-security.xml, and encrypt the password again",
                    parameter,
                    id);
        }
        String password = result.getServer().getPassword();
        if (password != null && ENCRYPTED.matcher(password).matches()) {
            throw problem(
                    "The password of the server " + id + " is still encrypted",
                    "Encrypt it for this version of Maven: mvn --encrypt-password with Maven 3, mvnenc with Maven 4",
                    parameter,
                    id);
        }
        return result.getServer();
    }

    private static boolean serious(SettingsProblem problem) {
        return problem.getSeverity() != SettingsProblem.Severity.WARNING;
    }

    private static ProblemException problem(String what, String next, String parameter, String id) {
        return ProblemException.setup(what, "<" + parameter + "> is " + id, "", next, null);
    }
}
