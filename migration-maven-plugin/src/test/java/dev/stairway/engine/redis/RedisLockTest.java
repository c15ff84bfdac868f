package dev.stairway.engine.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.database.redis.RedisSession;
import dev.stairway.engine.EngineRun;
import dev.stairway.engine.StepOutcome;
import dev.stairway.engine.StepOutcome.Result;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class RedisLockTest {

    private static final RedisLimits IMPATIENT =
            new RedisLimits(Duration.ofMillis(5), Duration.ofSeconds(5), Duration.ofMillis(300), Duration.ofSeconds(2));

    private static final Map<String, String> COUNT = Map.of("V1__x.up.lua", "return redis.call('INCR', 'ran')");

    @TempDir
    Path root;

    @Test
    void whoCannotGetTheLockInTimeDoesNothing() throws Exception {
        try (RedisStepper stepper = stepper();
                Client other = Client.open(stepper.database.endpoint(), IMPATIENT)) {
            CountDownLatch held = new CountDownLatch(1);
            CountDownLatch done = new CountDownLatch(1);
            CompletableFuture<StepOutcome> holder = hold(other, held, done);
            held.await();

            StepOutcome outcome = stepper.up("1");
            done.countDown();
            holder.get();

            assertThat(outcome.result()).isEqualTo(Result.FAILED);
            assertThat(outcome.reason())
                    .contains("Another run has held the lock")
                    .contains("Nothing was done");
            assertThat(stepper.keys()).isEmpty();
            assertThat(stepper.up("1")).isEqualTo(StepOutcome.executed());
        }
    }

    @Test
    void theLockOfARunThatWasKilledEndsByItself() throws Exception {
        RedisLimits patient = new RedisLimits(
                Duration.ofMillis(5), Duration.ofSeconds(5), Duration.ofSeconds(20), Duration.ofSeconds(2));
        try (RedisStepper stepper = new RedisStepper("7.0", root, patient)) {
            COUNT.forEach(stepper::file);
            CountDownLatch held = new CountDownLatch(1);
            Client killed = Client.open(stepper.database.endpoint(), IMPATIENT);
            CompletableFuture<StepOutcome> holder = hold(killed, held, new CountDownLatch(0));
            held.await();
            holder.get();
            // What a process that was killed leaves behind: the lock without anybody who renews it.
            stepper.connection.call("HSET", Reserved.LOCK, "gone:1", "1");
            stepper.connection.call("PEXPIRE", Reserved.LOCK, "1500");
            killed.close();

            assertThat(stepper.up("1")).isEqualTo(StepOutcome.executed());
        }
    }

    @Test
    void twoRunsAtOnceApplyAMigrationOnce() {
        try (RedisStepper stepper = new RedisStepper("7.0", root, RedisLimits.DEFAULT)) {
            COUNT.forEach(stepper::file);
            List<CompletableFuture<Result>> results;
            try (RedisSession session = stepper.database.newSession()) {
                results = Stream.generate(() -> CompletableFuture.supplyAsync(() -> once(stepper, session)))
                        .limit(3)
                        .toList();
                results.forEach(CompletableFuture::join);
            }

            assertThat(results.stream().map(CompletableFuture::join).toList())
                    .containsExactlyInAnyOrder(Result.EXECUTED, Result.SKIPPED, Result.SKIPPED);
            assertThat(stepper.strings()).isEqualTo(Map.of("ran", "1"));
        }
    }

    private static Result once(RedisStepper stepper, RedisSession session) {
        try (EngineRun run = new RedisEngine().open(stepper.source(), stepper.database)) {
            return run.up(run.migrations().get(0), session).result();
        }
    }

    private static CompletableFuture<StepOutcome> hold(Client client, CountDownLatch held, CountDownLatch done) {
        return CompletableFuture.supplyAsync(() -> new StepLock(client.redisson(), Duration.ofSeconds(5))
                .holding(() -> {
                    held.countDown();
                    try {
                        done.await();
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                    return StepOutcome.executed();
                }));
    }

    private RedisStepper stepper() {
        RedisStepper stepper = new RedisStepper("7.0", root, IMPATIENT);
        COUNT.forEach(stepper::file);
        stepper.open();
        return stepper;
    }
}
