package dev.stairway.benchmark;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Five majors of PostgreSQL side by side against one alone, in turn: a warm-up round that does not count, then the rounds.
 * The limits are those for a machine with two processors.
 */
public final class MatrixBenchmark {

    private static final int MIGRATIONS = 100;
    private static final double TIMES_OF_ONE = 5;
    private static final double MEGABYTES = 2048;
    private static final String NEWEST = "18";
    private static final List<String> ALL = List.of("14", "15", "16", "17", NEWEST);

    private MatrixBenchmark() {}

    /** Takes its settings from system properties that the pom sets. */
    public static void main(String[] arguments) throws Exception {
        Settings settings = Settings.fromSystemProperties();
        Maven maven = new Maven(settings);
        Path directory = settings.work().resolve("changelogs").resolve("matrix");
        Workload workload = MatrixChangelog.write(directory, MIGRATIONS);
        Trial one = new MatrixTrial(settings, maven, workload, List.of(NEWEST));
        Trial five = new MatrixTrial(settings, maven, workload, ALL);
        Figures figures = measured(settings, List.of(one, five));
        List<Target> targets = targets(figures, one.name(), five.name());
        Results results = new Results(settings, List.of(one, five), figures, targets);
        results.write(settings.output(), String.join(", ", ALL));
        System.out.print(results.table());
        System.out.println("Written to " + settings.output());
        if (settings.failOnMiss() && targets.stream().anyMatch(target -> target.binding() && !target.met())) {
            System.exit(1);
        }
    }

    private static Figures measured(Settings settings, List<Trial> trials) throws Exception {
        Figures figures = new Figures();
        for (int round = 0; round <= settings.repetitions(); round++) {
            for (int i = 0; i < trials.size(); i++) {
                Trial trial = trials.get((i + round) % trials.size());
                Map<String, Double> measured = trial.run(round);
                System.out.printf(
                        Locale.ROOT,
                        "round %d of %d  %-34s %7.2f s %7.0f MB%n",
                        round,
                        settings.repetitions(),
                        trial.name(),
                        measured.get("processMillis") / 1000,
                        measured.getOrDefault("memoryMegabytes", Double.NaN));
                if (round > 0) {
                    figures.add(trial.name(), measured);
                }
            }
        }
        return figures;
    }

    private static List<Target> targets(Figures figures, String one, String five) {
        List<Target> targets = new ArrayList<>();
        targets.add(ratio("five majors / one major, process by process", "processMillis", figures, one, five, true));
        targets.add(ratio("five majors / one major, without Maven's start", "runMillis", figures, one, five, false));
        if (figures.of(five).containsKey("memoryMegabytes")) {
            double peak = figures.median(five, "memoryMegabytes");
            targets.add(new Target("five majors: memory of all processes", peak, MEGABYTES, "MB", "", true));
        }
        return List.copyOf(targets);
    }

    private static Target ratio(
            String title, String figure, Figures figures, String one, String five, boolean binding) {
        double few = figures.median(one, figure);
        double all = figures.median(five, figure);
        String evidence = String.format(Locale.ROOT, "%.2f s / %.2f s", all / 1000, few / 1000);
        return new Target(title, all / few, TIMES_OF_ONE, "x", evidence, binding);
    }
}
