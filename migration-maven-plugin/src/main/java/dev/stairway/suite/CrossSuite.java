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
import dev.stairway.engine.Migration;
import dev.stairway.matrix.Cell;
import dev.stairway.matrix.DatabaseRequest;
import dev.stairway.metrics.MetricsDocument.ChangelogEntry;
import dev.stairway.problem.ProblemException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One run that compares the databases of the matrix. */
final class CrossSuite {

    /** Engine of databases without tables. */
    private static final String KEYS = "redis";

    private final RunFrame frame;
    private final SuiteOptions options;
    private Optional<ProblemException> broken = Optional.empty();

    CrossSuite(RunFrame frame) {
        this.frame = frame;
        this.options = frame.options();
    }

    /**
     * Compares, writes every file and says how it ended.
     *
     * @throws ProblemException when it could not start; the reports are written all the same and say so
     */
    Suite.Result run() throws InterruptedException {
        Suite.Result result = frame.run(pass -> {
            List<CrossReport> reports = compared(pass);
            broken = unreadable(reports);
            return pass.documents().compared(pass.entries(), reports);
        });
        // The reports of what could be compared are written by now.
        broken.ifPresent(problem -> {
            throw problem;
        });
        return result;
    }

    private List<CrossReport> compared(RunFrame.Pass pass) throws InterruptedException {
        List<Cell> cells = frame.cells();
        severalDatabases(cells);
        FixtureFiles.check(options);
        return frame.onServers(cells, pass, CrossSuite::together, this::compare);
    }

    /** They are compared with each other. */
    private static Object together(Cell cell) {
        return List.of(cell.changelogId(), cell.scenario().name());
    }

    private List<CrossReport> compare(Map<DatabaseRequest, DatabaseServer> servers, List<Cell> cells)
            throws InterruptedException {
        try {
            return new CrossRun(servers, this::tools, options.cross(), frame.listener()).compare(cells);
        } catch (SQLException unreadable) {
            throw unreadable(options.databases().toString(), String.valueOf(unreadable.getMessage()), unreadable);
        }
    }

    /**
     * The same over servers of others; empty where there are no two databases to compare.
     *
     * @param entries of the changelogs, which are read before it runs
     */
    Optional<VerifyPart> part(Documents documents, List<ChangelogEntry> entries) {
        List<Cell> cells = comparable(frame.cells());
        return cells.isEmpty() ? Optional.empty() : Optional.of(new Part(documents, entries, cells));
    }

    private final class Part implements VerifyPart {

        private final Documents documents;
        private final List<ChangelogEntry> entries;
        private final List<Cell> cells;

        private Part(Documents documents, List<ChangelogEntry> entries, List<Cell> cells) {
            this.documents = documents;
            this.entries = entries;
            this.cells = cells;
        }

        @Override
        public String name() {
            return VerifyParts.CROSS_DB;
        }

        @Override
        public List<Cell> cells() {
            return cells;
        }

        @Override
        public Object together(Cell cell) {
            return CrossSuite.together(cell);
        }

        @Override
        public void run(Map<DatabaseRequest, DatabaseServer> servers, List<Cell> mine, VerifyDraft draft)
                throws InterruptedException {
            List<CrossReport> reports = mine.isEmpty() ? List.of() : compare(servers, mine);
            draft.add(name(), documents.compared(entries, reports));
            unreadable(reports).ifPresent(draft::broken);
        }
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

    /** Of the first changelog that could not be compared to its end. */
    private static Optional<ProblemException> unreadable(List<CrossReport> reports) {
        return reports.stream()
                .filter(report -> !report.broken().isEmpty())
                .findFirst()
                .map(report -> unreadable("changelog " + report.cell().changelogId(), report.broken(), null));
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
        return new CrossTools(frame.engine(cell), LogicalReaders::of, this::rows, new JdbcProbe());
    }
}
