package dev.stairway.engine.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.database.redis.RedisReleases;
import dev.stairway.engine.Migration;
import dev.stairway.engine.StepOutcome;
import dev.stairway.engine.StepOutcome.Result;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;

@ParameterizedClass
@RedisReleases
class RedisStepTest {

    @Parameter
    String release;

    @TempDir
    Path root;

    @Test
    void theSessionFormatGoesThereAndBack() {
        try (RedisStepper stepper = RedisStepper.on(release, root, RedisStepper.SESSIONS)) {
            stepper.connection.call("SET", "session:user:123", "{\"data\": \"old_format\"}", "PX", "500000");
            stepper.connection.call("SET", "cache:tool:456", "cached");

            assertThat(stepper.up("007")).isEqualTo(StepOutcome.executed());

            assertThat(stepper.strings())
                    .isEqualTo(Map.of("session:v2:user:123", "{\"data\": \"old_format\"}", "cache:tool:456", "cached"));
            assertThat((Long) stepper.connection.call("PTTL", "session:v2:user:123"))
                    .isBetween(480_000L, 500_000L);

            assertThat(stepper.down("007")).isEqualTo(StepOutcome.executed());

            assertThat(stepper.strings())
                    .isEqualTo(Map.of("session:user:123", "{\"data\": \"old_format\"}", "cache:tool:456", "cached"));
            assertThat((Long) stepper.connection.call("PTTL", "session:user:123"))
                    .isBetween(480_000L, 500_000L);
        }
    }

    @Test
    void theHistoryKnowsWhatRanAndWhatIsPending() {
        try (RedisStepper stepper = RedisStepper.on(release, root, RedisStepper.SESSIONS)) {
            assertThat(stepper.pending()).containsExactly("V007__update_session_key_format");
            stepper.ups("007");
            assertThat(stepper.pending()).isEmpty();
            stepper.reopened();
            assertThat(stepper.pending()).isEmpty();
            assertThat(stepper.up("007").result()).isEqualTo(Result.SKIPPED);
            assertThat(stepper.down("007").result()).isEqualTo(Result.EXECUTED);
            assertThat(stepper.pending()).hasSize(1);
            assertThat(stepper.down("007").reason()).contains("has not been applied");
        }
    }

    @Test
    void nothingButTheHistoryIsLeftBehindByTheEngine() {
        try (RedisStepper stepper = RedisStepper.on(release, root, RedisStepper.SESSIONS)) {
            stepper.set("session:user:", 10);
            stepper.ups("007");

            List<?> all = (List<?>) stepper.connection.call("KEYS", "*stairway*");

            assertThat(all.stream().map(RedisStepper::text).toList())
                    .containsExactlyInAnyOrder("{stairway}:history", "{stairway}:counter");
        }
    }

    @Test
    void aMarkedMigrationCountsAsRan() {
        try (RedisStepper stepper = RedisStepper.on(release, root, RedisStepper.SESSIONS)) {
            stepper.set("session:user:", 1);
            try (var session = stepper.database.newSession()) {
                stepper.open().markRan(stepper.migration("007"), session);
            }
            assertThat(stepper.pending()).isEmpty();
            assertThat(stepper.keys()).containsExactly("session:user:1");
        }
    }

    @Test
    void keysAreHandedOverInBatchesAndEachCallIsRecorded() {
        try (RedisStepper stepper = RedisStepper.on(release, root, RedisStepper.SESSIONS)) {
            stepper.set("session:user:", 3000);
            RedisStepper.Stepped stepped = stepper.worked("007");

            assertThat(stepped.outcome()).isEqualTo(StepOutcome.executed());
            assertThat(stepper.keys()).hasSize(3000).allMatch(key -> key.startsWith("session:v2:user:"));
            assertThat(stepped.work().statements())
                    .filteredOn(
                            statement -> statement.sql().startsWith("EVALSHA V007__update_session_key_format.up.lua"))
                    .hasSizeGreaterThan(3)
                    .allSatisfy(call -> assertThat(call.rows()).isBetween(1L, 1000L))
                    .extracting(call -> call.rows())
                    .satisfies(rows ->
                            assertThat(rows.stream().mapToLong(r -> r).sum()).isGreaterThanOrEqualTo(3000));
        }
    }

    @Test
    void batchesAreNoLargerThanDeclared() {
        Map<String, String> files = Map.of(
                "V1__count.up.lua",
                "-- stairway: keys k:*\n-- stairway: batch 7\nreturn redis.call('INCRBY', 'calls', 1)");
        try (RedisStepper stepper = RedisStepper.on(release, root, files)) {
            stepper.set("k:", 70);
            stepper.ups("1");

            assertThat(Integer.parseInt(stepper.strings().get("calls"))).isGreaterThanOrEqualTo(10);
        }
    }

    @Test
    void slowKeysAreHandedOverInSmallBatchesSoThatOthersGetTheirTurn() {
        Map<String, String> files = Map.of(
                "V1__slow.up.lua",
                "-- stairway: keys k:*\nfor _ in ipairs(KEYS) do for i = 1, 40000 do local x = i % 7 end end");
        try (RedisStepper stepper = RedisStepper.on(release, root, files)) {
            stepper.set("k:", 1000);
            List<Long> sizes = stepper.worked("1").work().statements().stream()
                    .filter(statement -> statement.sql().startsWith("EVALSHA"))
                    .map(statement -> statement.rows())
                    .toList();

            // Each key takes a few tenths of a millisecond, the bound is five.
            assertThat(sizes.subList(1, sizes.size()))
                    .allMatch(keys -> keys <= 50)
                    .hasSizeGreaterThan(20);
        }
    }

    @Test
    void namedKeysAreHandedOverInOneCall() {
        Map<String, String> files = Map.of(
                "V1__named.up.lua", "-- stairway: keys a b\nreturn redis.call('MSET', KEYS[1], #KEYS, KEYS[2], 'x')");
        try (RedisStepper stepper = RedisStepper.on(release, root, files)) {
            stepper.ups("1");

            assertThat(stepper.strings()).isEqualTo(Map.of("a", "2", "b", "x"));
        }
    }

    @Test
    void keysThatAreNotTextAreHandedOverAsTheyAre() {
        Map<String, String> files = Map.of(
                "V1__x.up.lua", "-- stairway: keys *\nfor _, k in ipairs(KEYS) do redis.call('SET', k, 'seen') end");
        try (RedisStepper stepper = RedisStepper.on(release, root, files)) {
            byte[] key = {(byte) 0xff, 0, '\n', (byte) 0xc3};
            stepper.connection.call("SET".getBytes(), key, "x".getBytes());
            stepper.ups("1");

            assertThat(stepper.connection.call("GET".getBytes(), key)).isEqualTo("seen".getBytes());
            assertThat((Long) stepper.connection.call("DBSIZE")).isEqualTo(3);
        }
    }

    @Test
    void commandFilesRunLineByLine() {
        Map<String, String> files = Map.of(
                "V1__flags.up.redis", "# switches\nHSET flags a 1 \"b c\" 2\nMULTI\nINCR n\nINCR n\nEXEC\n",
                "V1__flags.down.redis", "DEL flags n\n");
        try (RedisStepper stepper = RedisStepper.on(release, root, files)) {
            RedisStepper.Stepped stepped = stepper.worked("1");

            assertThat(stepped.outcome()).isEqualTo(StepOutcome.executed());
            assertThat(stepped.work().statements())
                    .extracting(statement -> statement.sql())
                    .containsExactly("HSET flags", "MULTI", "INCR n", "INCR n", "EXEC");
            assertThat(RedisStepper.text(stepper.connection.call("HGET", "flags", "b c")))
                    .isEqualTo("2");
            assertThat(RedisStepper.text(stepper.connection.call("GET", "n"))).isEqualTo("2");
            assertThat(stepper.down("1")).isEqualTo(StepOutcome.executed());
            assertThat(stepper.keys()).isEmpty();
        }
    }

    @Test
    void parametersReachTheScript() {
        try (RedisStepper stepper =
                RedisStepper.on(release, root, Map.of("V1__x.up.lua", "redis.call('SET', '${env}:k', '$${env}')"))) {
            stepper.parameter("env", "test");
            stepper.ups("1");

            assertThat(stepper.strings()).isEqualTo(Map.of("test:k", "${env}"));
        }
    }

    @Test
    void aMissingWayBackIsIrreversibleAndAnEmptyOneDoesNothing() {
        Map<String, String> files =
                Map.of("V1__x.up.lua", "return 1", "V2__y.up.lua", "return 1", "V2__y.down.lua", "-- nothing to do\n");
        try (RedisStepper stepper = RedisStepper.on(release, root, files)) {
            stepper.ups("1", "2");

            assertThat(stepper.migration("1").rollback()).isEqualTo(Migration.Rollback.MISSING);
            assertThat(stepper.migration("2").rollback()).isEqualTo(Migration.Rollback.EMPTY);
            assertThat(stepper.down("2").result()).isEqualTo(Result.EXECUTED);
            assertThat(stepper.down("1").result()).isEqualTo(Result.IRREVERSIBLE);
        }
    }

    @Test
    void aMigrationRunTwiceOverTheSameKeysChangesNothingMore() {
        try (RedisStepper stepper = RedisStepper.on(release, root, RedisStepper.SESSIONS)) {
            stepper.set("session:user:", 500);
            stepper.ups("007");
            Map<String, String> once = stepper.strings();
            stepper.connection.call("HDEL", "{stairway}:history", "7");
            stepper.ups("007");

            assertThat(stepper.strings()).isEqualTo(once);
        }
    }
}
