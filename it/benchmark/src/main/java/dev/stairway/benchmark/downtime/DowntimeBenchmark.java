package dev.stairway.benchmark.downtime;

import java.lang.management.ManagementFactory;
import java.util.Locale;
import java.util.Map;

/**
 * Measures what clients meet beside twelve statements, and what the clients cost these: a round that does not count, then
 * rounds in which every side has its turn.
 */
public final class DowntimeBenchmark {

    private DowntimeBenchmark() {}

    /** Takes its settings from system properties that the pom sets. */
    public static void main(String[] arguments) throws Exception {
        DowntimeSettings settings = DowntimeSettings.fromSystemProperties();
        DowntimeResults results = new DowntimeResults(settings);
        try (Stage stage = Stage.open(settings)) {
            for (int round = 0; round <= settings.rounds(); round++) {
                round(stage, settings, round, results);
            }
        }
        results.write();
        System.out.print(results.table());
        System.out.println("Written to " + settings.output());
        if (!results.allMet() && settings.failOnMiss()) {
            System.exit(1);
        }
    }

    private static void round(Stage stage, DowntimeSettings settings, int round, DowntimeResults results)
            throws Exception {
        for (TwelveStatements.Way way : TwelveStatements.all(settings.rows())) {
            if (settings.wants(way)) {
                Map<String, Double> blocked = new BlockedTrial(stage, settings).run(way);
                if (OverheadTrial.PLAYED.contains(way.name())) {
                    blocked.putAll(new OverheadTrial(stage).run(way, round));
                }
                System.out.printf(
                        Locale.ROOT,
                        "%-46s round %d of %d, load average %.1f  %s%n",
                        way.name(),
                        round,
                        settings.rounds(),
                        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                        DowntimeResults.line(blocked));
                if (round > 0) {
                    results.add(way.name(), blocked);
                }
            }
        }
    }
}
