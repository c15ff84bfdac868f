package dev.stairway.run;

import dev.stairway.integrity.sqlite.Deadline;
import dev.stairway.run.AssertionAnswer.Kind;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Runs queries of the user so that they can change nothing: read-only, and rolled back. */
final class AssertionQuery {

    /** Rows that are counted and compared. */
    private static final int COUNTED = 10_000;

    private static final int LIMIT_SECONDS = 60;
    private static final int VALUE_LENGTH = 60;
    /** Table, schema, column and function. https://www.postgresql.org/docs/current/errcodes-appendix.html */
    private static final Set<String> NOT_THERE = Set.of("42P01", "3F000", "42703", "42883");

    private final Connection connection;
    private final boolean sqlite;

    private AssertionQuery(Connection connection, boolean sqlite) {
        this.connection = connection;
        this.sqlite = sqlite;
    }

    /** @param connection of a session that is thrown away, in auto-commit mode */
    static AssertionAnswer ask(Connection connection, boolean sqlite, String sql) throws SQLException {
        AssertionQuery query = new AssertionQuery(connection, sqlite);
        query.set(sqlite ? "PRAGMA query_only = 1" : "SET statement_timeout = '" + LIMIT_SECONDS + "s'");
        connection.setAutoCommit(false);
        try {
            return sqlite ? query.answerInTime(sql) : query.answerReadOnly(sql);
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
            query.set(sqlite ? "PRAGMA query_only = 0" : "RESET statement_timeout");
        }
    }

    private void set(String setting) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(setting);
        }
    }

    private AssertionAnswer answerInTime(String sql) throws SQLException {
        try (Deadline deadline = Deadline.in(connection, LIMIT_SECONDS * 1000)) {
            return answer(sql);
        }
    }

    private AssertionAnswer answerReadOnly(String sql) throws SQLException {
        set("SET TRANSACTION READ ONLY");
        return answer(sql);
    }

    private AssertionAnswer answer(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.setMaxRows(COUNTED);
            try (ResultSet rows = statement.executeQuery(sql)) {
                return read(rows);
            }
        } catch (SQLException refused) {
            return AssertionAnswer.failed(notThere(refused) ? Kind.NOT_THERE : Kind.BROKEN, message(refused));
        }
    }

    private static AssertionAnswer read(ResultSet rows) throws SQLException {
        List<String> all = new ArrayList<>();
        String first = null;
        while (rows.next()) {
            first = all.isEmpty() ? rows.getString(1) : first;
            all.add(row(rows));
        }
        return new AssertionAnswer(Kind.ANSWERED, "", all.size(), all, first);
    }

    private static String row(ResultSet row) throws SQLException {
        ResultSetMetaData columns = row.getMetaData();
        List<String> values = new ArrayList<>();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            String value = String.valueOf(row.getString(i));
            values.add(columns.getColumnLabel(i) + "="
                    + (value.length() > VALUE_LENGTH ? value.substring(0, VALUE_LENGTH) + "..." : value));
        }
        return String.join(", ", values);
    }

    private boolean notThere(SQLException refused) {
        String message = String.valueOf(refused.getMessage());
        return sqlite
                ? message.contains("no such table") || message.contains("no such column")
                : NOT_THERE.contains(String.valueOf(refused.getSQLState()));
    }

    private static String message(SQLException refused) {
        return String.valueOf(refused.getMessage())
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .findFirst()
                .orElse("");
    }
}
