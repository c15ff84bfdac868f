package dev.stairway.engine.liquibase;

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
import java.util.List;
import java.util.stream.Stream;

/** A changelog opened on a fresh database; every step has its own session and is settled. */
final class Stepper implements AutoCloseable {

    private final JdbcDatabase database;
    private final EngineRun run;
    private Work work;

    Stepper(DatabaseServer server, ChangelogSource source) {
        this(new LiquibaseEngine(), server, source);
    }

    Stepper(LiquibaseEngine engine, DatabaseServer server, ChangelogSource source) {
        this.database = (JdbcDatabase) server.fresh("engine");
        try {
            run = engine.open(source, database);
        } catch (RuntimeException failed) {
            database.close();
            throw failed;
        }
    }

    static Stream<DatabaseServer> servers() {
        return Stream.of(TestServers.postgres(18), TestServers.sqlite());
    }

    Migration migration(String name) {
        return run.migrations().stream()
                .filter(migration -> migration.name().equals(name))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException(name + " is not in " + Migration.ids(run.migrations())));
    }

    StepOutcome up(String name) throws SQLException {
        return step(session -> run.up(migration(name), session));
    }

    StepOutcome down(String name) throws SQLException {
        return step(session -> run.down(migration(name), session));
    }

    void markRan(String name) throws SQLException {
        step(session -> {
            run.markRan(migration(name), session);
            return StepOutcome.executed();
        });
    }

    /** All of them, in order. */
    List<StepOutcome> upAll() throws SQLException {
        List<StepOutcome> outcomes = new java.util.ArrayList<>();
        for (Migration migration : run.migrations()) {
            outcomes.add(step(session -> run.up(migration, session)));
        }
        return outcomes;
    }

    List<String> pending() {
        try (JdbcSession session = database.newSession()) {
            return run.pending(session).stream().map(Migration::name).toList();
        }
    }

    List<Migration> migrations() {
        return run.migrations();
    }

    EngineRun run() {
        return run;
    }

    JdbcDatabase database() {
        return database;
    }

    /** What the last step executed. */
    List<String> statements() {
        return work.statements().stream().map(Work.Statement::sql).toList();
    }

    String value(String query) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            return rows.next() ? rows.getString(1) : null;
        }
    }

    private StepOutcome step(java.util.function.Function<JdbcSession, StepOutcome> step) throws SQLException {
        try (JdbcSession session = database.newSession()) {
            session.begin();
            StepOutcome outcome = step.apply(session);
            work = session.work();
            session.settle();
            return outcome;
        }
    }

    @Override
    public void close() {
        run.close();
        database.close();
    }
}
