package dev.stairway.measure.traffic.jdbc;

import dev.stairway.database.JdbcDatabase;
import dev.stairway.measure.traffic.TableTraffic.Kind;
import dev.stairway.script.sql.SqlStatement;
import java.sql.SQLException;
import java.util.List;

/** Runs the statements of one file in one transaction. */
final class WorkloadProbe extends JdbcProbe {

    private final String name;
    private final List<SqlStatement> statements;

    WorkloadProbe(JdbcDatabase database, Dialect dialect, String name, List<SqlStatement> statements)
            throws SQLException {
        super(database, dialect);
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
        dialect().run(connected.connection(), () -> {
            for (SqlStatement statement : statements) {
                dialect().run(connected.statement(), statement.sql(), Kind.WORKLOAD);
            }
        });
    }

    /** The application would try again, too. */
    @Override
    boolean learn(Line connected) {
        return true;
    }
}
