package dev.stairway.measure.traffic.jdbc;

import dev.stairway.database.JdbcDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** The connection of one client, with its one statement. */
final class Line implements AutoCloseable {

    private final Connection connection;
    private final Statement statement;

    private Line(Connection connection, Statement statement) {
        this.connection = connection;
        this.statement = statement;
    }

    static Line open(JdbcDatabase database, Dialect dialect) throws SQLException {
        Connection connection = database.connect();
        try {
            dialect.prepare(connection);
            return new Line(connection, connection.createStatement());
        } catch (SQLException | RuntimeException failed) {
            connection.close();
            throw failed;
        }
    }

    Connection connection() {
        return connection;
    }

    Statement statement() {
        return statement;
    }

    /** From another thread. */
    void cancel() throws SQLException {
        statement.cancel();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
