package dev.stairway.engine.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.database.redis.RedisReleases;
import dev.stairway.engine.StepOutcome;
import dev.stairway.engine.StepOutcome.Result;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;

/** What goes wrong on the server is told with file and line, what it means, and what is done. */
@ParameterizedClass
@RedisReleases
class RedisFailureTest {

    @Parameter
    String release;

    @TempDir
    Path root;

    @Test
    void aLuaSyntaxErrorNamesItsLineAndNothingRan() {
        try (RedisStepper stepper = lua("-- one\nredis.call('SET', 'a', 1)\nfor do\n")) {
            StepOutcome outcome = stepper.up("1");

            assertThat(outcome.result()).isEqualTo(Result.FAILED);
            assertThat(outcome.reason()).startsWith("redis/V1__x.up.lua:3: Lua syntax error: ");
            assertThat(stepper.keys()).isEmpty();
            assertThat(stepper.pending()).containsExactly("V1__x");
        }
    }

    @Test
    void anErrorAtRunTimeNamesItsLine() {
        try (RedisStepper stepper = lua("-- one\nlocal t = nil\nreturn t.x\n")) {
            assertThat(stepper.up("1").reason())
                    .startsWith("redis/V1__x.up.lua:3: attempt to index local 't' (a nil value)")
                    .doesNotContain("user_script")
                    .contains("Redis takes nothing back");
        }
    }

    @Test
    void theSameTextWithoutAnErrorRuns() {
        try (RedisStepper stepper = lua("-- one\nlocal t = {}\nreturn t.x\n")) {
            assertThat(stepper.up("1")).isEqualTo(StepOutcome.executed());
        }
    }

    @Test
    void aKeyOfTheWrongTypeIsNamedAndTheOthersBeforeItAreDone() {
        Map<String, String> files = Map.of(
                "V1__x.up.lua",
                "-- stairway: keys k:*\nfor _, k in ipairs(KEYS) do\n  redis.call('APPEND', k, '')\nend");
        try (RedisStepper stepper = RedisStepper.on(release, root, files)) {
            stepper.set("k:", 300);
            stepper.connection.call("DEL", "k:77");
            stepper.connection.call("RPUSH", "k:77", "x");

            StepOutcome outcome = stepper.up("1");

            assertThat(outcome.reason())
                    .startsWith(
                            "redis/V1__x.up.lua:3: WRONGTYPE Operation against a key holding the wrong kind of value")
                    .contains("ask with TYPE first")
                    .contains("keys are done. Run again: it goes on behind them");
            assertThat(outcome.sql()).isEqualTo("EVALSHA V1__x.up.lua k:77");

            stepper.connection.call("DEL", "k:77");
            assertThat(stepper.up("1")).isEqualTo(StepOutcome.executed());
        }
    }

    @Test
    void aCommandThatFailsNamesItsLineAndGoesOnFromThereWhenRepaired() {
        Map<String, String> files = Map.of("V1__x.up.redis", "INCR n\n\nLPUSH list a\nINCR n\n");
        try (RedisStepper stepper = RedisStepper.on(release, root, files)) {
            stepper.connection.call("SET", "list", "no list");

            StepOutcome outcome = stepper.up("1");

            assertThat(outcome.reason())
                    .startsWith("redis/V1__x.up.redis:3: WRONGTYPE")
                    .contains("1 of 3 commands are done. Run again");
            stepper.connection.call("DEL", "list");
            assertThat(stepper.up("1")).isEqualTo(StepOutcome.executed());
            assertThat(RedisStepper.text(stepper.connection.call("GET", "n"))).isEqualTo("2");
        }
    }

    @Test
    void anErrorInsideATransactionIsNotOverlooked() {
        Map<String, String> files = Map.of("V1__x.up.redis", "SET s text\nMULTI\nSET a 1\nINCR s\nEXEC\n");
        try (RedisStepper stepper = RedisStepper.on(release, root, files)) {
            StepOutcome outcome = stepper.up("1");

            assertThat(outcome.reason())
                    .startsWith("redis/V1__x.up.redis:5: value is not an integer")
                    .contains("1 of 5 commands are done");
        }
    }

    @Test
    void aServerWithoutMemoryIsToldAsThat() {
        try (RedisStepper stepper = lua("-- stairway: keys k:*\nredis.call('SET', 'new', 'x')")) {
            stepper.set("k:", 10);
            stepper.open();
            stepper.connection.call("CONFIG", "SET", "maxmemory", "1");

            StepOutcome refused = stepper.up("1");
            stepper.connection.call("CONFIG", "SET", "maxmemory", "0");

            assertThat(refused.result()).isEqualTo(Result.FAILED);
            assertThat(refused.reason()).contains("OOM").contains("reached its maxmemory");
            assertThat(stepper.up("1")).isEqualTo(StepOutcome.executed());
        }
    }

    @Test
    void aMigrationThatRanButCouldNotBeRecordedIsToldAsThatAndRunsAgain() {
        // A server without memory does not give the lock back either: the next run waits for the end of its lease.
        try (RedisStepper stepper = new RedisStepper(release, root, RedisStepper.SHORT_LEASE)) {
            stepper.file("V1__x.up.lua", "redis.call('SET', 'large', string.rep('x', 20000000))");
            stepper.open();
            stepper.connection.call("CONFIG", "SET", "maxmemory", "10mb");
            StepOutcome unrecorded = stepper.up("1");
            stepper.connection.call("CONFIG", "SET", "maxmemory", "0");

            assertThat(unrecorded.result()).isEqualTo(Result.FAILED);
            assertThat(unrecorded.reason())
                    .startsWith("redis/V1__x.up.lua:1: it ran to its end, but that could not be recorded: OOM")
                    .contains("the history does not know: run again");
            runsAgain(stepper);
        }
    }

    @Test
    void aCommandThatRanButCouldNotBeRecordedIsToldAsThatAndSentAgain() {
        try (RedisStepper stepper = new RedisStepper(release, root, RedisStepper.SHORT_LEASE)) {
            stepper.file("V1__x.up.redis", "SET a 1\nCONFIG SET maxmemory 1\n");
            StepOutcome unrecorded = stepper.up("1");
            stepper.connection.call("CONFIG", "SET", "maxmemory", "0");

            assertThat(unrecorded.result()).isEqualTo(Result.FAILED);
            assertThat(unrecorded.reason())
                    .startsWith("redis/V1__x.up.redis:2: it ran, but that could not be recorded: OOM")
                    .contains("1 of 2 commands are recorded as done", "sends this one again");
            assertThat((byte[]) stepper.connection.call("HGET", Reserved.PROGRESS, "commands"))
                    .containsExactly('1');
            stepper.file("V1__x.up.redis", "SET a 1\n");
            runsAgain(stepper);
        }
    }

    private static void runsAgain(RedisStepper stepper) {
        assertThat(stepper.pending()).containsExactly("V1__x");
        stepper.reopened();
        assertThat(stepper.up("1")).isEqualTo(StepOutcome.executed());
        assertThat(stepper.pending()).isEmpty();
    }

    @ParameterizedErrors
    void errorsOfTheServerSayWhatToDo(String error, String advice) {
        try (RedisStepper stepper = lua("return redis.error_reply('" + error + "')")) {
            StepOutcome outcome = stepper.up("1");

            assertThat(outcome.result()).isEqualTo(Result.FAILED);
            assertThat(outcome.reason()).contains(error).contains(advice).doesNotContain("channel:");
        }
    }

    @Test
    void aForgottenScriptIsTaughtAgain() {
        Map<String, String> files = Map.of(
                "V1__x.up.lua", "-- stairway: keys k:*\n-- stairway: per key\nredis.call('SET', KEYS[1], 'done')");
        try (RedisStepper stepper = RedisStepper.on(release, root, files)) {
            stepper.set("k:", 2000);
            stepper.open();
            AtomicBoolean ended = new AtomicBoolean();
            Thread flusher = new Thread(() -> {
                try (var other = stepper.database.connect()) {
                    while (!ended.get()) {
                        other.call("SCRIPT", "FLUSH");
                    }
                }
            });
            flusher.start();

            StepOutcome outcome = stepper.up("1");
            ended.set(true);
            join(flusher);

            assertThat(outcome).isEqualTo(StepOutcome.executed());
            assertThat(stepper.strings().values()).containsOnly("done").hasSize(2000);
        }
    }

    @Test
    void anEditedScriptIsRefused() {
        try (RedisStepper stepper = lua("return 1")) {
            stepper.ups("1");
            stepper.file("V1__x.up.lua", "return 2");

            assertThat(org.assertj.core.api.Assertions.catchThrowable(stepper::reopened))
                    .hasMessageContaining("V1__x was edited after it had been applied")
                    .hasMessageContaining("redis/V1__x.up.lua:1");
        }
    }

    @Test
    void anEditedScriptThatNeverRanIsFine() {
        try (RedisStepper stepper = lua("return 1")) {
            stepper.open();
            stepper.file("V1__x.up.lua", "return 2");

            stepper.reopened();
            stepper.ups("1");
        }
    }

    @Test
    void anAppliedMigrationWhoseFileIsGoneIsRefused() throws Exception {
        try (RedisStepper stepper = lua("return 1")) {
            stepper.ups("1");
            java.nio.file.Files.delete(root.resolve("redis/V1__x.up.lua"));

            assertThat(org.assertj.core.api.Assertions.catchThrowable(stepper::reopened))
                    .hasMessageContaining("Version 1 was applied, and its file is gone");
        }
    }

    private RedisStepper lua(String text) {
        return RedisStepper.on(release, root, Map.of("V1__x.up.lua", text));
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
