package dev.stairway.measure.traffic.jdbc;

import dev.stairway.database.JdbcDatabase;
import dev.stairway.measure.traffic.TableTraffic.Kind;
import dev.stairway.script.sql.SqlStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/** Runs the statements of one file in one transaction. */
final class WorkloadProbe extends JdbcProbe {

    private final String name;
    private final List<SqlStatement> statements;

    WorkloadProbe(
            JdbcDatabase database,
            Dialect dialect,
            Duration patience,
            Line line,
            String name,
            List<SqlStatement> statements) {
        super(database, dialect, patience, line);
        this.name = name;
        this.statements = List.copyOf(statements);
    }

    @Override
    public String table() {
        return name;
    }

    @Override
    public Kind kind() {
        return Kind.WORKLOAD;
    }

    @Override
    void call(Line connected) throws SQLException {
        connected.connection().setAutoCommit(false);
        for (SqlStatement statement : statements) {
            dialect().run(connected.statement(), statement.sql(), Kind.WORKLOAD);
        }
        connected.connection().rollback();
    }

    @Override
    void learn(Line connected) {
        // The statements are the user's.
    }

    /** The application would try again, too. */
    @Override
    boolean able() {
        return true;
    }
}
