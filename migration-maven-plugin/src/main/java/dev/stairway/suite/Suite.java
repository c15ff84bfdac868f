package dev.stairway.suite;

import dev.stairway.crash.Runners;
import dev.stairway.database.DatabaseServer;
import dev.stairway.database.provider.DatabaseProviders;
import dev.stairway.database.provider.UsualVersions;
import dev.stairway.engine.Engine;
import dev.stairway.matrix.Cell;
import dev.stairway.matrix.DatabaseRequest;
import dev.stairway.metrics.MetricsDocument;
import dev.stairway.metrics.MetricsDocument.ChangelogEntry;
import dev.stairway.problem.ProblemException;
import dev.stairway.run.CellReport;
import dev.stairway.secret.Mask;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One run over the whole matrix, which is walked, or measured where the options say so. */
public final class Suite {

    /**
     * How the run ended.
     *
     * @param report stand-alone page
     */
    public record Result(MetricsDocument document, Path report) {}

    private final SuiteOptions options;
    private final Changelogs changelogs;
    private final Map<String, Engine> engines;
    private final DatabaseProviders providers;
    private final SuiteListener listener;
    private final Clock clock;
    private Mask mask = Mask.NONE;
    private Runners runners = Runners.NONE;
    private DatabaseProviders measuring;
    private DatabaseProviders archiving;
    private UsualVersions usual = new UsualVersions(Suite.class.getClassLoader());

    /** @param engines by name */
    public Suite(
            SuiteOptions options,
            Map<String, Engine> engines,
            DatabaseProviders providers,
            SuiteListener listener,
            Clock clock) {
        this.options = options;
        this.changelogs = new Changelogs(options, engines, listener);
        this.engines = engines;
        this.providers = providers;
        this.measuring = providers;
        this.listener = listener;
        this.clock = clock;
    }

    /** Writes no secret that this mask hides. */
    public Suite hiding(Mask secrets) {
        mask = secrets;
        return this;
    }

    /** Has other processes apply migrations where they are to be killed. */
    public Suite with(Runners others) {
        runners = others;
        return this;
    }

    /** Judges for these versions where the matrix names none. */
    public Suite taking(UsualVersions versions) {
        usual = versions;
        return this;
    }

    /**
     * Where a run walks and does more, it does that on servers of their own.
     *
     * @param measured tuned for measuring
     * @param archived with an archive that any moment can be gone back to
     */
    public Suite besides(DatabaseProviders measured, DatabaseProviders archived) {
        measuring = measured;
        archiving = archived;
        return this;
    }

    /**
     * Walks every cell, writes every file and says how it ended; does not throw for what the migrations do.
     *
     * @throws ProblemException when it could not start; the reports are written all the same and say so
     */
    public Result run() throws InterruptedException {
        Outputs outputs = new Outputs(options, mask);
        Documents cancelled = new Documents(options, clock.instant());
        outputs.watch(cancelled::cancelled);
        try {
            return played(new RunFrame(options, engines, providers, listener, clock, mask, outputs));
        } finally {
            outputs.end();
        }
    }

    private Result played(RunFrame frame) throws InterruptedException {
        if (options.verify() != null) {
            return new VerifySuite(frame, measuring, archiving).run(usual);
        }
        if (options.perf() != null) {
            return new PerfSuite(frame).run();
        }
        if (options.cross() != null) {
            return new CrossSuite(frame).run();
        }
        if (options.crash() != null) {
            return new CrashSuite(frame, runners).run();
        }
        if (options.drill() != null) {
            return new BackupSuite(frame).run();
        }
        Documents documents = new Documents(options, clock.instant());
        Outputs outputs = frame.outputs();
        outputs.prepare();
        List<ChangelogEntry> entries = new ArrayList<>();
        try {
            WalkPart walk = WalkPart.of(options, engines, listener, documents, entries);
            Sharding sharding = new Sharding(options, documents, listener);
            List<CellReport> reports = sharding.divides() ? shard(sharding, walk, entries) : whole(walk, entries);
            MetricsDocument document = documents.walked(entries, reports);
            outputs.write(document);
            return new Result(document, outputs.report());
        } catch (ProblemException problem) {
            outputs.writeStopped(documents.stopped(entries, problem.problem()), problem);
            throw problem;
        }
    }

    /** Changelogs are read while servers start. */
    private List<CellReport> whole(WalkPart walk, List<ChangelogEntry> entries) throws InterruptedException {
        try (Servers servers = Servers.start(Cells.databases(walk.cells()), providers)) {
            read(walk, entries);
            return walk(walk, walk.cells(), servers);
        }
    }

    /** Only the servers of this shard's cells are started. */
    private List<CellReport> shard(Sharding sharding, WalkPart walk, List<ChangelogEntry> entries)
            throws InterruptedException {
        read(walk, entries);
        List<Cell> mine = sharding.mine(walk.cells(), entries, cell -> cell);
        if (mine.isEmpty()) {
            return List.of();
        }
        try (Servers servers = Servers.start(Cells.databases(mine), providers)) {
            return walk(walk, mine, servers);
        }
    }

    private void read(WalkPart walk, List<ChangelogEntry> entries) {
        changelogs.read((named, changelog) -> {
            entries.add(changelogs.entry(named, changelog));
            walk.read(named, changelog);
        });
    }

    private List<CellReport> walk(WalkPart walk, List<Cell> cells, Servers servers) throws InterruptedException {
        Map<DatabaseRequest, DatabaseServer> started = servers.await();
        listener.servers(List.copyOf(started.values()), cells.size());
        return walk.walk(cells, started);
    }
}
