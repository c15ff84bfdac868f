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
import dev.stairway.engine.Migration;
import dev.stairway.matrix.Cell;
import dev.stairway.metrics.MetricsDocument.ChangelogEntry;
import dev.stairway.problem.ProblemException;
import java.sql.SQLException;
import java.util.List;

/** One run that compares the databases of the matrix. */
final class CrossSuite {

    private final RunFrame frame;
    private final SuiteOptions options;

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
        return frame.run((documents, entries) -> documents.compared(entries, compared(entries)));
    }

    private List<CrossReport> compared(List<ChangelogEntry> entries) throws InterruptedException {
        List<Cell> cells = frame.cells();
        severalDatabases(cells);
        FixtureFiles.check(options);
        try {
            return frame.onServers(
                    cells,
                    entries,
                    servers -> new CrossRun(servers, this::tools, options.cross(), frame.listener()).compare(cells));
        } catch (SQLException unreadable) {
            throw ProblemException.setup(
                    "A database could not be compared",
                    options.databases().toString(),
                    String.valueOf(unreadable.getMessage()),
                    "Run goal test on the same databases: it says more of one that does not work",
                    unreadable);
        }
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
