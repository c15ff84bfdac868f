package dev.stairway.benchmark.data;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Measures what many rows cost: per trial a round that does not count, then rounds in which every side has its turn, so that
 * a slow minute of the machine hits all of them.
 */
public final class DataBenchmark {

    private DataBenchmark() {}

    /** Takes its settings from system properties that the pom sets. */
    public static void main(String[] arguments) throws Exception {
        DataSettings settings = DataSettings.fromSystemProperties();
        DataResults results = new DataResults(settings);
        try (DataServers servers = DataServers.start(settings)) {
            for (DataTrial trial : trials(settings, servers)) {
                try (trial) {
                    if (settings.only().matcher(trial.name()).find()) {
                        rounds(trial, settings, results);
                    }
                }
            }
        }
        results.write();
        System.out.print(results.table());
        System.out.println("Written to " + settings.output());
        if (!results.allMet() && settings.failOnMiss()) {
            System.exit(1);
        }
    }

    /** A trial costs nothing before its first round. */
    private static List<DataTrial> trials(DataSettings settings, DataServers servers) {
        return List.of(
                new PostgresGenerateTrial(servers.postgres(), settings, "customer"),
                new PostgresGenerateTrial(servers.postgres(), settings, "orders"),
                new SqliteGenerateTrial(servers.sqlite(), settings),
                new LargeWalkTrial(servers.postgres(), settings),
                new LargeWalkTrial(servers.sqlite(), settings),
                new PostgresReadTrial(servers.postgres(), settings),
                new PostgresStepTrial(servers.postgres(), settings),
                new SqliteReadTrial(servers.sqlite(), settings),
                new SqliteStepTrial(servers.sqlite(), settings),
                new SmallMigrationsTrial(servers.postgres(), settings),
                new SmallMigrationsTrial(servers.sqlite(), settings));
    }

    private static void rounds(DataTrial trial, DataSettings settings, DataResults results) throws Exception {
        for (int round = 0; round <= settings.rounds(); round++) {
            Map<String, Double> figures = trial.run(round);
            System.out.printf(
                    Locale.ROOT,
                    "%-32s %-14s load average %.1f  %s%n",
                    trial.name(),
                    round == 0 ? "warm-up" : "round " + round + " of " + settings.rounds(),
                    ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                    DataResults.line(figures));
            if (round > 0) {
                results.add(trial, figures);
            }
        }
    }
}
