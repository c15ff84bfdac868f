package dev.stairway.secret;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretNameTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password",
                "db.password",
                "DB_PASSWORD",
                "gpg.passphrase",
                "API_TOKEN",
                "clientSecret",
                "api-key",
                "PGPASSWD",
                "admin.pwd"
            })
    void namesOfSecretsSaySo(String name) {
        assertThat(SecretName.matches(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "user",
                "migration.redisPasswordEnv",
                "migration.redisPasswordFile",
                "TOKEN_URL",
                "secretName",
                "PWD",
                "OLDPWD",
                "password.length"
            })
    void namesOfPlacesAreNone(String name) {
        assertThat(SecretName.matches(name)).isFalse();
    }
}
