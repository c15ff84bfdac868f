package dev.stairway.benchmark.redis;

import dev.stairway.database.redis.RedisConnection;
import dev.stairway.database.redis.RedisDatabase;
import java.util.List;
import java.util.Set;

/**
 * Longest time for which the server did nothing else, by its own clock: commands from its slow log, and everything from its
 * latency monitor, both from one millisecond on. A command's time includes what the machine gave to other processes meanwhile.
 * https://redis.io/docs/latest/operate/oss_and_stack/management/optimization/latency-monitor/
 */
final class Blocks implements AutoCloseable {

    private static final int MOST = 100_000;

    /** What measuring itself sends. */
    private static final Set<String> OWN = Set.of("SLOWLOG", "LATENCY", "CONFIG", "INFO");

    private final RedisConnection connection;

    /** @param event what it was, for example {@code EVALSHA} or {@code expire-cycle} */
    record Block(String event, double millis) {}

    Blocks(RedisDatabase database) {
        connection = database.connect();
        connection.call("CONFIG", "SET", "slowlog-log-slower-than", "1000");
        connection.call("CONFIG", "SET", "slowlog-max-len", Integer.toString(MOST));
        connection.call("CONFIG", "SET", "latency-monitor-threshold", "1");
    }

    void reset() {
        connection.call("SLOWLOG", "RESET");
        connection.call("LATENCY", "RESET");
    }

    /** Since the reset; a block of no millisecond when there was none. */
    Block longest() {
        Block longest = new Block("none", 0);
        // [id, time, microseconds, command, ...]: https://redis.io/docs/latest/commands/slowlog-get/
        for (Object each : (List<?>) connection.call("SLOWLOG", "GET", Integer.toString(MOST))) {
            List<?> entry = (List<?>) each;
            double millis = (Long) entry.get(2) / 1000.0;
            String name = Meter.text(((List<?>) entry.get(3)).get(0));
            longest = millis > longest.millis() && !OWN.contains(name) ? new Block(name, millis) : longest;
        }
        // [event, time, last, longest], whole milliseconds: https://redis.io/docs/latest/commands/latency-latest/
        for (Object each : (List<?>) connection.call("LATENCY", "LATEST")) {
            List<?> entry = (List<?>) each;
            double millis = (Long) entry.get(3);
            // Commands are known better from the slow log.
            boolean command = Meter.text(entry.get(0)).endsWith("command");
            longest = !command && millis > longest.millis() ? new Block(Meter.text(entry.get(0)), millis) : longest;
        }
        return longest;
    }

    @Override
    public void close() {
        connection.close();
    }
}
