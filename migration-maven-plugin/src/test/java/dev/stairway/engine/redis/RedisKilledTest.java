package dev.stairway.engine.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.database.process.ChildJvm;
import dev.stairway.database.redis.OwnRedis;
import dev.stairway.database.redis.RedisConnection;
import dev.stairway.database.redis.RedisReleases;
import dev.stairway.engine.StepOutcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;

/** Runs in processes of their own: one that is killed, and two at the same time. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
@ParameterizedClass
@RedisReleases
class RedisKilledTest {

    @Parameter
    String release;

    @TempDir
    Path root;

    @Test
    void aKilledRunLeavesItsPlaceAndTheNextOneEndsLikeAnUndisturbedRun() throws IOException {
        try (OwnRedis redis = OwnRedis.start(release, root.resolve("server"));
                RedisConnection keeper = redis.keeper();
                RedisStepper stepper = stepper(redis)) {
            Sessions.fill(keeper);
            try (ChildJvm run = start(redis, "killed")) {
                Interruption.hold(keeper);
                run.process().destroyForcibly();
                run.process().onExit().join();
            }
            Interruption.goOn(keeper);

            assertThat(root.resolve("killed")).doesNotExist();
            assertThat(history(keeper)).contains("\"state\":\"UP_STARTED\"").contains("\"version\":\"1\"");
            assertThat(Sessions.done(keeper)).isBetween(Sessions.KEYS / 4L, Sessions.KEYS - 1L);
            assertThat((Long) keeper.call("PTTL", Reserved.LOCK))
                    .isBetween(1L, OneRun.LIMITS.lockLease().toMillis());
            assertThat(stepper.pending()).containsExactly("V1__sessions");

            assertThat(stepper.up("1")).isEqualTo(StepOutcome.executed());

            assertThat(history(keeper)).contains("\"state\":\"APPLIED\"");
            assertThat(stepper.pending()).isEmpty();
            assertThat(Sessions.digest(redis.database())).isEqualTo(Sessions.undisturbed(release, root));
        }
    }

    @Test
    void ofTwoRunsAtOnceOneWaitsAndHasNothingToDo() throws IOException {
        try (OwnRedis redis = OwnRedis.start(release, root.resolve("server"));
                RedisConnection keeper = redis.keeper();
                RedisStepper stepper = stepper(redis)) {
            Sessions.fill(keeper);
            stepper.open();
            try (ChildJvm first = start(redis, "first")) {
                Interruption.hold(keeper);
                try (ChildJvm second = start(redis, "second")) {
                    // Asking for the lock is a script, which the server holds back as well.
                    Interruption.awaitHeldBack(keeper, 2);
                    assertThat(keeper.call("EXISTS", Reserved.LOCK)).isEqualTo(1L);
                    Interruption.goOn(keeper);
                    first.process().onExit().join();
                    second.process().onExit().join();
                }
            }
            assertThat(Files.readString(root.resolve("first"))).isEqualTo("EXECUTED ");
            assertThat(Files.readString(root.resolve("second"))).isEqualTo("SKIPPED it has been applied already");
            assertThat(Sessions.digest(redis.database())).isEqualTo(Sessions.undisturbed(release, root));
        }
    }

    private ChildJvm start(OwnRedis redis, String outcome) throws IOException {
        ChildJvm child = ChildJvm.start(
                List.of(),
                System.getProperty("java.class.path"),
                OneRun.class,
                root,
                redis.endpoint().port(),
                release,
                root.resolve(outcome));
        child.awaitPort();
        return child;
    }

    private static String history(RedisConnection keeper) {
        return RedisStepper.text(keeper.call("HGET", Reserved.HISTORY, "1"));
    }

    private RedisStepper stepper(OwnRedis redis) {
        return Sessions.stepper(redis.database(), root, OneRun.LIMITS);
    }
}
