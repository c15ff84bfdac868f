package dev.stairway.fork;

import dev.stairway.crash.CrashReport.Kill;
import dev.stairway.crash.CrashReport.Outcome;
import dev.stairway.crash.CrashReport.Victim;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The kills of one engine on one database, as a row of a table of the site. */
final class CrashTally {

    private static final String HEAD = """
            | engine | database | server killed | runner killed | before | after | in between | not resumable \
            | slowest restart | left over | gone after at most |
            | --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
            """;

    private final String engine;
    private final String database;
    private final Map<Victim, Integer> victims = new EnumMap<>(Victim.class);
    private final Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
    private final List<String> leftovers = new ArrayList<>();
    private double slowestRestartMillis;
    private long slowestGoneMillis;

    CrashTally(String engine, String database) {
        this.engine = engine;
        this.database = database;
    }

    void count(Kill kill) {
        victims.merge(kill.victim(), 1, Integer::sum);
        outcomes.merge(kill.outcome(), 1, Integer::sum);
        slowestRestartMillis = Math.max(slowestRestartMillis, kill.readyNanos() / 1e6);
    }

    void gone(Leftovers seen) {
        leftovers.addAll(seen.left());
        slowestGoneMillis = Math.max(slowestGoneMillis, seen.millis());
    }

    int kills() {
        return victims.values().stream().mapToInt(Integer::intValue).sum();
    }

    List<String> leftovers() {
        return leftovers;
    }

    long slowestGoneMillis() {
        return slowestGoneMillis;
    }

    /** A row of the table. */
    String line() {
        int fine = outcome(Outcome.BEFORE) + outcome(Outcome.AFTER) + outcome(Outcome.RESUMABLE);
        int servers = victims.getOrDefault(Victim.SERVER, 0);
        return String.format(
                Locale.ROOT,
                "| %s | %s | %d | %d | %d | %d | %d | %d | %s | %d | %d ms |",
                engine,
                database,
                servers,
                victims.getOrDefault(Victim.RUNNER, 0),
                outcome(Outcome.BEFORE),
                outcome(Outcome.AFTER),
                outcome(Outcome.RESUMABLE),
                kills() - fine,
                servers == 0 ? "" : String.format(Locale.ROOT, "%.0f ms", slowestRestartMillis),
                leftovers.size(),
                slowestGoneMillis);
    }

    private int outcome(Outcome one) {
        return outcomes.getOrDefault(one, 0);
    }

    /** With a row for all of them at its end. */
    static String table(List<CrashTally> rows) {
        CrashTally all = new CrashTally("all", "");
        for (CrashTally row : rows) {
            row.victims.forEach((victim, count) -> all.victims.merge(victim, count, Integer::sum));
            row.outcomes.forEach((outcome, count) -> all.outcomes.merge(outcome, count, Integer::sum));
            all.gone(new Leftovers(row.leftovers, row.slowestGoneMillis));
            all.slowestRestartMillis = Math.max(all.slowestRestartMillis, row.slowestRestartMillis);
        }
        return HEAD + rows.stream().map(CrashTally::line).collect(Collectors.joining("\n")) + "\n" + all.line();
    }
}
