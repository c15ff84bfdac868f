package dev.stairway.measure.lock;

import dev.stairway.database.JdbcDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** A second connection that never waits: what it may not do now, nobody else may. */
final class SqliteBeside implements AutoCloseable {

    /** https://sqlite.org/rescode.html#busy */
    private static final int BUSY = 5;

    private static final int PRIMARY_CODE = 0xff;

    private final JdbcDatabase database;
    /** Null while it stays away. */
    private Connection connection;
    /** Nobody can come in any more. */
    private boolean shutOut;

    SqliteBeside(JdbcDatabase database) {
        this.database = database;
    }

    /** Goes away, until it is asked again: some statements succeed only when nobody else has the file open. */
    void leave() throws SQLException {
        if (connection != null) {
            Connection old = connection;
            connection = null;
            old.close();
        }
    }

    /** Stays away for good: somebody has the file alone from now on. */
    void shutOut() throws SQLException {
        leave();
        shutOut = true;
    }

    /** Comes in, if it is let in; then that costs no time later. */
    void come() throws SQLException {
        try {
            connection();
        } catch (SQLException e) {
            if (!busy(e)) {
                throw e;
            }
            // The driver has waited for it long enough.
            shutOut = true;
        }
    }

    boolean mayWrite() throws SQLException {
        return allowed("BEGIN IMMEDIATE");
    }

    boolean mayRead() throws SQLException {
        return allowed("BEGIN; SELECT count(*) FROM sqlite_master");
    }

    private boolean allowed(String sql) throws SQLException {
        if (shutOut) {
            return false;
        }
        try (Statement statement = connection().createStatement()) {
            try {
                for (String one : sql.split(";")) {
                    statement.execute(one);
                }
                return true;
            } catch (SQLException e) {
                if (!busy(e)) {
                    throw e;
                }
                return false;
            } finally {
                rollBack(statement);
            }
        }
    }

    private static boolean busy(SQLException e) {
        return (e.getErrorCode() & PRIMARY_CODE) == BUSY;
    }

    private static void rollBack(Statement statement) throws SQLException {
        try {
            statement.execute("ROLLBACK");
        } catch (SQLException e) {
            if (!String.valueOf(e.getMessage()).contains("no transaction is active")) {
                throw e;
            }
        }
    }

    /**
     * Another number when somebody else has written since; 0 when it may not even look.
     *
     * @see <a href="https://sqlite.org/pragma.html#pragma_data_version">PRAGMA data_version</a>
     */
    long version() throws SQLException {
        if (shutOut) {
            return 0;
        }
        try (Statement statement = connection().createStatement();
                ResultSet version = statement.executeQuery("PRAGMA data_version")) {
            version.next();
            return version.getLong(1);
        }
    }

    /** True when readers and the writer do not wait for each other. */
    boolean logsAhead() throws SQLException {
        if (shutOut) {
            return false;
        }
        try (Statement statement = connection().createStatement();
                ResultSet mode = statement.executeQuery("PRAGMA journal_mode")) {
            return mode.next() && mode.getString(1).equalsIgnoreCase("wal");
        }
    }

    private Connection connection() throws SQLException {
        if (connection == null) {
            connection = database.connect();
            try (Statement statement = connection.createStatement()) {
                statement.execute("PRAGMA busy_timeout = 0");
            }
        }
        return connection;
    }

    @Override
    public void close() throws SQLException {
        leave();
    }
}
