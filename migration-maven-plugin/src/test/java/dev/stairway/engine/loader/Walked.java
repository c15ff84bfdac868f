package dev.stairway.engine.loader;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.database.DatabaseServer;
import dev.stairway.database.JdbcDatabase;
import dev.stairway.database.JdbcSession;
import dev.stairway.engine.ChangelogSource;
import dev.stairway.engine.Engine;
import dev.stairway.engine.EngineRun;
import dev.stairway.engine.Migration;
import dev.stairway.engine.StepOutcome;
import dev.stairway.engine.StepOutcome.Result;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * What every migration of a changelog did on its way up, down and up again, by name.
 *
 * @param loaded rows that one of them loads
 * @param pending what a second run would do at the end
 */
record Walked(Map<String, List<Result>> results, String loaded, List<String> pending) {

    static Walked through(Engine engine, ChangelogSource source, DatabaseServer server) throws SQLException {
        Map<String, List<Result>> results = new LinkedHashMap<>();
        try (JdbcDatabase database = (JdbcDatabase) server.fresh("versions");
                EngineRun run = engine.open(source, database)) {
            for (Migration migration : run.migrations()) {
                List<Result> here = results.computeIfAbsent(migration.name(), any -> new ArrayList<>());
                here.add(step(database, migration, run::up));
                if (here.get(0) == Result.EXECUTED) {
                    here.add(step(database, migration, run::down));
                    here.add(step(database, migration, run::up));
                }
            }
            assertThat(run.bookkeepingTables()).containsExactlyInAnyOrder("databasechangelog", "databasechangeloglock");
            try (JdbcSession session = database.newSession()) {
                List<String> pending =
                        run.pending(session).stream().map(Migration::name).toList();
                return new Walked(results, value(database, "select count(*) from customer"), pending);
            }
        }
    }

    private static Result step(
            JdbcDatabase database, Migration migration, BiFunction<Migration, JdbcSession, StepOutcome> step)
            throws SQLException {
        try (JdbcSession session = database.newSession()) {
            session.begin();
            StepOutcome outcome = step.apply(migration, session);
            session.settle();
            assertThat(outcome.result())
                    .as(migration.name() + ": " + outcome.reason())
                    .isNotEqualTo(Result.FAILED);
            return outcome.result();
        }
    }

    private static String value(JdbcDatabase database, String query) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
