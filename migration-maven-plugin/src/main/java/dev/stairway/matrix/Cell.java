package dev.stairway.matrix;

import dev.stairway.engine.ChangelogSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;

/**
 * Changelog x database x scenario.
 *
 * @param changelogId unique name of the changelog in this run
 * @param engine name of its engine
 * @param source the changelog
 * @param database as asked for
 * @param scenario data in the tables
 */
public record Cell(
        String changelogId, String engine, ChangelogSource source, DatabaseRequest database, Scenario scenario) {

    /** A changelog with its name and engine. */
    public record NamedChangelog(String id, String engine, ChangelogSource source) {}

    /**
     * The whole matrix, ordered by changelog, then database, then scenario, as the user listed them.
     *
     * @param runsOn which changelog can run on which database; the others make no cell
     */
    public static List<Cell> matrix(
            List<NamedChangelog> changelogs,
            List<DatabaseRequest> databases,
            List<Scenario> scenarios,
            BiPredicate<NamedChangelog, DatabaseRequest> runsOn) {
        List<Cell> cells = new ArrayList<>();
        for (NamedChangelog changelog : changelogs) {
            List<DatabaseRequest> possible =
                    databases.stream().filter(d -> runsOn.test(changelog, d)).toList();
            for (DatabaseRequest database : possible) {
                for (Scenario scenario : scenarios) {
                    if (scenario.path() != null && !scenario.path().covers(changelog.id(), database)) {
                        continue;
                    }
                    cells.add(new Cell(changelog.id(), changelog.engine(), changelog.source(), database, scenario));
                }
            }
        }
        return List.copyOf(cells);
    }

    /** The same from the release whose last migration is known now. */
    public Cell from(UpgradePath path) {
        Scenario there = new Scenario(scenario.name(), scenario.rows(), scenario.writes(), path);
        return new Cell(changelogId, engine, source, database, there);
    }

    @Override
    public String toString() {
        return changelogId + " on " + database + ", " + scenario.name();
    }
}
