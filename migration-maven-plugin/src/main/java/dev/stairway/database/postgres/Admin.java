package dev.stairway.database.postgres;

import dev.stairway.problem.ProblemException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** The one connection that creates and drops databases. Safe for use by several threads. */
final class Admin implements Administration, AutoCloseable {

    /** Database of the server itself. */
    private static final String OWN = "postgres";

    private static final long GONE_SECONDS = 10;
    private static final long START_SECONDS = 60;

    /** Another one after a restart. */
    private volatile Connection connection;

    private final int major;
    private final String serverVersion;
    private final String driverVersion;

    private Admin(Connection connection, String serverVersion, String driverVersion) {
        this.connection = connection;
        this.serverVersion = serverVersion;
        this.driverVersion = driverVersion;
        this.major = Integer.parseInt(serverVersion.split("\\D", 2)[0]);
    }

    /** Tries until the server answers, has ended, or a minute is over. */
    static Admin await(Access access, PostgresHost host) throws SQLException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
        while (true) {
            try {
                return open(access, host.identity());
            } catch (SQLException e) {
                if (!comingUp(e) || !host.running() || System.nanoTime() > deadline) {
                    throw e;
                }
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }

    /** Goes on with the same server, which was started again. */
    synchronized void reconnect(Access access, PostgresHost host) throws SQLException {
        close();
        connection = await(access, host).connection;
    }

    // Class 08 is "connection exception", 57P03 "cannot connect now":
    // https://www.postgresql.org/docs/current/errcodes-appendix.html. What forwards a container's port accepts
    // connections before the server does.
    private static boolean comingUp(SQLException e) {
        String state = String.valueOf(e.getSQLState());
        return state.startsWith("08") || state.equals("57P03");
    }

    /** Refuses a server that cannot name its identity: some other program may listen on the port. */
    static Admin open(Access access, String identity) throws SQLException {
        Connection connection = access.connect(OWN);
        try (Statement statement = connection.createStatement();
                ResultSet seen = statement.executeQuery(
                        "SELECT current_setting('cluster_name'), current_setting('server_version')")) {
            seen.next();
            if (!identity.equals(seen.getString(1))) {
                throw new SQLException("Another server answers on the port of ours");
            }
            String driver = connection.getMetaData().getDriverName() + " "
                    + connection.getMetaData().getDriverVersion();
            return new Admin(connection, seen.getString(2).split(" ", 2)[0], driver);
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    int major() {
        return major;
    }

    String serverVersion() {
        return serverVersion;
    }

    String driverVersion() {
        return driverVersion;
    }

    /** Makes the books readable that the server keeps of what statements cost: from its own database, for all of them. */
    void openBooks() {
        execute("CREATE EXTENSION IF NOT EXISTS " + Settings.BOOKS);
    }

    // file_copy is 2 to 5 times faster than the default wal_log as soon as there is data, and there is no standby that
    // would need the WAL. https://www.postgresql.org/docs/current/sql-createdatabase.html
    void create(String name, String template) {
        String strategy = major >= 15 ? " STRATEGY file_copy" : "";
        execute("CREATE DATABASE " + quote(name) + " TEMPLATE " + quote(template) + strategy);
    }

    @Override
    public String nameOfCopy(String database, int number) {
        return database + "_c" + number;
    }

    @Override
    public void copy(String from, String to) {
        create(to, from);
        DatabaseProperties.SQL.forEach(sql -> execute(sql.formatted(literal(from), literal(to))));
    }

    @Override
    public void drop(String name) {
        execute("DROP DATABASE IF EXISTS " + quote(name) + " WITH (FORCE)");
    }

    @Override
    public synchronized void awaitUnused(String name, int processId) throws SQLException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(GONE_SECONDS);
        while (users(name) > 0 || alive(processId)) {
            if (System.nanoTime() > deadline) {
                throw new SQLException("A connection to the database is still open: " + name);
            }
            LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(500));
        }
    }

    private static boolean alive(int processId) {
        return processId != 0
                && ProcessHandle.of(processId).map(ProcessHandle::isAlive).orElse(false);
    }

    private int users(String name) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT count(*) FROM pg_stat_activity WHERE datname = ?")) {
            statement.setString(1, name);
            try (ResultSet count = statement.executeQuery()) {
                count.next();
                return count.getInt(1);
            }
        }
    }

    @Override
    public Optional<String> beside() {
        return Optional.of(OWN);
    }

    @Override
    public synchronized long bytes(String name) {
        try (PreparedStatement statement = connection.prepareStatement("SELECT pg_database_size(?)")) {
            statement.setString(1, name);
            try (ResultSet size = statement.executeQuery()) {
                size.next();
                return size.getLong(1);
            }
        } catch (SQLException e) {
            throw ProblemException.setup(
                    "The size of a database cannot be read",
                    name,
                    String.valueOf(e.getMessage()),
                    "Check whether a migration stopped the server",
                    e);
        }
    }

    private synchronized void execute(String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw ProblemException.setup(
                    "The server could not create, copy or drop a database",
                    sql,
                    String.valueOf(e.getMessage()),
                    "Check the free space of the disk that holds the work directory",
                    e);
        }
    }

    static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    static String quote(String identifier) {
        return '"' + identifier.replace("\"", "\"\"") + '"';
    }

    @Override
    public synchronized void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException("The administration connection cannot be closed", e);
        }
    }
}
