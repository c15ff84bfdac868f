package dev.stairway.benchmark.data;

import dev.stairway.data.Fillers;
import dev.stairway.database.DatabaseServer;
import dev.stairway.engine.ChangelogSource;
import dev.stairway.engine.liquibase.LiquibaseEngine;
import dev.stairway.finding.Verdict;
import dev.stairway.fingerprint.Fingerprinters;
import dev.stairway.matrix.Cell;
import dev.stairway.matrix.DatabaseRequest;
import dev.stairway.matrix.Scenario;
import dev.stairway.run.CellReport;
import dev.stairway.run.Progress;
import dev.stairway.run.Stairway;
import dev.stairway.run.StepReport;
import dev.stairway.run.Toolbox;
import dev.stairway.run.WalkOptions;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a walk over 100 small migrations costs beside many rows, against the same beside few: nothing that the walk does for a
 * step may depend on the size of the database. Loading and the first whole fingerprint are timed apart.
 */
final class SmallMigrationsTrial implements DataTrial {

    private static final int FEW_ROWS = 10_000;
    /** Most that the walk may be slower beside many rows. */
    private static final double LIMIT = 1.3;

    private final DatabaseServer server;
    private final String product;
    private final DataSettings settings;

    SmallMigrationsTrial(DatabaseServer server, DataSettings settings) {
        this.server = server;
        this.product = server.id().product();
        this.settings = settings;
    }

    @Override
    public String name() {
        return "small-migrations/" + product;
    }

    @Override
    public Map<String, Double> run(int round) throws Exception {
        // Few rows before and after, so that a machine that gets slower or faster meanwhile favours nobody.
        Walk first = walk(FEW_ROWS);
        Walk many = walk(settings.rows());
        Walk last = walk(FEW_ROWS);
        double few = (first.millis() + last.millis()) / 2;
        Map<String, Double> figures = new HashMap<>();
        figures.put("fewMillis", few);
        figures.put("manyMillis", many.millis());
        figures.put("ratio", many.millis() / few);
        figures.put("loadMillis", many.loadMillis());
        figures.put("peakHeapMegabytes", many.peakHeapMegabytes());
        many.where().forEach((kind, millis) -> figures.put("many." + kind, millis.doubleValue()));
        last.where().forEach((kind, millis) -> figures.put("few." + kind, millis.doubleValue()));
        return figures;
    }

    @Override
    public void close() {
        // Every walk closes what it opened.
    }

    @Override
    public List<Limit> limits() {
        return List.of(
                new Limit("ratio", "100 small migrations, many rows / " + FEW_ROWS, LIMIT, false),
                new Limit("peakHeapMegabytes", "peak heap, MB", 512, false));
    }

    /** What one walk took. */
    private record Walk(double millis, double loadMillis, double peakHeapMegabytes, Map<String, Long> where) {}

    private Walk walk(long rows) throws Exception {
        Path directory = SmallMigrations.write(settings.work().resolve(product + "-" + rows), product, rows);
        ChangelogSource source = new ChangelogSource(
                SmallMigrations.FILE, List.of(directory), getClass().getClassLoader(), Map.of(), "", "");
        Cell cell = new Cell(
                "small",
                "liquibase",
                source,
                new DatabaseRequest(product, server.id().version()),
                new Scenario("sample", 1000, 3));
        Toolbox tools = new Toolbox(
                new LiquibaseEngine(),
                Fingerprinters::open,
                (database, seed) -> Fillers.open(database, seed, List.of()));
        WalkOptions options = new WalkOptions(1, List.of(), List.of(), 0, false, 0);
        try (Sampler sampler = Sampler.of(Thread.currentThread())) {
            Clock clock = new Clock(sampler);
            Stairway stairway = new Stairway(cell, server, tools, options, clock);
            Spent spent = Spent.on(() -> check(stairway.walk()));
            double millis = (clock.last - clock.loaded) / 1e6;
            return new Walk(millis, spent.wallMillis() - millis, spent.peakHeapMegabytes(), sampler.millis());
        }
    }

    /** Figures of a walk that went another way would mean nothing. */
    private static CellReport check(CellReport report) {
        long reversible = report.steps().stream()
                .map(StepReport::verdict)
                .filter(verdict -> verdict == Verdict.REVERSIBLE)
                .count();
        if (!report.notRun().isEmpty() || reversible != SmallMigrations.BEFORE - 1 + SmallMigrations.COUNT) {
            throw new IllegalStateException(
                    "The walk found " + reversible + " reversible migrations: " + report.notRun() + report.findings());
        }
        return report;
    }

    /** When the big tables were loaded, and when the last step ended. */
    private static final class Clock implements Progress {

        private final Sampler sampler;
        private int steps;
        private long loaded;
        private long last;

        Clock(Sampler sampler) {
            this.sampler = sampler;
        }

        @Override
        public void stepped(Cell cell, int total) {
            last = System.nanoTime();
            if (++steps == SmallMigrations.BEFORE) {
                loaded = last;
                sampler.count();
            }
        }
    }
}
