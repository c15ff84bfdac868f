package dev.stairway.data.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stairway.database.TestServers;
import dev.stairway.database.redis.RedisConnection;
import dev.stairway.database.redis.RedisDatabase;
import dev.stairway.database.redis.RedisReleases;
import dev.stairway.database.redis.RedisSession;
import dev.stairway.fingerprint.Digest;
import dev.stairway.fingerprint.redis.RedisFingerprinter;
import dev.stairway.problem.ProblemException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;

/** Many keys travel as a dump where that is possible, and as commands where it is not. */
class KeyGeneratorTest {

    /** Enough for a dump. */
    private static final long KEYS = 6000;

    private static final List<KeySpec> STAYING = KeySpec.TYPICAL.stream()
            .map(kind -> new KeySpec(
                    kind.pattern(), kind.type(), kind.elements(), Duration.ZERO, Duration.ZERO, kind.weight()))
            .toList();

    @ParameterizedTest
    @RedisReleases
    void a_dump_and_commands_make_the_same_keys(String release) {
        try (RedisDatabase dumped = fresh(release);
                RedisDatabase commanded = fresh(release)) {
            new KeyGenerator(STAYING, 3).load(dumped, 0, KEYS);
            try (RedisSession session = commanded.newSession()) {
                new KeyGenerator(STAYING, 3).load(commanded, 0, KEYS);
                assertThat(session.discardable()).isFalse();
            }
            assertThat(commandsFor("SET", dumped)).isZero();
            assertThat(commandsFor("SET", commanded)).isPositive();
            assertThat(digest(dumped)).isEqualTo(digest(commanded));
        }
    }

    @ParameterizedTest
    @RedisReleases
    void a_dump_adds_to_what_is_there_and_overwrites_what_has_the_same_name(String release) {
        try (RedisDatabase database = fresh(release);
                RedisConnection redis = database.connect()) {
            redis.call("SET", "other", "stays");
            redis.call("SET", "counter:page:1", "none");
            KeySpec counters = new KeySpec("counter:page:{id}", "string", 6, Duration.ZERO, Duration.ZERO, 1);
            new KeyGenerator(List.of(counters), 3).load(database, 0, KEYS);
            assertThat(redis.call("DBSIZE")).isEqualTo(KEYS + 1);
            assertThat(text(redis.call("GET", "other"))).isEqualTo("stays");
            assertThat(text(redis.call("GET", "counter:page:1"))).containsOnlyDigits();
        }
    }

    @ParameterizedTest
    @RedisReleases
    void whoever_listens_for_written_keys_hears_of_a_dump(String release) {
        try (RedisDatabase database = fresh(release);
                RedisFingerprinter listener = RedisFingerprinter.open(database, Set.of())) {
            try (RedisSession session = database.newSession()) {
                listener.readAll(session);
            }
            new KeyGenerator(STAYING, 3).load(database, 0, KEYS);
            try (RedisSession session = database.newSession()) {
                listener.read(session);
            }
            assertThat(listener.dataDigest()).isEqualTo(digest(database));
        }
    }

    @ParameterizedTest
    @RedisReleases
    void life_times_of_a_dump_count_from_now(String release) {
        KeySpec kind = new KeySpec("rank:{id}", "zset", 3, Duration.ofHours(2), Duration.ofHours(3), 1);
        try (RedisDatabase database = fresh(release);
                RedisConnection redis = database.connect()) {
            new KeyGenerator(List.of(kind), 3).load(database, 0, KEYS);
            for (long id : new long[] {1, 77, KEYS}) {
                assertThat((Long) redis.call("TTL", "rank:" + id)).isBetween(7000L, 10_800L);
            }
        }
    }

    @ParameterizedTest
    @RedisReleases
    void a_member_that_comes_twice_does_not_spoil_the_dump(String release) {
        try (RedisDatabase database = fresh(release);
                RedisConnection redis = database.connect()) {
            byte[] member = BulkLoader.latin("a");
            boolean taken = database.merge(List.of(file -> {
                try (DumpWriter dump =
                        new DumpWriter(java.nio.file.Files.newOutputStream(file), database.number(), 0, 1, 0)) {
                    dump.set(BulkLoader.latin("tags"), new byte[][] {member, BulkLoader.latin("b"), member}, 0);
                }
            }));
            assertThat(taken).isTrue();
            assertThat(redis.call("SCARD", "tags")).isEqualTo(2L);
        }
    }

    @ParameterizedTest
    @RedisReleases
    void a_part_that_cannot_be_written_leaves_the_connection_in_order(String release) {
        try (RedisDatabase database = fresh(release);
                RedisConnection redis = database.connect()) {
            RedisDatabase.DumpFile good = file -> {
                try (DumpWriter dump =
                        new DumpWriter(java.nio.file.Files.newOutputStream(file), database.number(), 0, 1, 0)) {
                    dump.string(BulkLoader.latin("a"), BulkLoader.latin("1"), 0);
                }
            };
            RedisDatabase.DumpFile broken = file -> {
                throw new java.io.IOException("no space left");
            };
            assertThatThrownBy(() -> database.merge(List.of(good, broken)))
                    .isInstanceOf(ProblemException.class)
                    .hasMessageContaining("no space left");
            assertThat(text(redis.call("GET", "a"))).isEqualTo("1");
            assertThat(database.merge(List.of(good))).isTrue();
        }
    }

    private static RedisDatabase fresh(String release) {
        return (RedisDatabase) TestServers.redis(release).fresh("generator");
    }

    private static Digest digest(RedisDatabase database) {
        try (RedisFingerprinter fingerprinter = RedisFingerprinter.open(database, Set.of());
                RedisSession session = database.newSession()) {
            fingerprinter.readAll(session);
            return fingerprinter.dataDigest();
        }
    }

    private static long commandsFor(String name, RedisDatabase database) {
        try (RedisConnection redis = database.connect()) {
            return text(redis.call("INFO", "commandstats"))
                    .lines()
                    .filter(line -> line.startsWith("cmdstat_" + name.toLowerCase(java.util.Locale.ROOT) + ":"))
                    .count();
        }
    }

    private static String text(Object reply) {
        return new String((byte[]) reply, java.nio.charset.StandardCharsets.UTF_8);
    }
}
