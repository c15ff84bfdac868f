package dev.stairway.database.postgres;

import dev.stairway.database.external.Lock;
import dev.stairway.database.process.Secrets;
import dev.stairway.problem.ProblemException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Makes and drops databases on a server that the user named. It drops what is in the book of the run, under the same name and
 * number, on the server that was looked at; and nothing else.
 */
final class NamedAdmin implements Administration, AutoCloseable {

    private static final long GONE_SECONDS = 10;

    // The connection may lead to another server than the look did, as names of hosts do that stand for several.
    private static final String SAME = """
            SELECT (SELECT c.system_identifier::text FROM pg_catalog.pg_control_system() c) = ?
               AND (SELECT d.oid FROM pg_catalog.pg_database d WHERE d.datname = pg_catalog.current_database()) = ?
               AND (SELECT pg_catalog.count(*) FROM stairway.mark m WHERE m.token = ?) = 1
               AND NOT pg_catalog.pg_is_in_recovery()
            """;

    private final NamedServer server;
    private final NamedFacts facts;
    private final String run;
    private final Connection connection;
    private final MadeDatabases made;

    private NamedAdmin(NamedServer server, NamedFacts facts, String run, Connection connection) {
        this.server = server;
        this.facts = facts;
        this.run = run;
        this.connection = connection;
        this.made = new MadeDatabases(connection, run);
    }

    /**
     * Connects.
     *
     * @param facts of the look before
     * @param run random text of this run
     */
    static NamedAdmin open(NamedServer server, NamedFacts facts, String run) throws SQLException {
        Connection connection = server.administration();
        try {
            NamedServer.sign(connection, run);
            NamedAdmin admin = new NamedAdmin(server, facts, run, connection);
            admin.requireSame();
            return admin;
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    String driverVersion() throws SQLException {
        return connection.getMetaData().getDriverName() + " "
                + connection.getMetaData().getDriverVersion();
    }

    /** True where sessions can be told to end when their client has gone. */
    synchronized boolean seesClientsGo() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return ClientCheck.possible(statement);
        }
    }

    private void requireSame() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SAME)) {
            statement.setString(1, facts.server());
            statement.setLong(2, facts.database());
            statement.setString(3, server.target().mark());
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                if (!row.getBoolean(1)) {
                    throw stranger("number, database or mark differ from what was looked at");
                }
            }
        }
    }

    private ProblemException stranger(String seen) {
        return Lock.IDENTITY.refuses(
                "The server is not the one that was looked at, so nothing is removed from it any more",
                server.place(),
                seen,
                "Look whether it was exchanged or its mark removed during the run; what the run had made there is named"
                        + " by the next one");
    }

    /** A new database under a name that nobody can guess. */
    String create() {
        String name = "stairway_" + Secrets.random().substring(0, 32);
        make(name, "template0");
        return name;
    }

    private synchronized void make(String name, String template) {
        try {
            requireSame();
            made.announce(name);
            execute("CREATE DATABASE " + Admin.quote(name) + " TEMPLATE " + Admin.quote(template));
            made.confirm(name);
        } catch (SQLException e) {
            throw failed("made or copied", name, e);
        }
    }

    @Override
    public String nameOfCopy(String database, int number) {
        return "stairway_" + Secrets.random().substring(0, 32);
    }

    @Override
    public synchronized void copy(String from, String to) {
        make(to, from);
        try {
            OwnerProperties.copy(connection, from, to);
        } catch (SQLException e) {
            throw failed("copied", to, e);
        }
    }

    @Override
    public synchronized void drop(String name) {
        try {
            requireSame();
            MadeDatabases.Made found = MadeDatabases.of(connection, run).stream()
                    .filter(one -> one.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> stranger(name + " is not in the book of this run, stairway.made"));
            drop(made, found);
        } catch (SQLException e) {
            throw failed("dropped", name, e);
        }
    }

    private void drop(MadeDatabases book, MadeDatabases.Made found) throws SQLException {
        if (found.there() && !found.same()) {
            throw stranger(found.name() + " is another database than the one that was made under that name");
        }
        if (found.there()) {
            execute("DROP DATABASE " + Admin.quote(found.name()) + " WITH (FORCE)");
        }
        book.forget(found.name());
    }

    /**
     * Drops what runs that have ended left behind, as far as it is proven to be theirs.
     *
     * @return what was found, in sentences
     */
    synchronized List<String> sweep() throws SQLException {
        requireSame();
        return new Leftovers(connection, this::drop).sweep(run);
    }

    private void drop(String deadRun, MadeDatabases.Made found) throws SQLException {
        drop(new MadeDatabases(connection, deadRun), found);
    }

    @Override
    public synchronized void awaitUnused(String name, int processId) throws SQLException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(GONE_SECONDS);
        while (users(name) > 0) {
            if (System.nanoTime() > deadline) {
                throw new SQLException("A connection to the database is still open: " + name);
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(2));
        }
    }

    private long users(String name) throws SQLException {
        return number("SELECT pg_catalog.count(*) FROM pg_catalog.pg_stat_activity a WHERE a.datname = ?", name);
    }

    /** Nobody but this run's own administration connects to the database that the user named. */
    @Override
    public Optional<String> beside() {
        return Optional.empty();
    }

    @Override
    public synchronized long bytes(String name) {
        try {
            return number("SELECT pg_catalog.pg_database_size(?::pg_catalog.name)", name);
        } catch (SQLException e) {
            throw failed("measured", name, e);
        }
    }

    private long number(String sql, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, name);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private ProblemException failed(String verb, String name, SQLException e) {
        return ProblemException.setup(
                "A database of the run could not be " + verb,
                name + " on " + server.place(),
                String.valueOf(e.getMessage()),
                "Check disk, connections and rights on the server; what is left there is named by the next run",
                e);
    }

    /** Drops what this run has made and not dropped yet. */
    @Override
    public synchronized void close() {
        try (connection) {
            requireSame();
            for (MadeDatabases.Made found : MadeDatabases.of(connection, run)) {
                drop(made, found);
            }
        } catch (SQLException e) {
            throw failed("dropped", "a database of this run", e);
        }
    }
}
