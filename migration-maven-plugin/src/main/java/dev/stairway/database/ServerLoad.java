package dev.stairway.database;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a step asked of the server, by the server's own books: work that no client sees, such as the commands inside a
 * script. A database tells what it can; further figures get fields of their own.
 *
 * @param commands how often each kind of command ran, those inside scripts included; empty where unknown
 * @param memoryBytes by how much the data takes more memory than before, negative when it takes less; bytes; null where
 *     unknown
 * @param longestBlockNanos how long the longest single command kept the server from everybody else; nanoseconds; null
 *     where unknown
 */
public record ServerLoad(Map<String, Long> commands, Long memoryBytes, Long longestBlockNanos) {

    /** Of a database that does not tell. */
    public static final ServerLoad UNKNOWN = new ServerLoad(Map.of(), null, null);

    public ServerLoad {
        commands = Collections.unmodifiableMap(new TreeMap<>(commands));
    }

    /** Of two servers that worked on one step; what one of them does not know is not known. */
    public ServerLoad plus(ServerLoad other) {
        Map<String, Long> all = new TreeMap<>(commands);
        other.commands.forEach((name, count) -> all.merge(name, count, Long::sum));
        return new ServerLoad(
                all,
                memoryBytes == null || other.memoryBytes == null ? null : memoryBytes + other.memoryBytes,
                longestBlockNanos == null || other.longestBlockNanos == null
                        ? null
                        : Math.max(longestBlockNanos, other.longestBlockNanos));
    }
}
