package dev.stairway.database.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stairway.database.Checkpoint;
import dev.stairway.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;

@ParameterizedClass
@RedisReleases
class ExternalRedisServerTest {

    @Parameter
    String release;

    @TempDir
    Path root;

    private NamedRedis redis;

    @BeforeEach
    void start() {
        redis = NamedRedis.start(release, root.resolve("server"));
    }

    @AfterEach
    void stop() {
        redis.close();
    }

    private void refused(ThrowingCallable opening, String... words) {
        long before = writes();
        assertThatThrownBy(opening)
                .isInstanceOf(ProblemException.class)
                .hasMessageContainingAll(words)
                .message()
                .doesNotContain(NamedRedis.PASSWORD);
        assertThat(writes()).isEqualTo(before);
    }

    private long writes() {
        try (RedisConnection other = redis.other(0)) {
            return Info.changes(other);
        }
    }

    @Test
    void anEmptyDatabaseThatIsDisposableIsTakenAndGivenBackEmpty() {
        try (RedisConnection neighbour = redis.other(4)) {
            neighbour.call("SET", "not:mine", "1");
        }
        try (ExternalRedisServer server = ExternalRedisServer.open(redis.target())) {
            assertThat(server.id().key()).isEqualTo("redis-" + release + "-external");
            assertThat(server.serverVersion()).startsWith(release + ".");
            assertThat(server.driverVersion()).endsWith("redis://" + redis.place());
            try (RedisDatabase database = server.fresh("a");
                    RedisConnection connection = database.connect()) {
                connection.call("SET", "mine", "1");
            }
            assertThat(redis.keys(NamedRedis.NUMBER)).as("the mark alone").isOne();
        }
        assertThat(redis.keys(NamedRedis.NUMBER)).isZero();
        assertThat(redis.keys(4)).isOne();
    }

    @Test
    void aDatabaseThatIsNotMarkedAsDisposableIsRefused() {
        refused(() -> ExternalRedisServer.open(redis.target("")), "<redisDisposable> is not set", redis.place());
    }

    @Test
    void anotherDatabaseThatIsMarkedAsDisposableDoesNotHelp() {
        String other = "127.0.0.1:" + redis.port() + "/" + (NamedRedis.NUMBER + 1);
        refused(() -> ExternalRedisServer.open(redis.target(other)), "<redisDisposable> is " + other);
    }

    @Test
    void aDatabaseWithAKeyIsRefusedAndTheKeyIsNotShownInFull() {
        try (RedisConnection other = redis.other(NamedRedis.NUMBER)) {
            other.call("SET", "session:user:0123456789", "1");
        }
        refused(() -> ExternalRedisServer.open(redis.target()), "not empty", "1 key: session:user:012…");
        assertThat(redis.keys(NamedRedis.NUMBER)).isOne();
    }

    @Test
    void twoRunsDoNotShareADatabaseAndTheMarkIsRenewed() throws InterruptedException {
        Duration lease = Duration.ofMillis(600);
        try (ExternalRedisServer first = ExternalRedisServer.open(redis.target(), lease);
                RedisConnection other = redis.other(NamedRedis.NUMBER)) {
            // Three leases later by the server's own clock.
            long end = millis(other) + 3 * lease.toMillis();
            while (millis(other) < end) {
                Thread.sleep(20);
            }
            // The first one renews its mark meanwhile, which is a write of its own.
            assertThatThrownBy(() -> ExternalRedisServer.open(redis.target()))
                    .isInstanceOf(ProblemException.class)
                    .hasMessageContaining("Another run works on this Redis database");
            assertThat(first.id()).isNotNull();
        }
        ExternalRedisServer.open(redis.target()).close();
    }

    private static long millis(RedisConnection connection) {
        List<?> time = (List<?>) connection.call("TIME");
        return Long.parseLong(text(time.get(0))) * 1000 + Long.parseLong(text(time.get(1))) / 1000;
    }

    private static String text(Object reply) {
        return new String((byte[]) reply, StandardCharsets.UTF_8);
    }

    @Test
    void aReplicaAndItsMasterAreRefused() {
        try (NamedRedis replica = NamedRedis.start(
                        release,
                        root.resolve("replica"),
                        "replicaof 127.0.0.1 " + redis.port(),
                        "masteruser keeper",
                        "masterauth \"" + OwnRedis.PASSWORD + '"');
                RedisConnection master = redis.other(0)) {
            refused(() -> ExternalRedisServer.open(replica.target()), "replicates", "role:slave");
            while (!Info.field(master, "replication", "connected_slaves").equals("1")) {
                Thread.onSpinWait();
            }
            refused(() -> ExternalRedisServer.open(redis.target()), "replicates", "connected_slaves:1");
        }
    }

    @Test
    void aClusterIsRefused() {
        try (NamedRedis cluster = NamedRedis.start(release, root.resolve("cluster"), "cluster-enabled yes")) {
            refused(() -> ExternalRedisServer.open(cluster.target()), "does not stand alone", "redis_mode:cluster");
        }
    }

    @Test
    void aWrongPasswordIsToldWithoutIt() {
        RedisTarget wrong = RedisTarget.of("redis://walker@" + redis.place(), redis.place(), "wrong-canary");

        assertThatThrownBy(() -> ExternalRedisServer.open(wrong))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("WRONGPASS")
                .hasStackTraceContaining("Redis refuses the connection")
                .satisfies(refusal -> assertThat(refusal + " " + refusal.getCause())
                        .doesNotContain("wrong-canary", NamedRedis.PASSWORD));
    }

    @Test
    void nothingIsRemovedOnceTheMarkIsGone() {
        ExternalRedisServer server = ExternalRedisServer.open(redis.target());
        try (RedisConnection other = redis.other(NamedRedis.NUMBER)) {
            other.call("SET", OwnerMarker.KEY, "somebody else");
            other.call("SET", "theirs", "1");
        }
        assertThatThrownBy(() -> server.fresh("a")).hasMessageContaining("not this run's any more");
        assertThatThrownBy(server::close).hasMessageContaining("nothing removed");
        assertThat(redis.keys(NamedRedis.NUMBER)).isEqualTo(2);
    }

    @Test
    void everyTypeAndExpiryComesBackFromACheckpoint() {
        try (ExternalRedisServer server = ExternalRedisServer.open(redis.target());
                RedisDatabase database = server.fresh("a");
                RedisConnection connection = database.connect()) {
            long past = millis(connection) + 3_600_000;
            connection.call("SET", "text", "v\u0000\u00ff", "PXAT", Long.toString(past));
            connection.call("HSET", "hash", "a", "1", "b", "2");
            connection.call("RPUSH", "list", "z", "a", "z");
            connection.call("SADD", "set", "a", "b");
            connection.call("ZADD", "sorted", "1.5", "a", "-inf", "b");
            connection.call("XADD", "stream", "1-1", "f", "v");
            connection.call("XGROUP", "CREATE", "stream", "readers", "0");
            connection.call("XREADGROUP", "GROUP", "readers", "me", "STREAMS", "stream", ">");
            connection.call("SET", "{stairway}:history", "kept as well");
            for (int i = 0; i < 1000; i++) {
                connection.call("SET", "many:" + i, "v" + i);
            }
            Map<String, String> before = state(connection);
            try (Checkpoint checkpoint = database.checkpoint()) {
                connection.call("DEL", "hash", "stream", "{stairway}:history");
                connection.call("PERSIST", "text");
                connection.call("SET", "more", "1");
                assertThat(state(connection)).isNotEqualTo(before);

                database.restore(checkpoint);
                assertThat(state(connection)).isEqualTo(before);
                database.restore(checkpoint);
                assertThat(state(connection)).isEqualTo(before);
            }
            assertThat(text(connection.call("GET", OwnerMarker.KEY))).hasSize(64);
            long expiry = millis(connection) + (Long) connection.call("PTTL", "text");
            assertThat(expiry).isBetween(past - 50, past + 50);
        }
    }

    private static Map<String, String> state(RedisConnection connection) {
        Map<String, String> state = RedisText.stateOf(connection);
        // Its expiry moves on.
        state.remove(OwnerMarker.KEY);
        // Before 7.0 its moment is known to a millisecond or two; see above.
        state.computeIfPresent("text", (key, value) -> value.replaceAll(" [0-9]{13}$", " expires"));
        return state;
    }

    @Test
    void aStateThatIsTooLargeIsRefusedAndOneThatFitsIsFreedAgain() {
        try (ExternalRedisServer server = ExternalRedisServer.open(redis.target());
                RedisDatabase database = server.fresh("a");
                RedisConnection connection = database.connect()) {
            connection.call("SET", "text", "v".repeat(100));
            KeptBytes kept = new KeptBytes(1000);
            KeyCopies one = KeyCopies.read(connection, false, kept);
            assertThat(kept.taken()).isPositive();
            one.free();
            connection.call("APPEND", "text", randomText());
            assertThatThrownBy(() -> KeyCopies.read(connection, false, kept))
                    .isInstanceOf(ProblemException.class)
                    .hasMessageContaining("too large for its states to be kept");
            assertThat(kept.taken()).isZero();
        }
    }

    // Dumps are compressed.
    private static String randomText() {
        return new java.util.Random(1)
                .ints(2000, 'a', 'z')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
