package dev.stairway.engine.redis;

import dev.stairway.database.redis.RedisSession;
import dev.stairway.engine.StepOutcome;
import dev.stairway.redis.RedisMigration;
import dev.stairway.redis.RedisMigrationContext;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.redisson.api.RedissonClient;

/** A migration written in Java. */
final class JavaStep implements Step {

    private final Client client;
    private final RedisLimits limits;
    private final RedisMigration code;
    private final Direction direction;
    private final Progress progress;
    private final Map<String, String> parameters;
    private final ClassLoader loader;
    private long keys = -1;

    JavaStep(
            Client client,
            RedisLimits limits,
            RedisMigration code,
            Direction direction,
            Progress progress,
            Map<String, String> parameters,
            ClassLoader loader) {
        this.client = client;
        this.limits = limits;
        this.code = code;
        this.direction = direction;
        this.progress = progress;
        this.parameters = parameters;
        this.loader = loader;
    }

    @Override
    public StepOutcome run(RedisSession session) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        client.recorder().start();
        try {
            call(new Context(new Calls(client, session, limits.timeout())));
            return StepOutcome.executed();
        } catch (OutOfMemoryError noMemory) {
            throw noMemory;
        } catch (Throwable failure) {
            if (failure instanceof InterruptedException) {
                thread.interrupt();
            }
            return Failures.of(failure, code.getClass().getName(), state());
        } finally {
            client.recorder().stop(session);
            thread.setContextClassLoader(before);
        }
    }

    private void call(RedisMigrationContext context) throws Exception {
        if (direction == Direction.UP) {
            code.up(context);
        } else {
            code.down(context);
        }
    }

    private String state() {
        return keys < 0
                ? "What it wrote before stays: Redis takes nothing back. Run again once it is repaired"
                : keys + " keys were handed to it. Run again once it is repaired: it goes on behind them";
    }

    // RedisMigration demands it: after a kill the run starts again.
    @Override
    public boolean mayRepeat() {
        return true;
    }

    @Override
    public long keys() {
        return keys;
    }

    private final class Context implements RedisMigrationContext {

        private final Calls calls;
        private final Map<String, Integer> passes = new HashMap<>();

        Context(Calls calls) {
            this.calls = calls;
        }

        @Override
        public RedissonClient redisson() {
            return client.redisson();
        }

        @Override
        public Map<String, String> parameters() {
            return parameters;
        }

        @Override
        public long forEachBatch(String pattern, int size, Batch work) throws Exception {
            BatchSize most = new BatchSize(Math.min(size, client.mostKeys()), client.maxBlock(limits.maxBlock()));
            Batches batches = new Batches(client.topology(), progress, most, client.mostLooked());
            long before = Math.max(0, keys);
            try {
                batches.run(
                        pattern,
                        passes.merge(pattern, 1, Integer::sum),
                        nanos -> calls.record("SCAN " + pattern, nanos),
                        (node, batch) -> work.apply(text(batch)));
                return batches.handedOver();
            } finally {
                keys = before + batches.handedOver();
            }
        }
    }

    private static List<String> text(List<byte[]> keys) {
        return keys.stream().map(key -> new String(key, StandardCharsets.UTF_8)).toList();
    }
}
