package dev.stairway.suite;

import dev.stairway.catalog.LogicalReaders;
import dev.stairway.compare.behaviour.DataCheck;
import dev.stairway.compare.behaviour.JdbcProbe;
import dev.stairway.compare.behaviour.SameFixtures;
import dev.stairway.compare.behaviour.SameRows;
import dev.stairway.compare.cross.CrossGroup;
import dev.stairway.compare.cross.CrossReport;
import dev.stairway.compare.cross.CrossRun;
import dev.stairway.compare.cross.CrossTools;
import dev.stairway.data.fixture.Fixture;
import dev.stairway.database.DatabaseServer;
import dev.stairway.database.provider.DatabaseProviders;
import dev.stairway.engine.Engine;
import dev.stairway.engine.Migration;
import dev.stairway.matrix.Cell;
import dev.stairway.matrix.DatabaseRequest;
import dev.stairway.metrics.MetricsDocument;
import dev.stairway.metrics.MetricsDocument.ChangelogEntry;
import dev.stairway.problem.ProblemException;
import dev.stairway.secret.Mask;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One run that compares the databases of the matrix. */
final class CrossSuite {

    private final SuiteOptions options;
    private final Map<String, Engine> engines;
    private final DatabaseProviders providers;
    private final SuiteListener listener;
    private final Clock clock;
    private final Mask mask;
    private Optional<ProblemException> broken = Optional.empty();

    CrossSuite(
            SuiteOptions options,
            Map<String, Engine> engines,
            DatabaseProviders providers,
            SuiteListener listener,
            Clock clock,
            Mask mask) {
        this.options = options;
        this.engines = engines;
        this.providers = providers;
        this.listener = listener;
        this.clock = clock;
        this.mask = mask;
    }

    /**
     * Compares, writes every file and says how it ended.
     *
     * @throws ProblemException when it could not start; the reports are written all the same and say so
     */
    Suite.Result run() throws InterruptedException {
        Documents documents = new Documents(options, clock.instant());
        Outputs outputs = new Outputs(options, mask);
        List<ChangelogEntry> entries = new ArrayList<>();
        Suite.Result result = run(documents, outputs, entries);
        // The reports of what could be compared are written by now.
        broken.ifPresent(problem -> {
            throw problem;
        });
        return result;
    }

    private Suite.Result run(Documents documents, Outputs outputs, List<ChangelogEntry> entries)
            throws InterruptedException {
        try {
            List<CrossReport> reports = compared(entries);
            broken = reports.stream()
                    .filter(report -> !report.broken().isEmpty())
                    .findFirst()
                    .map(this::unreadable);
            MetricsDocument document = documents.compared(entries, reports);
            outputs.write(document);
            return new Suite.Result(document, outputs.report());
        } catch (ProblemException problem) {
            outputs.writeStopped(documents.stopped(entries, problem.problem()), problem);
            throw problem;
        }
    }

    private List<CrossReport> compared(List<ChangelogEntry> entries) throws InterruptedException {
        List<Cell> cells = new Cells(options, engines).matrix();
        severalDatabases(cells);
        FixtureFiles.check(options);
        Changelogs changelogs = new Changelogs(options, engines, listener);
        try (Servers servers = Servers.start(Cells.databases(cells), providers)) {
            changelogs.read((named, changelog) -> entries.add(changelogs.entry(named, changelog)));
            Map<DatabaseRequest, DatabaseServer> started = servers.await();
            listener.servers(List.copyOf(started.values()), cells.size());
            return new CrossRun(started, this::tools, options.cross(), listener).compare(cells);
        } catch (SQLException unreadable) {
            throw unreadable(options.databases().toString(), String.valueOf(unreadable.getMessage()), unreadable);
        }
    }

    private ProblemException unreadable(CrossReport report) {
        return unreadable("changelog " + report.cell().changelogId(), report.broken(), null);
    }

    private static ProblemException unreadable(String where, String said, SQLException cause) {
        return ProblemException.setup(
                "A database could not be compared",
                where,
                said,
                "Run goal test on the same databases: it says more of one that does not work",
                cause);
    }

    /** One database alone differs from nothing. */
    private void severalDatabases(List<Cell> cells) {
        boolean any =
                CrossGroup.of(cells).stream().anyMatch(group -> group.cells().size() > 1);
        if (!any) {
            throw ProblemException.setup(
                    "There is nothing to compare: goal cross-db needs at least two databases",
                    "<databases> (-Dmigration.databases)",
                    "the databases are " + options.databases(),
                    "Say for example <databases>sqlite,postgresql:14,postgresql:18</databases>",
                    null);
        }
    }

    private DataCheck rows(Cell cell, List<Migration> migrations, long seed) {
        int rows = cell.scenario().rows();
        if (rows == 0) {
            return DataCheck.NONE;
        }
        List<Fixture> fixtures = options.walk().rows().fixtures().stream()
                .filter(fixture ->
                        fixture.belongsTo(cell.changelogId(), cell.scenario().name(), true))
                .toList();
        return new SameRows(rows, seed, new SameFixtures(fixtures, migrations));
    }

    private CrossTools tools(Cell cell) {
        return new CrossTools(engines.get(cell.engine()), LogicalReaders::of, this::rows, new JdbcProbe());
    }
}
