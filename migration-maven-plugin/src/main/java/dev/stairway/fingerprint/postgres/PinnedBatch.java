package dev.stairway.fingerprint.postgres;

import dev.stairway.fingerprint.Hashing;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;

/**
 * Statements that run in one round trip inside the user's transaction, under pinned settings that end with a savepoint,
 * so that neither the settings nor the locks of reading stay behind.
 *
 * <p>The text of definitions depends on {@code search_path}, the text of values on the formats; the planner's settings keep
 * the kept plans on index look-ups whatever the size of a catalog was when they were made.
 *
 * <p>Plans are kept by PREPARE and not by the driver, which forgets its own with every DDL statement and every change of
 * the search path. DISCARD ALL in a migration may take them away: then they are made again.
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

    private static final String NO_SUCH_STATEMENT = "26000";
    private static final String SETTINGS = "stairway_settings";
    private static final String START = "SAVEPOINT stairway_reading;";
    private static final String END = ";ROLLBACK TO SAVEPOINT stairway_reading;RELEASE SAVEPOINT stairway_reading";

    /** Names of the statements that were prepared on a physical connection. */
    private static final Map<Connection, Set<String>> PREPARED = Collections.synchronizedMap(new WeakHashMap<>());

    private final String name;
    private final String prepare;
    private final String sql;

    private PinnedBatch(String name, String prepare, String sql) {
        this.name = name;
        this.prepare = prepare;
        this.sql = sql;
    }

    /**
     * For small reads that repeat: the plan is kept.
     *
     * @param query one SELECT
     * @param types of its parameters {@code $1}, {@code $2}
     */
    static PinnedBatch repeated(String query, String... types) {
        String name = "stairway_" + Hashing.of(query).hex();
        String list = types.length == 0 ? "" : "(" + String.join(",", types) + ")";
        return new PinnedBatch(name, "PREPARE " + name + list + " AS " + query, null);
    }

    /** For whole reads: the planner is free. */
    static PinnedBatch once(String sql) {
        return new PinnedBatch(null, null, START + select(FORMATS) + ";" + sql + END);
    }

    /**
     * Runs it; the visitor gets the rows of every statement of the batch, in order.
     *
     * @param arguments of a repeated query, as literals
     */
    void run(Connection connection, Visitor visitor, String... arguments) throws SQLException {
        if (name == null) {
            execute(connection, sql, visitor);
            return;
        }
        String list = arguments.length == 0 ? "" : "('" + String.join("','", arguments) + "')";
        String batch = START + "EXECUTE " + SETTINGS + ";EXECUTE " + name + list + END;
        prepareOnce(connection);
        try {
            execute(connection, batch, visitor);
        } catch (SQLException e) {
            if (!NO_SUCH_STATEMENT.equals(e.getSQLState())) {
                throw e;
            }
            PREPARED.remove(connection);
            send(connection, END.substring(1));
            prepareOnce(connection);
            execute(connection, batch, visitor);
        }
    }

    /** Runs an action under the pinned settings. */
    static void around(Connection connection, Action action) throws SQLException {
        send(connection, START + select(FORMATS));
        action.run();
        send(connection, END.substring(1));
    }

    private void prepareOnce(Connection connection) throws SQLException {
        Set<String> prepared = PREPARED.computeIfAbsent(connection, any -> new HashSet<>());
        if (!prepared.contains(SETTINGS)) {
            send(connection, deallocate(connection, SETTINGS) + "PREPARE " + SETTINGS + " AS " + select(FORMATS, PLANS));
            prepared.add(SETTINGS);
        }
        if (!prepared.contains(name)) {
            send(connection, deallocate(connection, name) + START + select(FORMATS, PLANS) + ";" + prepare + END);
            prepared.add(name);
        }
    }

    /** Another fingerprinter on the same connection may have prepared it. */
    private static String deallocate(Connection connection, String name) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(
                        "SELECT 1 FROM pg_catalog.pg_prepared_statements WHERE name = '" + name + "'")) {
            return found.next() ? "DEALLOCATE " + name + ";" : "";
        }
    }

    private static void execute(Connection connection, String batch, Visitor visitor) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            boolean rows = statement.execute(batch);
            int number = -1;
            while (rows || statement.getUpdateCount() != -1) {
                if (rows) {
                    visit(statement, number++, visitor);
                }
                rows = statement.getMoreResults();
            }
        }
    }

    /** The first result is that of the settings. */
    private static void visit(Statement statement, int number, Visitor visitor) throws SQLException {
        if (number < 0) {
            return;
        }
        try (ResultSet result = statement.getResultSet()) {
            while (result.next()) {
                visitor.row(number, result);
            }
        }
    }

    private static void send(Connection connection, String batch) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(batch);
        }
    }

    private static String select(String[][]... groups) {
        StringBuilder sql = new StringBuilder("SELECT ");
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

    /** Sees one row. */
    @FunctionalInterface
    interface Visitor {
        void row(int statement, ResultSet row) throws SQLException;
    }
}
