package dev.stairway.database.redis;

import dev.stairway.database.ServerLoad;
import dev.stairway.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What a server says about the work of a step, from two looks into its own books. They cost three short commands each and
 * nothing in between, whatever the step does.
 *
 * <ul>
 *   <li>Commands: INFO commandstats.
 *   <li>Memory: what the server has allocated, without the buffers of its clients and the cache of scripts. That leaves
 *       the keys, their table and the server itself; only the keys change in a step, to some hundred bytes. {@code
 *       used_memory_dataset} would leave out the table of the keys and rise and fall by a client's buffer.
 *   <li>Longest block: the larger of the latency monitor's maximum, in whole milliseconds rounded down, and the mean of the
 *       slowest kind of command, which is exact where it was called once. Never more than the truth, and less than a
 *       millisecond below it. The slow log would keep only the last entries.
 * </ul>
 *
 * @see <a href="https://redis.io/docs/latest/operate/oss_and_stack/management/optimization/latency-monitor/">Latency
 *     monitor</a>
 * @see <a href="https://redis.io/docs/latest/commands/memory-stats/">MEMORY STATS</a>
 */
final class ServerBooks {

    /** Settings without which the server keeps no such books, or ones that take memory of their own. */
    static final String MONITOR = "latency-monitor-threshold 1";

    /** A histogram per command, since 7.0. */
    static final String NO_HISTOGRAMS = "latency-tracking no";

    private static final Set<String> BLOCKS = Set.of("command", "fast-command");
    private static final Set<String> SCRIPTS = Set.of("lua.caches", "functions.caches");
    private static final Pattern CLIENT_MEMORY = Pattern.compile(" tot-mem=([0-9]+)");

    private final RedisConnection connection;
    private final CommandCounts counts;
    private final long memory;

    private ServerBooks(RedisConnection connection) {
        this.connection = connection;
        connection.call("LATENCY", "RESET");
        this.memory = memory(connection);
        this.counts = CommandCounts.of(connection);
    }

    /**
     * Opens the books.
     *
     * @return what was written in them since, when asked; unknown for a server that does not answer
     */
    static Supplier<ServerLoad> open(RedisConnection connection) {
        try {
            ServerBooks books = new ServerBooks(connection);
            return books::load;
        } catch (RedisErrorException | ProblemException refused) {
            return () -> ServerLoad.UNKNOWN;
        }
    }

    private ServerLoad load() {
        try {
            CommandCounts ran = CommandCounts.of(connection).since(counts);
            Map<String, Long> commands = new TreeMap<>();
            ran.kinds().forEach((name, kind) -> commands.put(name, kind.calls()));
            return new ServerLoad(commands, memory(connection) - memory, Math.max(monitored(), slowestMean(ran)));
        } catch (RedisErrorException | ProblemException gone) {
            return ServerLoad.UNKNOWN;
        }
    }

    private static long slowestMean(CommandCounts ran) {
        return ran.kinds().values().stream()
                .mapToLong(CommandCounts.Kind::meanNanos)
                .max()
                .orElse(0);
    }

    // [event, time, latest, maximum]: https://redis.io/docs/latest/commands/latency-latest/
    private long monitored() {
        long millis = 0;
        for (Object event : (List<?>) connection.call("LATENCY", "LATEST")) {
            List<?> fields = (List<?>) event;
            if (BLOCKS.contains(text(fields.get(0)))) {
                millis = Math.max(millis, (Long) fields.get(3));
            }
        }
        return millis * 1_000_000;
    }

    private static long memory(RedisConnection connection) {
        long clients = CLIENT_MEMORY
                .matcher(text(connection.call("CLIENT", "LIST")))
                .results()
                .map(MatchResult::group)
                .mapToLong(found -> Long.parseLong(found.substring(found.indexOf('=') + 1)))
                .sum();
        List<?> stats = (List<?>) connection.call("MEMORY", "STATS");
        long allocated = 0;
        for (int i = 0; i < stats.size(); i += 2) {
            String name = text(stats.get(i));
            if (name.equals("total.allocated")) {
                allocated += (Long) stats.get(i + 1);
            } else if (SCRIPTS.contains(name)) {
                allocated -= (Long) stats.get(i + 1);
            }
        }
        return allocated - clients;
    }

    private static String text(Object reply) {
        return new String((byte[]) reply, StandardCharsets.UTF_8);
    }
}
