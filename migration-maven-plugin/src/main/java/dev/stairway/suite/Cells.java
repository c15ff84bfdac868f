package dev.stairway.suite;

import dev.stairway.engine.Engine;
import dev.stairway.matrix.Cell;
import dev.stairway.matrix.Cell.NamedChangelog;
import dev.stairway.matrix.DatabaseRequest;
import dev.stairway.matrix.Scenario;
import dev.stairway.problem.ProblemException;
import java.util.List;
import java.util.Map;

/** The cells that the options ask for. */
final class Cells {

    private final SuiteOptions options;
    private final Map<String, Engine> engines;

    Cells(SuiteOptions options, Map<String, Engine> engines) {
        this.options = options;
        this.engines = engines;
    }

    /** @throws ProblemException when a changelog or an upgrade path would make no cell */
    List<Cell> matrix() {
        List<Cell> cells = Cell.matrix(options.changelogs(), options.databases(), options.scenarios(), this::runsOn);
        for (NamedChangelog changelog : options.changelogs()) {
            if (cells.stream().noneMatch(cell -> cell.changelogId().equals(changelog.id()))) {
                throw ProblemException.setup(
                        "No database for the changelog " + changelog.id(),
                        "<databases> (-Dmigration.databases)",
                        changelog.engine() + " does not run on " + options.databases(),
                        "Add a database that it runs on, or leave the changelog out",
                        null);
            }
        }
        everyPathIsWalked(cells);
        return cells;
    }

    private void everyPathIsWalked(List<Cell> cells) {
        for (Scenario scenario : options.scenarios()) {
            boolean walked = cells.stream().anyMatch(cell -> cell.scenario().equals(scenario));
            if (scenario.path() != null && !walked) {
                throw ProblemException.setup(
                        "The upgrade path " + scenario.name() + " is walked nowhere",
                        "<upgradePaths>",
                        "the databases are " + options.databases(),
                        "Correct its <changelog> or <databases>, or add a database that its dump goes into",
                        null);
            }
        }
    }

    /** Each once, in order. */
    static List<DatabaseRequest> databases(List<Cell> cells) {
        return cells.stream().map(Cell::database).distinct().toList();
    }

    private boolean runsOn(NamedChangelog changelog, DatabaseRequest database) {
        return engines.get(changelog.engine()).runsOn(database.product());
    }
}
