package dev.stairway.engine.redis;

import dev.stairway.database.redis.RedisConnection;
import dev.stairway.engine.StepOutcome;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** Does something to a server while a migration is in its middle: writes are held back until it is done. */
final class Interruption {

    private static final long ENOUGH = Sessions.KEYS / 4;

    private Interruption() {}

    /** @return what the step says */
    static StepOutcome inTheMiddle(RedisStepper stepper, RedisConnection keeper, Consumer<RedisConnection> what) {
        stepper.open();
        CompletableFuture<StepOutcome> running = CompletableFuture.supplyAsync(() -> stepper.up("1"));
        hold(keeper, running);
        what.accept(keeper);
        return running.join();
    }

    /** Returns when the engine waits for the reply to a write. The caller ends that. */
    private static void hold(RedisConnection keeper, CompletableFuture<?> running) {
        while (Sessions.done(keeper) < ENOUGH) {
            if (running.isDone()) {
                throw new AssertionError("It ended too early: " + running.join());
            }
        }
        hold(keeper);
    }

    /** The same for a run of another process. */
    static void hold(RedisConnection keeper) {
        while (Sessions.done(keeper) < ENOUGH) {
            Thread.onSpinWait();
        }
        keeper.call("CLIENT", "PAUSE", "60000", "WRITE");
        while (waiting(keeper).isEmpty()) {
            Thread.onSpinWait();
        }
    }

    /** Ids of the connections of the engine that wait. */
    static java.util.List<String> waiting(RedisConnection keeper) {
        return RedisStepper.text(keeper.call("CLIENT", "LIST"))
                .lines()
                .filter(line -> line.matches(".* flags=\\S*b\\S* .* cmd=(evalsha|hset|set) .*"))
                .map(line -> line.replaceFirst("^id=(\\d+) .*", "$1"))
                .toList();
    }

    /** Returns when so many connections wait for the end of the pause. */
    static void awaitHeldBack(RedisConnection keeper, int connections) {
        while (RedisStepper.text(keeper.call("CLIENT", "LIST"))
                        .lines()
                        .filter(line -> line.matches(".* flags=\\S*b\\S* .*"))
                        .count()
                < connections) {
            Thread.onSpinWait();
        }
    }

    static void goOn(RedisConnection keeper) {
        keeper.call("CLIENT", "UNPAUSE");
    }
}
