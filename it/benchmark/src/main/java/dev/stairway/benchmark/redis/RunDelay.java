package dev.stairway.benchmark.redis;

import dev.stairway.database.redis.RedisConnection;
import dev.stairway.database.redis.RedisDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.locks.LockSupport;

/**
 * How long the server was ready to run while the machine ran something else: the second number of
 * <a href="https://docs.kernel.org/scheduler/sched-stats.html">schedstat</a>, looked at every millisecond. Linux only.
 */
final class RunDelay implements AutoCloseable {

    private final Path file;
    private final Thread thread = new Thread(this::look, "run delay");
    private final List<long[]> samples = new ArrayList<>();
    private volatile boolean looking = true;

    RunDelay(RedisDatabase database) {
        try (RedisConnection connection = database.connect()) {
            String pid = Meter.text(connection.call("INFO", "server"))
                    .lines()
                    .filter(line -> line.startsWith("process_id:"))
                    .findFirst()
                    .map(line -> line.substring("process_id:".length()))
                    .orElse("none");
            file = Path.of("/proc", pid, "task", pid, "schedstat");
        }
        thread.setDaemon(true);
        if (Files.isReadable(file)) {
            thread.start();
        }
    }

    private void look() {
        while (looking) {
            try {
                long delay = Long.parseLong(Files.readString(file).split("\\s+")[1]);
                synchronized (samples) {
                    samples.add(new long[] {System.nanoTime(), delay});
                }
            } catch (IOException gone) {
                return;
            }
            LockSupport.parkNanos(1_000_000);
        }
    }

    void reset() {
        synchronized (samples) {
            samples.clear();
        }
    }

    /**
     * The most that was taken from the server in any span of this length since the reset, a look before and after included;
     * empty where the machine does not tell.
     */
    OptionalDouble mostWithin(double millis) {
        synchronized (samples) {
            if (samples.isEmpty()) {
                return OptionalDouble.empty();
            }
            long most = 0;
            int to = 0;
            for (int from = 0; from < samples.size(); from++) {
                while (to < samples.size() - 1 && samples.get(to)[0] - samples.get(from)[0] < (millis + 1) * 1e6) {
                    to++;
                }
                most = Math.max(most, samples.get(to)[1] - samples.get(from)[1]);
            }
            return OptionalDouble.of(most / 1e6);
        }
    }

    @Override
    public void close() {
        looking = false;
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
