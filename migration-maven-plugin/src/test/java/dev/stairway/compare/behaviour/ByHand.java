package dev.stairway.compare.behaviour;

import dev.stairway.database.JdbcDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Statements of a test, sent by plain JDBC and taken back. */
final class ByHand {

    private ByHand() {}

    /** {@code accepted}, or the code by which the database says why not: SQLSTATE, or SQLite's own. */
    static String tries(JdbcDatabase database, String... statements) throws SQLException {
        try (Connection connection = database.connect()) {
            return tries(connection, statements);
        }
    }

    static String tries(Connection connection, String... statements) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
            return "accepted";
        } catch (SQLException refused) {
            String message = refused.getMessage();
            return message.startsWith("[SQLITE_") ? message.substring(1, message.indexOf(']')) : refused.getSQLState();
        } finally {
            connection.rollback();
        }
    }

    /** The only value that the query answers with after the statements. */
    static String asks(JdbcDatabase database, String query, String... before) throws SQLException {
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                for (String sql : before) {
                    statement.execute(sql);
                }
                try (ResultSet row = statement.executeQuery(query)) {
                    row.next();
                    return row.getString(1);
                }
            } finally {
                connection.rollback();
            }
        }
    }
}
