package dev.stairway.suite;

import dev.stairway.data.Fillers;
import dev.stairway.data.profile.Profile;
import dev.stairway.data.profile.ProfileFile;
import dev.stairway.crash.Runners;
import dev.stairway.database.Database;
import dev.stairway.database.DatabaseServer;
import dev.stairway.database.provider.DatabaseProviders;
import dev.stairway.engine.Changelog;
import dev.stairway.engine.Engine;
import dev.stairway.fingerprint.Fingerprinter;
import dev.stairway.fingerprint.Fingerprinters;
import dev.stairway.matrix.Cell;
import dev.stairway.matrix.Cell.NamedChangelog;
import dev.stairway.matrix.DatabaseRequest;
import dev.stairway.matrix.ReleaseName;
import dev.stairway.matrix.UpgradePath;
import dev.stairway.metrics.MetricsDocument;
import dev.stairway.metrics.MetricsDocument.ChangelogEntry;
import dev.stairway.problem.ProblemException;
import dev.stairway.run.CellReport;
import dev.stairway.run.Matrix;
import dev.stairway.run.Toolbox;
import dev.stairway.secret.Mask;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

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
    private Profile profile = Profile.NONE;
    private Mask mask = Mask.NONE;
    private Runners runners = Runners.NONE;

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

    /**
     * Walks every cell, writes every file and says how it ended; does not throw for what the migrations do.
     *
     * @throws ProblemException when it could not start; the reports are written all the same and say so
     */
    public Result run() throws InterruptedException {
        RunFrame frame = new RunFrame(options, engines, providers, listener, clock, mask);
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
        Outputs outputs = new Outputs(options, mask);
        outputs.prepare();
        List<ChangelogEntry> entries = new ArrayList<>();
        try {
            List<Cell> cells = new Cells(options, engines).matrix();
            FixtureFiles.check(options);
            profile = options.walk().rows().profileFile() == null
                    ? Profile.NONE
                    : ProfileFile.read(options.walk().rows().profileFile());
            MetricsDocument document;
            try (Servers servers = Servers.start(Cells.databases(cells), providers)) {
                List<Cell> departing = new ArrayList<>(cells);
                changelogs.read((named, changelog) -> {
                    entries.add(changelogs.entry(named, changelog));
                    departing.replaceAll(cell -> departing(cell, named, changelog));
                });
                document = documents.walked(entries, walk(departing, entries, servers.await()));
            }
            outputs.write(document);
            return new Result(document, outputs.report());
        } catch (ProblemException problem) {
            outputs.writeStopped(documents.stopped(entries, problem.problem()), problem);
            throw problem;
        }
    }

    private List<CellReport> walk(
            List<Cell> cells, List<ChangelogEntry> entries, Map<DatabaseRequest, DatabaseServer> servers)
            throws InterruptedException {
        listener.servers(List.copyOf(servers.values()), cells.size());
        return new Matrix(servers, this::tools, cell -> migrations(entries, cell), options.walk(), listener)
                .walk(cells, options.threads());
    }

    /** With the release that it starts from looked up in its changelog. */
    private static Cell departing(Cell cell, NamedChangelog named, Changelog changelog) {
        UpgradePath path = cell.scenario().path();
        return path == null || !cell.changelogId().equals(named.id())
                ? cell
                : cell.from(ReleaseName.resolve(path, changelog));
    }

    private static int migrations(List<ChangelogEntry> entries, Cell cell) {
        return entries.stream()
                .filter(entry -> entry.id().equals(cell.changelogId()))
                .mapToInt(entry -> entry.migrations().size())
                .sum();
    }

    private Toolbox tools(Cell cell) {
        return new Toolbox(
                engines.get(cell.engine()),
                this::fingerprinter,
                (database, seed) -> Fillers.open(database, seed, cell.source().data(), profile(cell)));
    }

    /** Production's spread is for large data; other cells stay small and show the corners of every type. */
    private Profile profile(Cell cell) {
        return cell.scenario().large()
                ? profile
                : profile.rowsAtMost(cell.scenario().rows());
    }

    private Fingerprinter fingerprinter(Database database, Set<String> bookkeepingTables) {
        boolean serverState = options.walk().checks().serverState();
        return options.walk().checks().paranoid()
                ? Fingerprinters.paranoid(database, bookkeepingTables, serverState)
                : Fingerprinters.open(database, bookkeepingTables, serverState);
    }
}
