package dev.stairway.benchmark.redis;

import dev.stairway.database.redis.RedisConnection;
import dev.stairway.database.redis.RedisDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** Another client, which asks every millisecond and remembers when it had to wait. */
final class Probe implements AutoCloseable {

    private static final long EVERY_NANOS = 1_000_000;
    private static final long REMEMBERED_NANOS = 2_000_000;

    private final RedisConnection connection;
    private final Thread thread;
    private final List<Wait> waits = new ArrayList<>();
    private volatile boolean asking = true;

    /** Both by {@link System#nanoTime()}. */
    record Wait(long from, long to) {
        double millis() {
            return (to - from) / 1e6;
        }
    }

    Probe(RedisDatabase database, String name) {
        connection = database.connect();
        thread = new Thread(this::ask, "probe of " + name);
        thread.setDaemon(true);
        thread.start();
    }

    private void ask() {
        while (asking) {
            long start = System.nanoTime();
            connection.call("PING");
            long end = System.nanoTime();
            if (end - start > REMEMBERED_NANOS) {
                synchronized (waits) {
                    waits.add(new Wait(start, end));
                }
            }
            LockSupport.parkNanos(EVERY_NANOS);
        }
    }

    /** Waits of more than two milliseconds since the last call. */
    List<Wait> take() {
        synchronized (waits) {
            List<Wait> taken = List.copyOf(waits);
            waits.clear();
            return taken;
        }
    }

    @Override
    public void close() {
        asking = false;
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        connection.close();
    }
}
