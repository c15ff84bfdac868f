package dev.stairway.engine.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.database.ServerLoad;
import dev.stairway.database.redis.RedisReleases;
import dev.stairway.engine.StepOutcome;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;

/** What the server itself says about a migration's work. */
@ParameterizedClass
@RedisReleases
class RedisLoadTest {

    private static final int KEYS = 1_000;
    private static final long BLOCK_MILLIS = 30;

    /** Keeps the server busy for so long by its own clock. */
    private static final String BUSY = """
            local function micros() local now = redis.call('TIME') return now[1] * 1000000 + now[2] end
            local start = micros()
            repeat until micros() - start >= 30000
            """;

    @Parameter
    String release;

    @TempDir
    Path root;

    @Test
    void theCommandsInsideOfAScriptCountAndThoseOfTheEngineDoNot() {
        try (RedisStepper stepper = RedisStepper.on(release, root, RedisStepper.SESSIONS)) {
            stepper.set("session:user:", 150);

            Map<String, Long> commands = load(stepper, "007").commands();

            assertThat(commands).containsEntry("EXISTS", 150L).containsEntry("RENAMENX", 150L);
            assertThat(commands).containsOnlyKeys("EVALSHA", "EXISTS", "RENAMENX", "SCAN");
            assertThat(stepper.up("007").result()).isEqualTo(StepOutcome.Result.SKIPPED);
        }
    }

    @Test
    void theMigrationsOwnWritesOfAKindThatTheEngineUsesAsWellAreCounted() {
        Map<String, String> files = Map.of("V1__hash.up.redis", "HSET h a 1\nHSET h b 2\nDEL gone\n");
        try (RedisStepper stepper = RedisStepper.on(release, root, files)) {
            assertThat(load(stepper, "1").commands()).isEqualTo(Map.of("HSET", 2L, "DEL", 1L));
        }
    }

    @Test
    void memoryGrowsByWhatIsWrittenAndShrinksByWhatIsDeleted() {
        Map<String, String> files = Map.of(
                "V1__fill.up.lua",
                "for i = 1, " + KEYS + " do redis.call('SET', 'k' .. i, string.rep('x', 1000)) end",
                "V2__expire.up.lua",
                "for i = 1, " + KEYS + " do redis.call('PEXPIRE', 'k' .. i, 1e9) end",
                "V3__drop.up.lua",
                "for i = 1, " + KEYS + " do redis.call('DEL', 'k' .. i) end");
        try (RedisStepper stepper = RedisStepper.on(release, root, files)) {
            assertThat(load(stepper, "1").memoryBytes()).isBetween(KEYS * 1_000L, KEYS * 1_300L);
            assertThat(load(stepper, "2").memoryBytes()).isBetween(KEYS * 16L, KEYS * 100L);
            assertThat(load(stepper, "3").memoryBytes()).isBetween(KEYS * -1_400L, KEYS * -1_000L);
        }
    }

    @Test
    void theLongestBlockIsThatOfTheLongestCommandAndNotOfAllTogether() {
        Map<String, String> files = Map.of("V1__busy.up.lua", BUSY, "V2__short.up.redis", "SET a 1\nSET b 2\n");
        try (RedisStepper stepper = RedisStepper.on(release, root, files)) {
            assertThat(Duration.ofNanos(load(stepper, "1").longestBlockNanos())).isGreaterThanOrEqualTo(millis());
            assertThat(Duration.ofNanos(load(stepper, "2").longestBlockNanos())).isLessThan(millis());
        }
    }

    @Test
    void aLongBlockAmongManyShortOnesIsNotLostInTheirMean() {
        Map<String, String> files = Map.of("V1__keys.up.lua", """
                -- stairway: keys k:*
                -- stairway: batch 1
                if KEYS[1] == 'k:7' then
                """ + BUSY + "end\n");
        try (RedisStepper stepper = RedisStepper.on(release, root, files)) {
            stepper.set("k:", 200);
            assertThat(Duration.ofNanos(load(stepper, "1").longestBlockNanos())).isGreaterThanOrEqualTo(millis());
        }
    }

    @Test
    void nothingIsKnownOfAStepThatDidNotRun() {
        try (RedisStepper stepper = RedisStepper.on(release, root, RedisStepper.SESSIONS)) {
            stepper.ups("007");
            assertThat(stepper.worked("007").work().load()).isEqualTo(ServerLoad.UNKNOWN);
        }
    }

    private static Duration millis() {
        return Duration.ofMillis(BLOCK_MILLIS);
    }

    private static ServerLoad load(RedisStepper stepper, String version) {
        RedisStepper.Stepped stepped = stepper.worked(version);
        assertThat(stepped.outcome()).isEqualTo(StepOutcome.executed());
        return stepped.work().load();
    }
}
