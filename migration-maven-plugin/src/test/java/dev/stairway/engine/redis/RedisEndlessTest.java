package dev.stairway.engine.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.database.redis.RedisReleases;
import dev.stairway.engine.StepOutcome;
import dev.stairway.engine.StepOutcome.Result;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;

@Timeout(60)
class RedisEndlessTest {

    private static final RedisLimits LIMITS =
            new RedisLimits(Duration.ofMillis(5), Duration.ofMillis(300), Duration.ofSeconds(5), Duration.ofSeconds(5));

    @TempDir
    Path root;

    @ParameterizedTest
    @RedisReleases
    void aScriptThatNeverEndsIsStopped(String release) {
        try (RedisStepper stepper = stepper(release, Map.of("V1__x.up.lua", "while true do end"))) {
            StepOutcome outcome = stepper.up("1");

            assertThat(outcome.result()).isEqualTo(Result.FAILED);
            assertThat(outcome.reason())
                    .contains("did not end within 300 ms")
                    .contains("It was stopped and had not written anything");
            assertThat(stepper.connection.call("PING")).isEqualTo("PONG");
            stepper.file("V1__x.up.lua", "return 1");
            stepper.reopened();
            stepper.ups("1");
        }
    }

    @ParameterizedTest
    @RedisReleases
    void aScriptThatHasWrittenCannotBeStoppedAndTheReasonSaysSo(String release) {
        try (RedisStepper stepper =
                stepper(release, Map.of("V1__x.up.lua", "redis.call('SET', 'a', 1) while true do end"))) {
            StepOutcome outcome = stepper.up("1");

            assertThat(outcome.result()).isEqualTo(Result.FAILED);
            assertThat(outcome.reason())
                    .contains("did not end within 300 ms")
                    .contains("has written already")
                    .contains("SHUTDOWN NOSAVE");
        }
    }

    @Test
    void aFunctionThatNeverEndsIsStopped() {
        Map<String, String> files = Map.of(
                "V1__lib.up.lua",
                "#!lua name=forever\nredis.register_function('spin', function() while true do end end)",
                "V2__x.up.redis",
                "FCALL spin 0");
        try (RedisStepper stepper = stepper("7.0", files)) {
            stepper.ups("1");
            StepOutcome outcome = stepper.up("2");

            assertThat(outcome.reason())
                    .startsWith("redis/V2__x.up.redis:1: It did not end")
                    .contains("It was stopped");
        }
    }

    @Test
    void aSlowScriptThatEndsInTimeIsLeftAlone() {
        Map<String, String> files = Map.of(
                "V1__x.up.lua",
                "-- stairway: timeout 20s\nlocal t = redis.call('TIME') local e = t[1] * 1000 + t[2] / 1000 + 600\n"
                        + "repeat t = redis.call('TIME') until t[1] * 1000 + t[2] / 1000 > e\nreturn 1");
        try (RedisStepper stepper = stepper("7.0", files)) {
            stepper.ups("1");
        }
    }

    private RedisStepper stepper(String release, Map<String, String> files) {
        RedisStepper stepper = new RedisStepper(release, root, LIMITS);
        files.forEach(stepper::file);
        stepper.connection.call("CONFIG", "SET", "lua-time-limit", "200");
        stepper.open();
        return stepper;
    }
}
