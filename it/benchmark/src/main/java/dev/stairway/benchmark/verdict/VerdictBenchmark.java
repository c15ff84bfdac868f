package dev.stairway.benchmark.verdict;

import dev.stairway.benchmark.KeycloakChangelog;
import dev.stairway.benchmark.Workload;
import dev.stairway.benchmark.work.BesideLoad;
import dev.stairway.benchmark.work.WorkSettings;
import dev.stairway.metrics.Performance.ComparisonEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Records a baseline, runs the same again and again, and counts what is said to have become worse; then plants more work and
 * more time into migrations that stay as they are, and counts how often that is found.
 */
public final class VerdictBenchmark {

    private static final double LEVEL = 0.01;

    private final WorkSettings settings;
    private boolean right = true;

    private VerdictBenchmark(WorkSettings settings) {
        this.settings = settings;
    }

    /** Takes its settings from system properties that the pom sets. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        WorkSettings settings = WorkSettings.fromSystemProperties();
        Files.createDirectories(settings.work());
        VerdictBenchmark benchmark = new VerdictBenchmark(settings);
        benchmark.all();
        System.out.println(benchmark.right ? "Every verdict is right" : "A verdict is wrong");
        if (!benchmark.right && settings.failOnMiss()) {
            System.exit(1);
        }
    }

    private void all() throws IOException, InterruptedException {
        if (wanted("planted/postgresql")) {
            planted();
        }
        Workload demo = new Workload(
                "demo", settings.demo().resolve("src/main/resources"), "db/changelog/db.changelog-master.xml", "");
        if (wanted("demo/postgresql")) {
            again(demo, "postgresql:18");
        }
        if (wanted("demo/sqlite")) {
            again(demo, "sqlite");
        }
        if (wanted("keycloak/postgresql")) {
            again(KeycloakChangelog.write(settings.keycloak(), settings.work().resolve("keycloak")), "postgresql:18");
        }
    }

    private boolean wanted(String name) {
        return settings.only().matcher(name).find();
    }

    private void again(Workload changelog, String database) throws IOException, InterruptedException {
        Judged judged = judged(changelog, database);
        int work = 0;
        int times = 0;
        int figures = 0;
        for (List<ComparisonEntry> entries : runs(judged, changelog)) {
            figures += entries.size();
            work += regressions(entries, true);
            times += regressions(entries, false);
        }
        right &= work == 0;
        say(
                "%s on %s: %d runs, %d figures compared; work regressions %d, time regressions %d (both should be 0)",
                changelog.name(), database, settings.runs(), figures, work, times);
    }

    /** What each run says, with load beside where that was asked for. */
    private List<List<ComparisonEntry>> runs(Judged judged, Workload changelog) throws InterruptedException {
        List<List<ComparisonEntry>> said = new ArrayList<>();
        BesideLoad load = settings.noise() ? BesideLoad.burning() : null;
        try {
            for (int run = 0; run < settings.runs(); run++) {
                said.add(judged.against(changelog));
            }
        } finally {
            if (load != null) {
                load.close();
            }
        }
        return said;
    }

    private int regressions(List<ComparisonEntry> entries, boolean gated) {
        List<ComparisonEntry> worse = entries.stream()
                .filter(entry -> entry.verdict().equals("REGRESSION") && entry.gated() == gated)
                .toList();
        worse.forEach(entry -> System.out.println("  " + entry.migration() + ": " + entry.why()));
        return worse.size();
    }

    private void planted() throws IOException, InterruptedException {
        Workload before = PlantedChangelog.write(
                settings.work().resolve("before"), PlantedChangelog.SHARE, PlantedChangelog.SPIN);
        Workload after = PlantedChangelog.write(
                settings.work().resolve("after"), PlantedChangelog.SHARE + 2, 2 * PlantedChangelog.SPIN);
        again(before, "postgresql:18");
        Judged judged = judged(before, "postgresql:18");
        int work = 0;
        int times = 0;
        for (List<ComparisonEntry> entries : runs(judged, after)) {
            work += found(entries, PlantedChangelog.UPDATE, "up.rowsWritten") ? 1 : 0;
            times += found(entries, PlantedChangelog.TRIGGERED, "up.millis") ? 1 : 0;
        }
        right &= work == settings.runs() && times == settings.runs();
        say(
                "planted: 15 %% more rows found as work in %d of %d runs, a trigger twice as slow as time in %d of %d",
                work, settings.runs(), times, settings.runs());
    }

    private static boolean found(List<ComparisonEntry> entries, String migration, String metric) {
        ComparisonEntry planted = entries.stream()
                .filter(entry ->
                        entry.migration().contains(migration) && entry.metric().equals(metric))
                .findFirst()
                .orElseThrow();
        boolean found = planted.verdict().equals("REGRESSION") && (planted.p() == null || planted.p() < LEVEL);
        if (!found) {
            System.out.println("  missed: " + planted.why());
        }
        return found;
    }

    private Judged judged(Workload changelog, String database) throws IOException, InterruptedException {
        Judged judged = new Judged(settings, changelog.name(), database);
        Files.deleteIfExists(judged.baseline());
        judged.record(changelog);
        return judged;
    }

    private void say(String text, Object... values) {
        System.out.println(
                (settings.noise() ? "with load beside: " : "alone: ") + String.format(Locale.ROOT, text, values));
    }
}
