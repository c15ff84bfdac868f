package dev.stairway.database.redis;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * How often the server ran each command, and for how long: https://redis.io/docs/latest/commands/info/, section
 * commandstats. A command inside a script counts as well as the call of the script.
 *
 * @param kinds by name in capitals, subcommands added up, as 6.2 does not tell them apart
 */
record CommandCounts(Map<String, Kind> kinds) {

    /** With these, clients look after their connection, and this plugin after the server: no work of a migration. */
    private static final Set<String> UPKEEP = Set.of(
            "AUTH", "CLIENT", "COMMAND", "HELLO", "INFO", "LATENCY", "MEMORY", "PING", "SCRIPT", "SELECT", "SLOWLOG");

    private static final String LINE = "cmdstat_";

    /** @param micros spent in all its calls, that of scripts with all that is inside; microseconds */
    record Kind(long calls, long micros) {

        Kind plus(Kind other) {
            return new Kind(calls + other.calls, micros + other.micros);
        }

        /** A count that has fallen was set to zero in between. */
        Kind since(Kind before) {
            return calls < before.calls ? this : new Kind(calls - before.calls, micros - before.micros);
        }

        long meanNanos() {
            return calls == 0 ? 0 : micros * 1_000 / calls;
        }
    }

    static CommandCounts of(RedisConnection connection) {
        Map<String, Kind> kinds = new TreeMap<>();
        new String((byte[]) connection.call("INFO", "commandstats"), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.startsWith(LINE))
                .forEach(line -> kinds.merge(name(line), kind(line), Kind::plus));
        kinds.keySet().removeAll(UPKEEP);
        return new CommandCounts(kinds);
    }

    // cmdstat_xgroup|create:calls=3,usec=60,usec_per_call=20.00,rejected_calls=0,failed_calls=0
    private static String name(String line) {
        return line.substring(LINE.length(), line.indexOf(':')).split("\\|")[0].toUpperCase(Locale.ROOT);
    }

    private static Kind kind(String line) {
        return new Kind(number(line, "calls="), number(line, "usec="));
    }

    private static long number(String line, String field) {
        int from = line.indexOf(field) + field.length();
        return Long.parseLong(line.substring(from, line.indexOf(',', from)));
    }

    /** What ran after the other reading, and nothing that did not. */
    CommandCounts since(CommandCounts before) {
        Map<String, Kind> ran = new TreeMap<>();
        kinds.forEach((name, kind) -> {
            Kind more = kind.since(before.kinds.getOrDefault(name, new Kind(0, 0)));
            if (more.calls() > 0) {
                ran.put(name, more);
            }
        });
        return new CommandCounts(ran);
    }
}
