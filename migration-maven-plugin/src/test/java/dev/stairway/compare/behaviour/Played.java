package dev.stairway.compare.behaviour;

import dev.stairway.database.JdbcDatabase;
import dev.stairway.database.Session;
import dev.stairway.engine.ChangelogSource;
import dev.stairway.engine.EngineRun;
import dev.stairway.engine.Migration;
import dev.stairway.engine.StepOutcome;
import dev.stairway.engine.liquibase.LiquibaseEngine;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A changelog played migration by migration on several databases that get the same rows. */
final class Played {

    private Played() {}

    /**
     * What differed after which migration, by its name; in the end all migrations are applied everywhere.
     *
     * @param most rows of every table
     */
    static Map<String, List<DataDifference>> on(Beside beside, Path directory, String changelog, int most)
            throws SQLException {
        ChangelogSource source =
                new ChangelogSource(changelog, List.of(directory), Played.class.getClassLoader(), Map.of(), "", "");
        LiquibaseEngine engine = new LiquibaseEngine();
        Map<String, List<DataDifference>> differences = new LinkedHashMap<>();
        List<DataDifference> before = List.of();
        List<EngineRun> runs = new ArrayList<>();
        try (SameRows rows = new SameRows(most, Beside.SEED)) {
            for (JdbcDatabase database : beside.databases()) {
                runs.add(engine.open(source, database));
            }
            for (Migration migration : engine.read(source).migrations()) {
                rows.fill(beside.members());
                for (int i = 0; i < runs.size(); i++) {
                    up(runs.get(i), beside.databases().get(i), migration);
                }
                List<DataDifference> known = before;
                List<DataDifference> all = rows.compare(beside.members());
                List<DataDifference> told =
                        all.stream().filter(each -> !known.contains(each)).toList();
                before = all;
                if (!told.isEmpty()) {
                    differences.put(migration.name(), told);
                }
            }
            rows.fill(beside.members());
        } finally {
            runs.forEach(EngineRun::close);
        }
        return differences;
    }

    private static void up(EngineRun run, JdbcDatabase database, Migration wanted) throws SQLException {
        Migration migration = run.migrations().stream()
                .filter(each -> each.id().equals(wanted.id()))
                .findFirst()
                .orElseThrow();
        if (migration.notApplicable().isPresent()) {
            return;
        }
        try (Session session = database.newSession()) {
            session.begin();
            StepOutcome outcome = run.up(migration, session);
            if (outcome.result() == StepOutcome.Result.FAILED) {
                throw new AssertionError(migration.id() + " on " + database.id() + ": " + outcome);
            }
            session.settle();
        }
    }
}
