package dev.stairway.database.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stairway.problem.ProblemException;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedisTargetTest {

    @ParameterizedTest
    @CsvSource({
        "redis://localhost:6379/0, false, localhost:6379/0, ''",
        "rediss://cache.example:6380/15, true, cache.example:6380/15, ''",
        "redis://ann@127.0.0.1:1/3, false, 127.0.0.1:1/3, ann",
        "redis://[::1]:6379/3, false, [::1]:6379/3, ''"
    })
    void aWholeUrlIsUnderstood(String url, boolean tls, String place, String user) {
        RedisTarget target = RedisTarget.of(url, null, null);

        assertThat(target.tls()).isEqualTo(tls);
        assertThat(target.place()).isEqualTo(place);
        assertThat(target.user()).isEqualTo(user);
        assertThat(target).hasToString((tls ? "rediss://" : "redis://") + place);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost:6379/0",
                "http://localhost:6379/0",
                "redis://localhost/0",
                "redis://localhost:6379",
                "redis://localhost:6379/",
                "redis://localhost:6379/x",
                "redis://localhost:6379/01",
                "redis://localhost:6379/0?db=1",
                "redis://local host:6379/0",
                "redis://localhost:0/0",
                "redis://localhost:65536/0"
            })
    void aUrlWithAPartMissingOrTooManyIsRefused(String url) {
        assertThatThrownBy(() -> RedisTarget.of(url, null, null))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("redis://host:port/number");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "redis://ann:canary@localhost:6379/0",
                "redis://:canary@localhost:6379/0",
                "redis://ann:can^ary:canary@localhost:6379/0",
                "redis://ann:c@nary/canary@localhost:6379/0",
                "rediss://ann%3Acanary@localhost:6379/0"
            })
    void aPasswordInTheUrlIsRefusedAndNotRepeated(String url) {
        assertThatThrownBy(() -> RedisTarget.of(url, null, null))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("holds a password")
                .satisfies(refusal -> {
                    StringWriter all = new StringWriter();
                    refusal.printStackTrace(new PrintWriter(all));
                    assertThat(all.toString()).doesNotContain("canary");
                });
    }

    @Test
    void neitherUserNorPasswordIsInTheText() {
        RedisTarget target = RedisTarget.of("redis://ann@localhost:6379/3", "localhost:6379/3", "canary");

        assertThat(target.password()).isEqualTo("canary");
        assertThat(target.toString() + target.endpoint()).doesNotContain("canary", "ann");
    }
}
