package dev.stairway.fingerprint.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.PGStatement;

/**
 * Statements that run in one round trip inside the user's transaction, under pinned settings that end with a savepoint,
 * so that neither the settings nor the locks of reading stay behind.
 *
 * <p>The text of definitions depends on {@code search_path}, the text of values on the formats; the planner's settings keep
 * the prepared plans on index look-ups whatever the size of a catalog was when they were made.
 */
final class PinnedBatch {

    private static final String[][] FORMATS = {
        {"search_path", ""},
        {"role", "none"},
        {"row_security", "off"},
        {"DateStyle", "ISO, YMD"},
        {"IntervalStyle", "postgres"},
        {"TimeZone", "UTC"},
        {"extra_float_digits", "1"},
        {"bytea_output", "hex"},
        {"lc_monetary", "C"},
        {"quote_all_identifiers", "off"},
        {"standard_conforming_strings", "on"},
        {"statement_timeout", "0"},
        {"lock_timeout", "0"},
    };

    private static final String[][] PLANS = {
        {"enable_seqscan", "off"},
        {"enable_hashjoin", "off"},
        {"enable_mergejoin", "off"},
        {"enable_bitmapscan", "off"},
        {"jit", "off"},
        {"plan_cache_mode", "force_generic_plan"},
    };

    private static final String END = "ROLLBACK TO SAVEPOINT stairway_reading;RELEASE SAVEPOINT stairway_reading";

    private final String sql;

    private PinnedBatch(String begin, String sql) {
        this.sql = begin + ";" + sql + ";" + END;
    }

    /** For small reads that repeat: plans are kept. */
    static PinnedBatch repeated(String sql) {
        return new PinnedBatch(begin(FORMATS, PLANS), sql);
    }

    /** For whole reads: the planner is free. */
    static PinnedBatch once(String sql) {
        return new PinnedBatch(begin(FORMATS), sql);
    }

    /** Runs it; the visitor gets the rows of every statement of the batch, in order. */
    void run(Connection connection, Binder binder, Visitor visitor) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.unwrap(PGStatement.class).setPrepareThreshold(1);
            binder.bind(statement);
            boolean rows = statement.execute();
            int number = -1;
            while (rows || statement.getUpdateCount() != -1) {
                if (rows) {
                    visit(statement, number++, visitor);
                }
                rows = statement.getMoreResults();
            }
        }
    }

    /** Runs an action under the pinned settings. */
    static void around(Connection connection, Action action) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(begin(FORMATS));
            action.run();
            statement.execute(END);
        }
    }

    /** The first result is that of the settings. */
    private static void visit(PreparedStatement statement, int number, Visitor visitor) throws SQLException {
        if (number < 0) {
            return;
        }
        try (ResultSet result = statement.getResultSet()) {
            while (result.next()) {
                visitor.row(number, result);
            }
        }
    }

    private static String begin(String[][]... groups) {
        StringBuilder sql = new StringBuilder("SAVEPOINT stairway_reading;SELECT ");
        for (String[][] group : groups) {
            for (String[] setting : group) {
                sql.append("pg_catalog.set_config('")
                        .append(setting[0])
                        .append("','")
                        .append(setting[1])
                        .append("',true),");
            }
        }
        sql.setLength(sql.length() - 1);
        return sql.toString();
    }

    /** Runs between settings and savepoint. */
    @FunctionalInterface
    interface Action {
        void run() throws SQLException;
    }

    /** Sets the parameters. */
    @FunctionalInterface
    interface Binder {
        Binder NOTHING = statement -> {};

        void bind(PreparedStatement statement) throws SQLException;
    }

    /** Sees one row. */
    @FunctionalInterface
    interface Visitor {
        void row(int statement, ResultSet row) throws SQLException;
    }
}
