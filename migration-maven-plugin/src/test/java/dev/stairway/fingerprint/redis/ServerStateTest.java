package dev.stairway.fingerprint.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.database.redis.RedisReleases;
import dev.stairway.fingerprint.Difference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Users and settings are compared where that is wanted, without any password. */
@ParameterizedClass
@RedisReleases
class ServerStateTest {

    @Parameter
    String release;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CONFIG SET maxmemory-policy allkeys-lru"
                        + " | setting maxmemory-policy: value was noeviction, is allkeys-lru",
                "ACL SETUSER reader on >secret ~cache:* +get | user reader: added"
            })
    void a_change_is_told(String command, String sentence) {
        try (WatchedRedis redis = watched(true)) {
            Difference change = redis.step(command);
            assertThat(WatchedRedis.attributes(change)).containsExactly(sentence);
            assertThat(redis.step(
                                    command.startsWith("ACL")
                                            ? "ACL DELUSER reader"
                                            : "CONFIG SET maxmemory-policy noeviction")
                            .isEmpty())
                    .isFalse();
            assertThat(redis.readAll().isEmpty()).isTrue();
        }
    }

    @Test
    void another_password_is_told_without_it() {
        try (WatchedRedis redis = watched(true)) {
            redis.step("ACL SETUSER reader on >first ~cache:* +get");
            Difference change = redis.step("ACL SETUSER reader resetpass >second");
            assertThat(WatchedRedis.attributes(change))
                    .singleElement()
                    .asString()
                    .startsWith("user reader: passwords was 1 with digest ")
                    .doesNotContain("first", "second");
            redis.run("ACL DELUSER reader");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"SET a 1", "CONFIG RESETSTAT", "ACL LIST", "CONFIG GET *"})
    void what_changes_neither_is_not_told_as_one(String command) {
        try (WatchedRedis redis = watched(true)) {
            assertThat(WatchedRedis.attributes(redis.step(command)))
                    .noneMatch(line -> line.startsWith("user ") || line.startsWith("setting "));
        }
    }

    @Test
    void nothing_is_told_where_nobody_asked() {
        try (WatchedRedis redis = watched(false)) {
            assertThat(redis.step("CONFIG SET maxmemory-policy allkeys-lru").isEmpty())
                    .isTrue();
            redis.run("CONFIG SET maxmemory-policy noeviction");
        }
    }

    private WatchedRedis watched(boolean serverState) {
        return WatchedRedis.on(release, RedisFingerprintOptions.DEFAULT.withServerState(serverState));
    }
}
