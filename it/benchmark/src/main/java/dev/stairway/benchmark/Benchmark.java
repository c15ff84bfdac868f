package dev.stairway.benchmark;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Measures everything in one run: a warm-up round that does not count, then the rounds, each with every trial once, so that
 * a slow minute of the machine hits all of them.
 */
public final class Benchmark {

    private final Settings settings;
    private final SharedServer server;
    private final Maven maven;

    private Benchmark(Settings settings, SharedServer server) throws Exception {
        this.settings = settings;
        this.server = server;
        this.maven = new Maven(settings);
    }

    /** Takes its settings from system properties that the pom sets. */
    public static void main(String[] arguments) throws Exception {
        Settings settings = Settings.fromSystemProperties();
        boolean missed;
        try (SharedServer server = SharedServer.start(settings.binaries())) {
            missed = new Benchmark(settings, server).run();
        }
        if (missed && settings.failOnMiss()) {
            System.exit(1);
        }
    }

    private boolean run() throws Exception {
        List<Trial> trials = trials();
        Figures figures = new Figures();
        for (int round = 0; round <= settings.repetitions(); round++) {
            for (int i = 0; i < trials.size(); i++) {
                // Rotated, so that nobody always follows the same neighbour.
                Trial trial = trials.get((i + round) % trials.size());
                Map<String, Double> measured = trial.run(round);
                say(round, trial, measured);
                if (round > 0) {
                    figures.add(trial.name(), measured);
                    figures.add(trial.name(), Map.of("loadAverage", loadAverage()));
                }
            }
        }
        List<Target> targets = Targets.judge(figures, settings.sizes());
        Results results = new Results(settings, trials, figures, targets);
        results.write(settings.output(), server.version());
        System.out.print(results.table());
        System.out.println("Written to " + settings.output());
        return targets.stream().anyMatch(target -> target.binding() && !target.met());
    }

    /** How busy the machine was, others included; negative where it does not tell. */
    private static double loadAverage() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }

    private void say(int round, Trial trial, Map<String, Double> measured) {
        String when = round == 0 ? "warm-up" : "round " + round + " of " + settings.repetitions();
        System.out.printf(
                Locale.ROOT, "%-13s %-34s %7.2f s%n", when, trial.name(), measured.get("processMillis") / 1000);
    }

    private List<Trial> trials() throws Exception {
        List<Trial> trials = new ArrayList<>();
        Path changelogs = settings.work().resolve("changelogs");
        Workload keycloak = KeycloakChangelog.write(settings.keycloak(), changelogs.resolve("keycloak"));
        trials.add(new PeerTrial(settings, maven, server, keycloak, "update"));
        trials.add(new WalkTrial(settings, maven, keycloak));
        for (int size : settings.sizes()) {
            trials.addAll(trivial(TrivialChangelog.write(changelogs.resolve("trivial-" + size), size)));
        }
        trials.add(new DemoTrial(settings, maven));
        return trials.stream()
                .filter(trial -> settings.only().matcher(trial.name()).find())
                .toList();
    }

    private List<Trial> trivial(Workload workload) throws Exception {
        Path directory = Files.createDirectories(settings.work().resolve("bare"));
        Path all = directory.resolve(workload.name() + ".sql");
        Path migrations = directory.resolve(workload.name() + "-migrations-only.sql");
        // Recording costs as much as the peer itself: not when nobody replays it.
        if (settings.only().matcher(workload.name() + "/bare-migrations-only").find()) {
            RecordedStatements recorded = RecordedStatements.of(workload, server.fresh("recording-" + workload.name()));
            recorded.writeAll(all);
            recorded.writeMigrationsOnly(migrations);
        }
        String what = "bare JDBC, autocommit: what updateTestingRollback sends";
        return List.of(
                new PeerTrial(settings, maven, server, workload, "updateTestingRollback"),
                new BareTrial(settings, server, workload.name() + "/bare", what, all),
                new BareTrial(
                        settings,
                        server,
                        workload.name() + "/bare-migrations-only",
                        what + ", without its history and lock",
                        migrations),
                new WalkTrial(settings, maven, workload));
    }
}
