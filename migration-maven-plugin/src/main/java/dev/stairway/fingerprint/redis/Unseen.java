package dev.stairway.fingerprint.redis;

import dev.stairway.database.redis.RedisConnection;
import dev.stairway.database.redis.RedisErrorException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * How often the commands ran whose effect no tracking tells: another number means that they may have had one.
 *
 * @param streams those that change a consumer group or the last id of a stream; null when the server does not tell
 * @param databases SWAPDB
 */
record Unseen(String streams, String databases) {

    /** https://redis.io/docs/latest/commands/info/, section commandstats; XGROUP is split by subcommand since 7.0. */
    private static final Set<String> STREAMS = Set.of("xgroup", "xreadgroup", "xack", "xclaim", "xautoclaim", "xsetid");

    static Unseen now(RedisConnection connection) {
        try {
            String info = new String((byte[]) connection.call("INFO", "commandstats"), StandardCharsets.UTF_8);
            TreeSet<String> streams = new TreeSet<>();
            String databases = "";
            for (String line : info.split("\r\n")) {
                String command = command(line);
                if (STREAMS.contains(command)) {
                    streams.add(calls(line));
                } else if (command.equals("swapdb")) {
                    databases = calls(line);
                }
            }
            return new Unseen(String.join(" ", streams), databases);
        } catch (RedisErrorException refused) {
            return new Unseen(null, "");
        }
    }

    /** Those of two servers together. */
    Unseen and(Unseen other) {
        return new Unseen(
                streams == null || other.streams == null ? null : streams + "; " + other.streams,
                databases + "; " + other.databases);
    }

    private static String command(String line) {
        if (!line.startsWith("cmdstat_")) {
            return "";
        }
        String name = line.substring("cmdstat_".length(), line.indexOf(':')).toLowerCase(Locale.ROOT);
        int sub = name.indexOf('|');
        return sub < 0 ? name : name.substring(0, sub);
    }

    /** {@code cmdstat_xack:calls=3,usec=...} up to the first comma. */
    private static String calls(String line) {
        int comma = line.indexOf(',');
        return comma < 0 ? line : line.substring(0, comma);
    }

    boolean sameStreams(Unseen other) {
        return streams != null && streams.equals(other.streams);
    }

    boolean sameDatabases(Unseen other) {
        return databases.equals(other.databases);
    }
}
