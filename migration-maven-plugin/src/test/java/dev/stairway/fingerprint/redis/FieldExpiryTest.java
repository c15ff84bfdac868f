package dev.stairway.fingerprint.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.stairway.database.redis.RedisProgram;
import dev.stairway.fingerprint.Difference;
import dev.stairway.fingerprint.Digest;
import dev.stairway.fingerprint.RowChange;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Fields of a hash that expire: what is made of the server's answers, and a server that has them where there is one. */
class FieldExpiryTest {

    private static final long SOON = 1_900_000_000_000L;

    @Test
    void another_moment_of_one_field_is_another_field_expiry() {
        assertThat(expiry(SOON, SOON)).isNotEqualTo(expiry(SOON, SOON + 5000));
    }

    @Test
    void moments_that_two_fields_exchange_are_another_field_expiry() {
        assertThat(expiry(SOON, SOON + 5000)).isNotEqualTo(expiry(SOON + 5000, SOON));
    }

    @Test
    void fields_that_stay_have_none() {
        assertThat(read(List.of(-1L, -1L)).more()).isNull();
        assertThat(read(List.of(-1L, SOON)).more()).isNotNull();
    }

    @Test
    void a_hash_that_went_between_the_two_questions_has_none() {
        HashReading reading = new HashReading(true, (key, field, moment) -> moment);
        reading.receive(List.of(List.of(bytes("name"), bytes("Ann"))));
        List<Object> gone = new java.util.ArrayList<>();
        gone.add(null);
        assertThat(reading.receive(gone)).isEqualTo(ValueReading.State.DONE);
        assertThat(reading.more()).isNull();
    }

    @Test
    void the_value_is_the_same_whatever_its_fields_live() {
        assertThat(read(List.of(-1L, SOON)).value())
                .isEqualTo(read(List.of(-1L, -1L)).value());
    }

    private static Digest expiry(long first, long second) {
        return read(List.of(first, second)).more()[Columns.FIELD_EXPIRY];
    }

    private static HashReading read(List<Long> moments) {
        HashReading reading = new HashReading(true, (key, field, moment) -> moment);
        assertThat(reading.receive(List.of(List.of(bytes("name"), bytes("Ann"), bytes("mail"), bytes("a@x.org")))))
                .isEqualTo(ValueReading.State.MORE);
        assertThat(reading.receive(List.of(moments))).isEqualTo(ValueReading.State.DONE);
        return reading;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Needs {@code redis-server} 7.4 or later on the PATH. */
    @Nested
    class OnAServerThatHasThem {

        private String release;

        @BeforeEach
        void findServer() {
            Optional<String> found = installed();
            assumeTrue(found.isPresent(), "There is no redis-server 7.4 or later on the PATH");
            release = found.orElseThrow();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "HPERSIST user:1 FIELDS 1 mail",
                    "HEXPIRE user:1 9000 FIELDS 1 mail",
                    "HEXPIRE user:1 5000 FIELDS 1 name"
                })
        void a_change_of_one_field_is_told(String command) {
            try (WatchedRedis redis = filled()) {
                Difference change = redis.step(command);
                assertThat(redis.fingerprinter
                                .rowChanges(List.of(change))
                                .byRow()
                                .values())
                        .extracting(RowChange::sentence)
                        .containsExactly("user:1: other field expiry");
                assertThat(redis.readAll().isEmpty()).isTrue();
            }
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"HEXPIRE user:1 5000 FIELDS 1 mail", "HSET user:2 name Bob", "HPTTL user:1 FIELDS 1 mail"})
        void what_leaves_the_moments_as_they_were_is_not(String command) {
            try (WatchedRedis redis = filled()) {
                assertThat(redis.step(command).isEmpty()).isTrue();
            }
        }

        @Test
        void a_field_that_is_written_anew_loses_its_moment() {
            try (WatchedRedis redis = filled()) {
                Difference change = redis.step("HSET user:1 mail a@x.org");
                assertThat(redis.keys(change)).containsExactly("user:1 field expiry");
            }
        }

        private WatchedRedis filled() {
            WatchedRedis redis = WatchedRedis.on(release);
            redis.step(
                    "HSET user:1 name Ann mail a@x.org", "HSET user:2 name Bob", "HEXPIRE user:1 5000 FIELDS 1 mail");
            return redis;
        }

        private static Optional<String> installed() {
            return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                    .map(directory -> Path.of(directory, "redis-server"))
                    .filter(Files::isExecutable)
                    .findFirst()
                    .map(RedisProgram::at)
                    .map(RedisProgram::release)
                    .filter(found -> compare(found, "7.4") >= 0);
        }

        private static int compare(String one, String other) {
            return Arrays.compare(
                    Arrays.stream(one.split("\\.")).mapToInt(Integer::parseInt).toArray(),
                    Arrays.stream(other.split("\\."))
                            .mapToInt(Integer::parseInt)
                            .toArray());
        }
    }
}
