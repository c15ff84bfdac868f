package dev.stairway.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stairway.problem.ProblemException;
import dev.stairway.secret.Credentials;
import dev.stairway.secret.Secrets;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.apache.maven.settings.crypto.SettingsDecryptionResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class CredentialLookupTest {

    @TempDir
    private Path directory;

    private final Secrets secrets = new Secrets();

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void theFirstThatIsNamedIsAsked() throws IOException {
        File file = file("of-the-file").toFile();

        assertThat(find("shop", file, "SHOP")).isEqualTo(new Credentials("ann", "of-the-server"));
        assertThat(find(null, file, "SHOP")).isEqualTo(new Credentials("", "of-the-file"));
        assertThat(find(null, null, "SHOP")).isEqualTo(new Credentials("", "of-the-variable"));
        assertThat(find(null, null, "UNSET")).isEqualTo(Credentials.NONE);
        assertThat(find(null, null, null)).isEqualTo(Credentials.NONE);
    }

    @Test
    void theOneThatIsNamedIsNotReplacedByAnother() {
        File gone = directory.resolve("gone").toFile();

        assertThatThrownBy(() -> find(null, gone, "SHOP"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("does not exist");
        assertThatThrownBy(() -> find("other", null, "SHOP"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("have no server other");
    }

    @Test
    void whatWasFoundIsHiddenFromThenOn() {
        find("shop", null, null);

        assertThat(secrets.mask().of("it is of-the-server")).isEqualTo("it is ***");
    }

    @Test
    void theUserThatIsNamedComesFirst() {
        Credentials found = lookup("of-the-server").find(new CredentialSettings("shop", "bob", "shop", null, null));

        assertThat(found.user()).isEqualTo("bob");
        assertThat(found.password()).isEqualTo("of-the-server");
    }

    @Test
    void aPasswordThatStayedEncryptedIsRefused() {
        String encrypted = "{COQLCE6DU6GtcS5P+gXcAMhkR9FQPWnhzXZ4=}";

        assertThatThrownBy(() -> lookup(encrypted).find(new CredentialSettings("shop", null, "shop", null, null)))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("still encrypted")
                .hasMessageContaining("<shopServerId>")
                .message()
                .doesNotContain("COQ");
    }

    @Test
    void aPasswordInBracesIsOne() {
        assertThat(lookup("{short}")
                        .find(new CredentialSettings("shop", null, "shop", null, null))
                        .password())
                .isEqualTo("{short}");
    }

    @Test
    void anAddressThatNamesNoServerIsRefused() {
        for (String reference : new String[] {"server:", "server", "server: "}) {
            assertThatThrownBy(() -> lookup("x").address(reference, directory))
                    .as(reference)
                    .isInstanceOf(ProblemException.class)
                    .hasMessageContaining("<url> of a <webhook> names no server");
        }
    }

    @Test
    void anAddressStandsWhereItIsSaid() {
        assertThat(lookup("https://example.com/of-the-server").address("server:shop", directory))
                .isEqualTo("https://example.com/of-the-server");
        assertThat(lookup("x").address("env:SHOP", directory)).isEqualTo("of-the-variable");
        assertThat(lookup("x").address("env:UNSET", directory)).isEmpty();
        assertThat(lookup("x").address("https://example.com/x", directory)).isEqualTo("https://example.com/x");
    }

    private Credentials find(String server, File file, String variable) {
        return lookup("of-the-server").find(new CredentialSettings("shop", null, server, file, variable));
    }

    private CredentialLookup lookup(String decrypted) {
        Settings settings = new Settings();
        settings.addServer(server("{what the file holds}"));
        return new CredentialLookup(settings, decrypter(decrypted), Map.of("SHOP", "of-the-variable"), secrets);
    }

    private static Server server(String password) {
        Server server = new Server();
        server.setId("shop");
        server.setUsername("ann");
        server.setPassword(password);
        return server;
    }

    private static SettingsDecrypter decrypter(String password) {
        SettingsDecryptionResult result = (SettingsDecryptionResult) java.lang.reflect.Proxy.newProxyInstance(
                SettingsDecryptionResult.class.getClassLoader(),
                new Class<?>[] {SettingsDecryptionResult.class},
                (proxy, method, arguments) ->
                        method.getName().equals("getServer") ? server(password) : java.util.List.of());
        return request -> result;
    }

    private Path file(String content) throws IOException {
        Path file = Files.writeString(directory.resolve("password"), content);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }
}
