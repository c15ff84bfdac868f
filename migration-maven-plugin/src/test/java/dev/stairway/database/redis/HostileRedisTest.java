package dev.stairway.database.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Redis servers that must not be written to; the server's own count of its commands is the proof. */
class HostileRedisTest {

    @TempDir
    static Path root;

    private static NamedRedis redis;

    @BeforeAll
    static void start() {
        redis = NamedRedis.start("7.0", root.resolve("server"));
    }

    @AfterAll
    static void stop() {
        if (redis != null) {
            redis.close();
        }
    }

    @AfterEach
    void empty() {
        try (RedisConnection other = redis.other(NamedRedis.NUMBER)) {
            other.call("FLUSHDB");
        }
    }

    private static void refused(Supplier<RedisTarget> named, String... words) {
        Map<String, Long> before = writes();
        String refusal;
        try {
            ExternalRedisServer.open(named.get()).close();
            refusal = "it was not refused";
        } catch (ProblemException problem) {
            refusal = problem.getMessage();
        }
        assertThat(refusal).contains(words).doesNotContain(NamedRedis.PASSWORD, "canary");
        assertThat(writes()).isEqualTo(before);
    }

    /** Calls of every command but those that only look; a script counts by what it runs. */
    private static Map<String, Long> writes() {
        List<String> looks = List.of(
                "info",
                "hello",
                "auth",
                "select",
                "ping",
                "client|",
                "dbsize",
                "get",
                "scan",
                "function|list",
                "config|get",
                "eval",
                "command|",
                "acl|whoami");
        Map<String, Long> calls = new TreeMap<>();
        try (RedisConnection other = redis.other(0)) {
            new String((byte[]) other.call("INFO", "commandstats"), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.startsWith("cmdstat_"))
                    .filter(line -> looks.stream().noneMatch(look -> line.startsWith("cmdstat_" + look)))
                    .forEach(line -> calls.put(
                            line.substring(0, line.indexOf(':')),
                            Long.valueOf(line.replaceAll(".*calls=(\\d+).*", "$1"))));
            calls.put("changes", Info.changes(other));
        }
        return calls;
    }

    private static RedisTarget named(String url, String disposable) {
        return RedisTarget.of(url, disposable, NamedRedis.PASSWORD);
    }

    @ParameterizedTest
    @CsvSource({
        "redis://db-prod.example.com:6379/3, db-prod.example.com:6379/3",
        "redis://SHOP-LIVE:6379/3, SHOP-LIVE:6379/3",
        "redis://production@10.0.0.5:6379/3, 10.0.0.5:6379/3",
        "redis://shop.abc.cache.amazonaws.com:6379/0, shop.abc.cache.amazonaws.com:6379/0",
        "rediss://SHOP.REDIS.CACHE.WINDOWS.NET:6380/0, SHOP.REDIS.CACHE.WINDOWS.NET:6380/0",
        "rediss://eu1.upstash.io:6379/0, eu1.upstash.io:6379/0"
    })
    void namesOfProductionAndHostsOfCloudsAreRefusedWhateverThePomSays(String url, String disposable) {
        refused(() -> named(url, disposable), "lock-6-in-use");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "redis://walker:canary@127.0.0.1:6379/3",
                "redis://:canary@127.0.0.1:6379/3",
                "redis://127.0.0.1:6379",
                "redis://127.0.0.1/3",
                "redis://127.0.0.1:6379/3?db=0",
                "redis://127.0.0.1:6379/03",
                "redis://127.0.0.1:6379,10.0.0.5:6379/3",
                "redis://l\u043ecalhost:6379/3",
                "http://127.0.0.1:6379/3"
            })
    void aUrlThatIsNotPlainIsRefused(String url) {
        refused(() -> named(url, "127.0.0.1:6379/3"), "The Redis URL");
    }

    @Test
    void whatThePomSaysOfAnotherServerOpensNothing() {
        refused(
                () -> named("redis://walker@" + redis.place(), "localhost:" + redis.port() + "/3"),
                "not marked as disposable");
        refused(
                () -> named("redis://walker@" + redis.place(), redis.place().replace("/3", "/4")),
                "not marked as disposable");
        System.setProperty("migration.redisDisposable", redis.place());
        try {
            refused(() -> named("redis://walker@" + redis.place(), null), "<redisDisposable> is not set");
        } finally {
            System.clearProperty("migration.redisDisposable");
        }
    }

    @Test
    void aKeyIsEnough() {
        try (RedisConnection other = redis.other(NamedRedis.NUMBER)) {
            other.call("SET", "session:1", "of somebody");
        }
        refused(redis::target, "not empty");
    }

    @Test
    void anotherClientInTheDatabaseIsEnough() {
        try (RedisConnection other = redis.other(NamedRedis.NUMBER)) {
            refused(redis::target, "lock-6-in-use", "Others are connected", "1 client: addr=");
            assertThat(other.open()).isTrue();
        }
    }

    @Test
    void aClientInAnotherDatabaseIsNot() {
        try (RedisConnection other = redis.other(NamedRedis.NUMBER + 1)) {
            ExternalRedisServer.open(redis.target()).close();
            assertThat(other.open()).isTrue();
        }
    }

    /** The proof would see a write: a run that is let in sets its mark. */
    @Test
    void aRunThatIsLetInIsSeenToWrite() {
        Map<String, Long> before = writes();
        ExternalRedisServer.open(redis.target()).close();
        assertThat(writes()).isNotEqualTo(before);
    }
}
