package dev.stairway.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.database.external.ExternalTarget;
import dev.stairway.secret.Credentials;
import org.junit.jupiter.api.Test;

class ExternalDatabaseParameterTest {

    @Test
    void nothingIsAllowedThatThePomDoesNotSay() {
        ExternalDatabaseParameter parameter = new ExternalDatabaseParameter();
        ExternalTarget target = parameter.target(new Credentials("walker", "canary"));

        assertThat(target.hosts().allowed()).isEmpty();
        assertThat(target.hosts().managed()).isEmpty();
        assertThat(target.mark()).isEmpty();
        assertThat(target.maxServerBytes()).isEqualTo(20L << 30);
        assertThat(target.toString()).doesNotContain("canary");
    }

    @Test
    void messagesCallItsParametersAsTheyAreWritten() {
        CredentialSettings settings = new ExternalDatabaseParameter().credentialSettings();

        assertThat(settings.parameter("ServerId")).isEqualTo("serverId");
        assertThat(settings.owner()).isEqualTo("the password of <url>");
        assertThat(settings.passwordEnv()).isEqualTo("MIGRATION_EXTERNAL_PASSWORD");
        CredentialSettings redis = new CredentialSettings("redis", null, null, null, null);
        assertThat(redis.parameter("ServerId")).isEqualTo("redisServerId");
    }
}
