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

    /** Engine of databases without tables. */
    private static final String KEYS = "redis";

    private final SuiteOptions options;
    private final Map<String, Engine> engines;
    private final DatabaseProviders providers;
    private final SuiteListener listener;
    private final Clock clock;
    private final Mask mask;

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
        try {
            Sharding sharding = new Sharding(options, documents, listener);
            MetricsDocument document = documents.compared(entries, compared(sharding, entries));
            outputs.write(document);
            return new Suite.Result(document, outputs.report());
        } catch (ProblemException problem) {
            outputs.writeStopped(documents.stopped(entries, problem.problem()), problem);
            throw problem;
        }
    }

    private List<CrossReport> compared(Sharding sharding, List<ChangelogEntry> entries) throws InterruptedException {
        List<Cell> cells = new Cells(options, engines).matrix();
        severalDatabases(cells);
        FixtureFiles.check(options);
        if (sharding.divides()) {
            read(entries);
        }
        List<Cell> mine = sharding.mine(
                cells,
                entries,
                cell -> List.of(cell.changelogId(), cell.scenario().name()));
        if (mine.isEmpty()) {
            return List.of();
        }
        try (Servers servers = Servers.start(Cells.databases(mine), providers)) {
            if (!sharding.divides()) {
                read(entries);
            }
            Map<DatabaseRequest, DatabaseServer> started = servers.await();
            listener.servers(List.copyOf(started.values()), mine.size());
            return compare(started, mine);
        }
    }

    private List<CrossReport> compare(Map<DatabaseRequest, DatabaseServer> started, List<Cell> cells)
            throws InterruptedException {
        try {
            return new CrossRun(started, this::tools, options.cross(), listener).compare(cells);
        } catch (SQLException unreadable) {
            throw ProblemException.setup(
                    "A database could not be compared",
                    options.databases().toString(),
                    String.valueOf(unreadable.getMessage()),
                    "Run goal test on the same databases: it says more of one that does not work",
                    unreadable);
        }
    }

    /**
     * The same over servers of others; empty where there are no two databases to compare.
     *
     * @param entries of the changelogs, which are read before it runs
     */
    Optional<VerifyPart> part(Documents documents, List<ChangelogEntry> entries) {
        List<Cell> cells = comparable(new Cells(options, engines).matrix());
        return cells.isEmpty()
                ? Optional.empty()
                : Optional.of(new VerifyPart() {
                    @Override
                    public List<Cell> cells() {
                        return cells;
                    }

                    @Override
                    public void run(Map<DatabaseRequest, DatabaseServer> servers, VerifyDraft draft)
                            throws InterruptedException {
                        draft.add(documents.compared(entries, compare(servers, cells)));
                    }
                });
    }

    /** Those of changelogs that are there at least twice; key spaces are compared with nothing. */
    private static List<Cell> comparable(List<Cell> cells) {
        List<Cell> tables =
                cells.stream().filter(cell -> !cell.engine().equals(KEYS)).toList();
        return CrossGroup.of(tables).stream()
                .filter(group -> group.cells().size() > 1)
                .flatMap(group -> group.cells().stream())
                .toList();
    }

    private void read(List<ChangelogEntry> entries) {
        Changelogs changelogs = new Changelogs(options, engines, listener);
        changelogs.read((named, changelog) -> entries.add(changelogs.entry(named, changelog)));
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
