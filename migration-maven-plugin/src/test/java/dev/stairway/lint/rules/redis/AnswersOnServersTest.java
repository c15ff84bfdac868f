package dev.stairway.lint.rules.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stairway.database.TestServers;
import dev.stairway.database.redis.RedisConnection;
import dev.stairway.database.redis.RedisDatabase;
import dev.stairway.database.redis.RedisErrorException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@link UncheckedTtl} and {@link UncheckedCopy} say of a server is what the oldest and the newest one do. */
class AnswersOnServersTest {

    @ParameterizedTest
    @ValueSource(strings = {"6.2", "7.0"})
    void theTimeOfAKeyWithoutExpiryDeletesOrIsRefused(String release) {
        try (RedisDatabase database = (RedisDatabase) TestServers.redis(release).fresh("answers");
                RedisConnection client = database.connect()) {
            client.call("SET", "old", "v");
            String ttl = client.call("PTTL", "old").toString();
            assertThat(ttl).isEqualTo("-1");

            client.call("SET", "new", "v");
            client.call("PEXPIRE", "new", ttl);
            assertThat(client.call("EXISTS", "new")).isEqualTo(0L);

            assertThatThrownBy(() -> client.call("SET", "new", "v", "PX", ttl)).isInstanceOf(RedisErrorException.class);
            assertThatThrownBy(() -> client.call("RESTORE", "new", ttl, "dump"))
                    .isInstanceOf(RedisErrorException.class)
                    .hasMessageContaining("TTL");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"6.2", "7.0"})
    void aNameThatIsTakenIsNoCopy(String release) {
        try (RedisDatabase database = (RedisDatabase) TestServers.redis(release).fresh("answers");
                RedisConnection client = database.connect()) {
            client.call("MSET", "old", "v", "taken", "w");
            assertThat(client.call("COPY", "old", "taken")).isEqualTo(0L);
            client.call("UNLINK", "old");
            assertThat(client.call("EXISTS", "old")).isEqualTo(0L);
            assertThat(client.call("COPY", "taken", "free")).isEqualTo(1L);
        }
    }
}
