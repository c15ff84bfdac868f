package dev.stairway.fingerprint.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.fingerprint.Difference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each attribute of a key: a defect that must be told with key and attribute, and a change that looks alike and is none. */
class AttributePairsTest {

    private static final String[] SETUP = {
        "SET session:user:1 alice LIVES",
        "SET session:user:2 bob",
        "SET cache:tool:7 v1 LIVES",
        "SET count:9 10",
        "HSET profile:1 name alice age 30",
        "RPUSH queue:1 a b c b",
        "SADD tags:1 x y z",
        "ZADD rank:1 1 a 2.5 b -inf c",
        "SETBIT seen:1 7 1",
        "PFADD visitors:1 a b c",
        "GEOADD place:1 13.361389 38.115556 palermo",
        "XADD log:1 1-1 f v",
        "XADD log:1 2-1 f w",
        "XADD log:1 3-1 f x",
        "XGROUP CREATE log:1 workers 0",
        "XREADGROUP GROUP workers ann COUNT 2 STREAMS log:1 >"
    };

    static Stream<Arguments> defects() {
        return onBoth(
                defect("a lost life time", "session:user:1 expiry", "PERSIST session:user:1"),
                defect("a life time two seconds longer", "session:user:1 expiry", "MOVE-EXPIRY session:user:1 2000"),
                defect("a life time two seconds shorter", "session:user:1 expiry", "MOVE-EXPIRY session:user:1 -2000"),
                defect("a life time gained", "session:user:2 expiry", "EXPIRE session:user:2 5000"),
                defect("a life time lost by SET", "cache:tool:7 expiry", "SET cache:tool:7 v1"),
                defect("another value", "cache:tool:7 value", "SET cache:tool:7 v2 KEEPTTL"),
                defect("a leading zero", "count:9 value", "SET count:9 010"),
                defect("a trailing blank", "count:9 value", "APPEND count:9 \u00a0"),
                defect("a lost key", "session:user:2 lost", "DEL session:user:2"),
                defect("an orphan", "session:user:3 added", "SET session:user:3 carol"),
                defect(
                        "an overwritten target",
                        List.of("session:user:1 lost", "session:user:2 expiry", "session:user:2 value"),
                        "RENAME session:user:1 session:user:2"),
                defect("another type", "count:9 type", "DEL count:9", "RPUSH count:9 10"),
                defect("a lost field", "profile:1 value", "HDEL profile:1 age"),
                defect("a renamed field", "profile:1 value", "HDEL profile:1 age", "HSET profile:1 Age 30"),
                defect("values of two fields swapped", "profile:1 value", "HSET profile:1 name 30 age alice"),
                defect("another order of a list", "queue:1 value", "LPOP queue:1", "RPUSH queue:1 a"),
                defect("a duplicate lost from a list", "queue:1 value", "RPOP queue:1"),
                defect("a lost member", "tags:1 value", "SREM tags:1 x"),
                defect("another score", "rank:1 value", "ZADD rank:1 2 a"),
                defect("a rounded score", "rank:1 value", "ZADD rank:1 2.4999999999999996 b"),
                defect("infinity of the other sign", "rank:1 value", "ZADD rank:1 +inf c"),
                defect("another bit", "seen:1 value", "SETBIT seen:1 6 1"),
                defect("another register", "visitors:1 value", "PFADD visitors:1 d e f g"),
                defect("another position", "place:1 value", "GEOADD place:1 13.37 38.12 palermo"),
                defect("an entry deleted", "log:1 value", "XDEL log:1 2-1"),
                defect("an entry added", List.of("log:1 last id", "log:1 value"), "XADD log:1 4-1 f y"),
                defect("another last id", "log:1 last id", "XSETID log:1 9-9"),
                defect(
                        "a lost group",
                        List.of("log:1 consumers", "log:1 groups", "log:1 pending"),
                        "XGROUP DESTROY log:1 workers"),
                defect("a group set back", "log:1 groups", "XGROUP SETID log:1 workers 1-1"),
                defect("another group", "log:1 groups", "XGROUP CREATE log:1 others $"),
                defect("a pending entry done", "log:1 pending", "XACK log:1 workers 1-1"),
                defect(
                        "a pending entry taken over",
                        List.of("log:1 consumers", "log:1 pending"),
                        "XCLAIM log:1 workers bob 0 1-1"),
                defect("a consumer added", "log:1 consumers", "XGROUP CREATECONSUMER log:1 workers carl"),
                defect(
                        "a consumer lost",
                        List.of("log:1 consumers", "log:1 pending"),
                        "XGROUP DELCONSUMER log:1 workers ann"),
                defect("all lost but one", 11, "FLUSHDB", "SET count:9 10"),
                defect("another database", 12, "SWAPDB 0 1"));
    }

    static Stream<Arguments> nearMisses() {
        return onBoth(
                same("a life time ten milliseconds longer", "MOVE-EXPIRY session:user:1 10"),
                same("a life time just within the tolerance", "MOVE-EXPIRY session:user:1 -900"),
                same("a life time lost and restored", "PERSIST session:user:1", "MOVE-EXPIRY session:user:1 3"),
                same("the same value", "SET count:9 10"),
                same("renamed there and back", "RENAME session:user:1 v2:1", "RENAME v2:1 session:user:1"),
                same("a string in another encoding", "SET count:9 1", "APPEND count:9 0"),
                same("fields in another order", "HDEL profile:1 name", "HSET profile:1 name alice"),
                same("a hash in another encoding", "HSET profile:1 long " + "x".repeat(100), "HDEL profile:1 long"),
                same("a set in another encoding", "SADD tags:1 " + numbers(600), "SREM tags:1 " + numbers(600)),
                same(
                        "a sorted set in another encoding",
                        "ZADD rank:1 5 " + "x".repeat(100),
                        "ZREM rank:1 " + "x".repeat(100)),
                same("a list in another encoding", "RPUSH queue:1 " + "x".repeat(9000), "RPOP queue:1"),
                same("a score written otherwise", "ZADD rank:1 1.0 a 25e-1 b"),
                same("a list built again", "DEL queue:1", "RPUSH queue:1 a b c b"),
                same("a HyperLogLog counted", "PFCOUNT visitors:1"),
                same(
                        "a HyperLogLog in its other encoding",
                        "CONFIG SET hll-sparse-max-bytes 0",
                        "DEL visitors:1",
                        "PFADD visitors:1 a b c"),
                same("a stream read by nobody new", "XREADGROUP GROUP workers ann STREAMS log:1 99-0"),
                same("a key of the engine", "SET stairway:history x"),
                same("a key that came and went", "SET session:user:99 x", "DEL session:user:99"),
                same("swapped there and back", "SWAPDB 0 1", "SWAPDB 0 1"));
    }

    @ParameterizedTest(name = "{1} on {0}")
    @MethodSource
    void defects(String release, String name, Object expected, String[] commands) {
        try (WatchedRedis redis = filled(release)) {
            Difference difference = redis.step(timed(redis, commands));
            assertThat(difference.isEmpty()).as("empty").isFalse();
            if (expected instanceof Integer lost) {
                assertThat(redis.keys(difference)).as("keys").hasSize(lost).allMatch(key -> key.endsWith(" lost"));
            } else {
                assertThat(redis.keys(difference)).isEqualTo(expected);
            }
            nothingLeft(redis);
        }
    }

    @ParameterizedTest(name = "{1} on {0}")
    @MethodSource
    void nearMisses(String release, String name, String[] commands) {
        try (WatchedRedis redis = filled(release)) {
            Difference difference = redis.step(timed(redis, commands));
            assertThat(WatchedRedis.attributes(difference)).isEmpty();
            assertThat(redis.keys(difference)).isEmpty();
            nothingLeft(redis);
        }
    }

    /** What the quick reading made of it is what a whole reading finds. */
    private static void nothingLeft(WatchedRedis redis) {
        assertThat(WatchedRedis.attributes(redis.readAll())).isEmpty();
    }

    private static WatchedRedis filled(String release) {
        WatchedRedis redis = WatchedRedis.on(release);
        redis.step(Arrays.stream(SETUP)
                .map(command -> command.replace(" LIVES", " PX 3600000"))
                .toArray(String[]::new));
        return redis;
    }

    /** MOVE-EXPIRY key by means: the moment of expiry, moved. */
    private static String[] timed(WatchedRedis redis, String... commands) {
        return Arrays.stream(commands)
                .map(command -> command.startsWith("MOVE-EXPIRY") ? moved(redis, command.split(" ")) : command)
                .toArray(String[]::new);
    }

    private static String moved(WatchedRedis redis, String... words) {
        List<?> time = (List<?>) redis.client.call("TIME");
        long left = (Long) redis.client.call("PTTL", words[1]);
        return "PEXPIREAT " + words[1] + " " + (RelativeExpiry.millis(time) + left + Long.parseLong(words[2]));
    }

    private static String numbers(int count) {
        return String.join(
                " ", IntStream.range(0, count).mapToObj(Integer::toString).toList());
    }

    private static Object[] defect(String name, Object expected, String... commands) {
        Object list = expected instanceof String one ? List.of(one) : expected;
        return new Object[] {name, list, commands};
    }

    private static Object[] same(String name, String... commands) {
        return new Object[] {name, commands};
    }

    private static Stream<Arguments> onBoth(Object[]... cases) {
        List<Arguments> all = new ArrayList<>();
        for (String release : List.of("6.2", "7.0")) {
            for (Object[] each : cases) {
                List<Object> arguments = new ArrayList<>(List.of(release));
                Collections.addAll(arguments, each);
                all.add(Arguments.of(arguments.toArray()));
            }
        }
        return all.stream();
    }
}
