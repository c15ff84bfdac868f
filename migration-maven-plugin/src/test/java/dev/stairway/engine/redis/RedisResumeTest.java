package dev.stairway.engine.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.database.redis.RedisConnection;
import dev.stairway.database.redis.RedisReleases;
import dev.stairway.engine.StepOutcome;
import dev.stairway.engine.StepOutcome.Result;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;

/** A run that ends in the middle is gone on with; nothing is lost and nothing is done anew from the start. */
@Timeout(120)
@ParameterizedClass
@RedisReleases
class RedisResumeTest {

    private static final int KEYS = 5000;

    /** Counts its calls outside the keys that it works on; stops at a key of another type. */
    private static final Map<String, String> UPPER = Map.of("V1__upper.up.lua", """
            -- stairway: keys k:*
            -- stairway: batch 100
            for _, key in ipairs(KEYS) do
              redis.call('SET', key, string.upper(redis.call('GET', key)), 'KEEPTTL')
            end
            redis.call('INCRBY', 'handed', #KEYS)
            """, "V1__upper.down.lua", """
            -- stairway: keys k:*
            for _, key in ipairs(KEYS) do
              redis.call('SET', key, string.lower(redis.call('GET', key)), 'KEEPTTL')
            end
            """);

    @Parameter
    String release;

    @TempDir
    Path root;

    @Test
    void aRunThatFailedGoesOnBehindTheKeysThatAreDone() {
        try (RedisStepper stepper = filled()) {
            long before = failedInTheMiddle(stepper);
            stepper.reopened();

            assertThat(stepper.up("1")).isEqualTo(StepOutcome.executed());

            long handed = handed(stepper) - before;
            assertThat(before).isBetween(100L, KEYS - 100L);
            // A page is handed over again as a whole, and its bad batch once key by key to find the bad one.
            assertThat(handed).isBetween(KEYS - before - 700, KEYS - before + 700);
            assertAll(stepper, "VALUE ");
        }
    }

    @Test
    void theProgressIsForgottenOnceItHasEnded() {
        try (RedisStepper stepper = filled()) {
            failedInTheMiddle(stepper);
            assertThat(progress(stepper)).isNotEmpty();
            stepper.ups("1");
            assertThat(progress(stepper)).isEmpty();
            assertThat(handed(stepper)).isGreaterThanOrEqualTo(KEYS);
        }
    }

    @Test
    void theOtherWayStartsAnewAndCoversWhatWasDone() {
        try (RedisStepper stepper = filled()) {
            failedInTheMiddle(stepper);

            assertThat(stepper.down("1")).isEqualTo(StepOutcome.executed());

            stepper.connection.call("DEL", "handed");
            assertAll(stepper, "value ");
            assertThat(stepper.pending()).containsExactly("V1__upper");
        }
    }

    @Test
    void anEditedScriptStartsAnew() {
        try (RedisStepper stepper = filled()) {
            failedInTheMiddle(stepper);
            stepper.connection.call("SET", "handed", "0");
            stepper.file("V1__upper.up.lua", UPPER.get("V1__upper.up.lua") + "-- repaired");
            stepper.reopened();
            stepper.ups("1");

            assertThat(handed(stepper)).isGreaterThanOrEqualTo(KEYS);
        }
    }

    @Test
    void anotherServerProcessMakesTheCursorWorthlessSoItStartsAnew() {
        try (RedisStepper stepper = filled()) {
            failedInTheMiddle(stepper);
            stepper.connection.call("SET", "handed", "0");
            for (Object field : (List<?>) stepper.connection.call("HKEYS", Reserved.PROGRESS)) {
                String name = RedisStepper.text(field);
                if (name.startsWith("cursor ")) {
                    String cursor = RedisStepper.text(stepper.connection.call("HGET", Reserved.PROGRESS, name));
                    stepper.connection.call("HDEL", Reserved.PROGRESS, name);
                    stepper.connection.call("HSET", Reserved.PROGRESS, "cursor 0123456789abcdef k:*", cursor);
                }
            }
            stepper.ups("1");

            assertThat(handed(stepper)).isGreaterThanOrEqualTo(KEYS);
            assertAll(stepper, "VALUE ");
        }
    }

    @Test
    void aLostConnectionIsToldAndTheNextRunEndsTheWork() throws Exception {
        try (RedisStepper stepper = filled()) {
            stepper.open();
            CompletableFuture<StepOutcome> running = CompletableFuture.supplyAsync(() -> stepper.up("1"));
            try (RedisConnection other = stepper.database.connect()) {
                awaitHanded(other, 500, running);
                killEngine(other);
            }
            StepOutcome outcome = running.get();

            assertThat(outcome.result()).isEqualTo(Result.FAILED);
            assertThat(outcome.reason()).contains("connection was lost").contains("Run again");
            assertThat(stepper.up("1")).isEqualTo(StepOutcome.executed());
            assertAll(stepper, "VALUE ");
        }
    }

    private RedisStepper filled() {
        RedisStepper stepper = RedisStepper.on(release, root, UPPER);
        stepper.set("k:", KEYS);
        return stepper;
    }

    /** Puts a list in the way of about the middle of the scan, and takes it away again. Returns the keys handed over. */
    private static long failedInTheMiddle(RedisStepper stepper) {
        List<?> page =
                (List<?>) stepper.connection.call("SCAN", "0", "MATCH", "k:*", "COUNT", Integer.toString(KEYS / 2));
        List<?> keys = (List<?>) page.get(1);
        String middle = RedisStepper.text(keys.get(keys.size() - 1));
        String value = RedisStepper.text(stepper.connection.call("GET", middle));
        stepper.connection.call("DEL", middle);
        stepper.connection.call("RPUSH", middle, "in the way");
        assertThat(stepper.up("1").result()).isEqualTo(Result.FAILED);
        stepper.connection.call("DEL", middle);
        stepper.connection.call("SET", middle, value);
        return handed(stepper);
    }

    /** Cuts the connection of the engine while a command of it is on its way: the server holds writes back meanwhile. */
    private static void killEngine(RedisConnection other) {
        other.call("CLIENT", "PAUSE", "60000", "WRITE");
        List<String> waiting = List.of();
        while (waiting.isEmpty()) {
            waiting = RedisStepper.text(other.call("CLIENT", "LIST"))
                    .lines()
                    .filter(line -> line.matches(".* flags=\\S*b\\S* .* cmd=(evalsha|hset) .*"))
                    .map(line -> line.replaceFirst("^id=(\\d+) .*", "$1"))
                    .toList();
        }
        waiting.forEach(id -> other.call("CLIENT", "KILL", "ID", id));
        other.call("CLIENT", "UNPAUSE");
    }

    private static void awaitHanded(RedisConnection other, long wanted, CompletableFuture<?> running) {
        while (!running.isDone()) {
            Object handed = other.call("GET", "handed");
            if (handed != null && Long.parseLong(RedisStepper.text(handed)) >= wanted) {
                return;
            }
        }
        throw new AssertionError("It ended too early: " + running);
    }

    private static long handed(RedisStepper stepper) {
        return Long.parseLong(RedisStepper.text(stepper.connection.call("GET", "handed")));
    }

    private static List<?> progress(RedisStepper stepper) {
        return (List<?>) stepper.connection.call("HGETALL", Reserved.PROGRESS);
    }

    private static void assertAll(RedisStepper stepper, String prefix) {
        Map<String, String> strings = stepper.strings();
        strings.remove("handed");
        assertThat(strings).hasSize(KEYS);
        strings.forEach((key, value) -> assertThat(value).isEqualTo(prefix + key.substring(2)));
    }
}
