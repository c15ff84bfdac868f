package dev.stairway.engine.flyway;

import dev.stairway.database.DatabaseServer;
import dev.stairway.database.JdbcDatabase;
import dev.stairway.database.JdbcSession;
import dev.stairway.database.TestServers;
import dev.stairway.database.Work;
import dev.stairway.engine.ChangelogSource;
import dev.stairway.engine.EngineRun;
import dev.stairway.engine.Migration;
import dev.stairway.engine.StepOutcome;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** A changelog opened on a fresh database; every step has its own session and is settled. */
final class FlywayStepper implements AutoCloseable {

    private final JdbcDatabase database;
    private final EngineRun run;
    private Work work;
    private boolean discardable;
    private int sent;

    FlywayStepper(DatabaseServer server, ChangelogSource source) {
        database = (JdbcDatabase) server.fresh("flyway");
        try {
            run = new FlywayEngine().open(source, database);
        } catch (RuntimeException failed) {
            database.close();
            throw failed;
        }
    }

    static Stream<DatabaseServer> servers() {
        return Stream.of(TestServers.postgres(18), TestServers.sqlite());
    }

    /** And those that have no dialect of their own here. */
    static Stream<DatabaseServer> allServers() {
        return Stream.concat(servers(), Stream.of(TestServers.h2(), TestServers.mariadb()));
    }

    Migration migration(String id) {
        return run.migrations().stream()
                .filter(migration -> migration.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(id + " is not in " + Migration.ids(run.migrations())));
    }

    StepOutcome up(String id) throws SQLException {
        return step(session -> run.up(migration(id), session));
    }

    StepOutcome down(String id) throws SQLException {
        return step(session -> run.down(migration(id), session));
    }

    void markRan(String id) throws SQLException {
        step(session -> {
            run.markRan(migration(id), session);
            return StepOutcome.executed();
        });
    }

    /** All of them, in order. */
    List<StepOutcome.Result> upAll() throws SQLException {
        List<StepOutcome.Result> results = new ArrayList<>();
        for (Migration migration : run.migrations()) {
            results.add(step(session -> run.up(migration, session)).result());
        }
        return results;
    }

    List<String> pending() {
        try (JdbcSession session = database.newSession()) {
            return Migration.ids(run.pending(session));
        }
    }

    List<Migration> migrations() {
        return run.migrations();
    }

    EngineRun run() {
        return run;
    }

    /** What the last step executed. */
    List<String> statements() {
        return work.statements().stream().map(Work.Statement::sql).toList();
    }

    /** Whether the last step could have been taken back as a whole. */
    boolean wasDiscardable() {
        return discardable;
    }

    /** How many statements the last step sent, bookkeeping included. */
    int sent() {
        return sent;
    }

    List<String> values(String query) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        }
    }

    List<String> history() throws SQLException {
        return values("select script from flyway_schema_history order by installed_rank");
    }

    private StepOutcome step(Function<JdbcSession, StepOutcome> step) throws SQLException {
        try (JdbcSession session = database.newSession()) {
            session.begin();
            sent = 0;
            session.observe((raw, sql) -> sent++);
            StepOutcome outcome = step.apply(session);
            work = session.work();
            discardable = session.discardable();
            if (outcome.result() == StepOutcome.Result.FAILED) {
                session.discard();
            } else {
                session.settle();
            }
            return outcome;
        }
    }

    @Override
    public void close() {
        run.close();
        database.close();
    }
}
