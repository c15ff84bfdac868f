package dev.stairway.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stairway.problem.ProblemException;
import dev.stairway.secret.Secrets;
import java.util.Map;
import java.util.Properties;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineSecretsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-Xmx2g -Dapp.password=tw33ty",
                "-Durl=jdbc:postgresql://ann:tw33ty@db/shop",
                "-Durl=jdbc:mysql://db/x?password=tw33ty"
            })
    void aJvmIsNotStartedWithASecret(String argLine) {
        assertThatThrownBy(() -> CommandLineSecrets.refuse(argLine))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("<argLine>")
                .message()
                .contains("Next: ")
                .doesNotContain("tw33ty");
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"-Xmx2g -Dapp.passwordFile=/run/secrets/app -Durl=jdbc:postgresql://db/shop"})
    void otherOptionsAreFine(String argLine) {
        assertThatCode(() -> CommandLineSecrets.refuse(argLine)).doesNotThrowAnyException();
    }

    @Test
    void aPasswordForUsOnTheCommandLineIsRefused() {
        assertThatThrownBy(() -> CommandLineSecrets.refuse(properties("migration.redisPassword", "tw33ty")))
                .hasMessageContaining("-Dmigration.redisPassword")
                .hasMessageContaining("settings.xml")
                .message()
                .doesNotContain("tw33ty");
    }

    @Test
    void theNameOfAVariableIsNoPassword() {
        assertThatCode(() -> CommandLineSecrets.refuse(properties("migration.redisPasswordEnv", "REDIS_PASSWORD")))
                .doesNotThrowAnyException();
    }

    @Test
    void secretsOfOthersAreHiddenFromThenOn() {
        Secrets secrets = new Secrets();
        KnownSecrets known = new KnownSecrets(secrets, new SystemStreamLog());

        known.commandLine(properties("gpg.passphrase", "canary-on-the-line"));
        known.environment(Map.of("API_TOKEN", "canary-of-the-air", "TOKEN", "main", "PATH", "/usr/bin/and/more"));

        assertThat(secrets.mask().of("canary-on-the-line canary-of-the-air main /usr/bin/and/more"))
                .isEqualTo("*** *** main /usr/bin/and/more");
    }

    private static Properties properties(String name, String value) {
        Properties properties = new Properties();
        properties.setProperty(name, value);
        properties.setProperty("migration.databases", "sqlite");
        return properties;
    }
}
