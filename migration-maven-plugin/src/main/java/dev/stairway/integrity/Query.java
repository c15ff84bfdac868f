package dev.stairway.integrity;

import dev.stairway.integrity.QueryAnswer.Kind;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** A query of the user in a transaction that is rolled back. */
public final class Query {

    /** Longest time of one. */
    public static final int LIMIT_SECONDS = 60;

    /** Rows that are counted and compared. */
    private static final int COUNTED = 10_000;

    private static final int VALUE_LENGTH = 60;

    private Query() {}

    /**
     * Runs it.
     *
     * @param begin statements that make the transaction one that reads alone; empty for none
     * @param notThere tells a table or column that is missing from any other refusal
     */
    public static QueryAnswer run(Connection connection, String begin, String sql, Predicate<SQLException> notThere)
            throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            if (!begin.isEmpty()) {
                statement.execute(begin);
            }
            return answer(statement, sql, notThere);
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    private static QueryAnswer answer(Statement statement, String sql, Predicate<SQLException> notThere)
            throws SQLException {
        statement.setEscapeProcessing(false);
        statement.setMaxRows(COUNTED);
        try (ResultSet rows = statement.executeQuery(sql)) {
            return read(rows);
        } catch (SQLException refused) {
            return QueryAnswer.failed(notThere.test(refused) ? Kind.NOT_THERE : Kind.BROKEN, message(refused));
        }
    }

    private static QueryAnswer read(ResultSet rows) throws SQLException {
        List<String> all = new ArrayList<>();
        String first = null;
        while (rows.next()) {
            first = all.isEmpty() ? rows.getString(1) : first;
            all.add(row(rows));
        }
        return new QueryAnswer(Kind.ANSWERED, "", all.size(), all, first);
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

    private static String message(SQLException refused) {
        return String.valueOf(refused.getMessage())
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .findFirst()
                .orElse("");
    }
}
