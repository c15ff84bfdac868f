package dev.stairway.benchmark.redis;

import com.sun.management.OperatingSystemMXBean;
import dev.stairway.database.redis.RedisConnection;
import dev.stairway.database.redis.RedisDatabase;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;

/** Times work on one server. */
final class Meter implements AutoCloseable {

    private static final OperatingSystemMXBean JVM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private final RedisConnection connection;

    Meter(RedisDatabase database) {
        connection = database.connect();
    }

    Cost of(Runnable work) {
        double client = JVM.getProcessCpuTime() / 1e6;
        double server = serverMillis();
        long start = System.nanoTime();
        work.run();
        double wall = (System.nanoTime() - start) / 1e6;
        return new Cost(wall, JVM.getProcessCpuTime() / 1e6 - client, serverMillis() - server);
    }

    // https://redis.io/docs/latest/commands/info/
    private double serverMillis() {
        return text(connection.call("INFO", "cpu"))
                .lines()
                .filter(line -> line.matches("used_cpu_(sys|user):.*"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.indexOf(':') + 1)) * 1000)
                .sum();
    }

    static String text(Object reply) {
        return new String((byte[]) reply, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        connection.close();
    }
}
