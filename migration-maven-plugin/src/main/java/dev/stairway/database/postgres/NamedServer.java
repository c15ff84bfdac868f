package dev.stairway.database.postgres;

import dev.stairway.database.external.ExternalTarget;
import dev.stairway.database.external.Lock;
import dev.stairway.database.external.PostgresUrl;
import dev.stairway.database.jdbc.Said;
import dev.stairway.problem.ProblemException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Ways to a server that the user named: one for looking, which cannot write, one for administration and one for walks. */
final class NamedServer {

    // Names of functions and operators mean the server's own whatever the database holds, and nobody waits for ever.
    // What the
    // role is given for its own work must not end a copy of a database, nor the session that removes all of them at the
    // end.
    private static final String CAREFUL = "-c search_path=pg_catalog -c lock_timeout=10000 -c statement_timeout=0"
            + " -c idle_session_timeout=0 -c idle_in_transaction_session_timeout=0";

    // Also for what a log-in trigger may do: https://www.postgresql.org/docs/current/event-trigger-definition.html
    private static final String READ_ONLY = CAREFUL + " -c default_transaction_read_only=on";

    /** Somebody drops a database while it is counted. */
    private static final Set<String> MOVING = Set.of("3D000", "42704", "58P01");

    private static final int LOOKS = 5;

    /** For the whole of a log-in, encryption and password included. */
    private static final String LOG_IN_SECONDS = "10";

    /** For one answer while only looking, where the longest wait is that for a lock. */
    private static final String LOOK_SECONDS = "15";

    private final ExternalTarget target;
    private final PostgresUrl url;
    private final Access access;
    private final NamedSessions sessions = new NamedSessions();

    NamedServer(ExternalTarget target) {
        this.target = target;
        this.url = target.postgresUrl();
        Map<String, String> settings = new TreeMap<>(url.settings());
        settings.put("connectTimeout", LOG_IN_SECONDS);
        settings.put("loginTimeout", LOG_IN_SECONDS);
        settings.put("socketFactory", LiveSockets.class.getName());
        settings.put("tcpKeepAlive", "true");
        String where = url.place().substring(0, url.place().lastIndexOf('/'));
        this.access = new Access(where, target.user(), target.password(), settings);
    }

    String place() {
        return url.place();
    }

    ExternalTarget target() {
        return target;
    }

    /** Looks at the server and says whether all is as it must be. */
    @FunctionalInterface
    interface Look {
        void at(Connection connection, NamedFacts facts) throws SQLException;
    }

    /**
     * Looks in a read-only transaction, which is taken back.
     *
     * @param run whose session this is
     * @return what was seen
     */
    NamedFacts look(String run, Look look) {
        try (Connection connection = connect(looking().with("options", READ_ONLY))) {
            connection.setReadOnly(true);
            connection.setAutoCommit(false);
            for (int again = LOOKS; ; again--) {
                try {
                    sign(connection, run);
                    NamedFacts facts = NamedFacts.read(connection);
                    look.at(connection, facts);
                    connection.rollback();
                    requireWritable(run);
                    return facts;
                } catch (SQLException e) {
                    takeBack(connection, e);
                    if (again == 0 || !MOVING.contains(String.valueOf(e.getSQLState()))) {
                        throw e;
                    }
                }
            }
        } catch (SQLException e) {
            throw unusable(e);
        }
    }

    private static void takeBack(Connection connection, SQLException reason) throws SQLException {
        try {
            connection.rollback();
        } catch (SQLException lost) {
            // The reason says more than that a lost connection cannot be used any more.
            reason.addSuppressed(lost);
            throw reason;
        }
    }

    /** Our own look is read-only by our own will, behind which one of somebody else's cannot be seen. */
    private void requireWritable(String run) throws SQLException {
        try (Connection connection = connect(looking().with("options", CAREFUL))) {
            connection.setReadOnly(true);
            connection.setAutoCommit(false);
            sign(connection, run);
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("SHOW default_transaction_read_only")) {
                row.next();
                if (row.getString(1).equals("on")) {
                    throw Lock.IN_USE.refuses(
                            "The server, the database or the user is set to read only",
                            url.place(),
                            "default_transaction_read_only is on",
                            "Somebody wants nothing to be written there: name another server");
                }
            }
            connection.rollback();
        }
    }

    /** By this lock the sessions of runs know each other; it ends with the session. */
    static void sign(Connection connection, String run) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement("SELECT pg_catalog.pg_advisory_lock_shared(?, ?)")) {
            lock.setInt(1, NamedSessions.LOCK_CLASS);
            lock.setInt(2, number(run));
            lock.execute();
        }
    }

    /** Of a run, for its lock. */
    static int number(String run) {
        return Integer.parseUnsignedInt(run.substring(0, 8), 16);
    }

    /** A connection to the named database that may write; the caller closes it. */
    Connection administration() throws SQLException {
        return connect(access.with("options", CAREFUL));
    }

    private Access looking() {
        return access.with("socketTimeout", LOOK_SECONDS);
    }

    private Connection connect(Access way) throws SQLException {
        Connection connection = way.connect(url.database());
        sessions.add(connection);
        return connection;
    }

    /** That may be there besides ours. */
    NamedSessions sessions() {
        return sessions;
    }

    /** For walks. */
    Access access() {
        return access;
    }

    ProblemException unusable(SQLException e) {
        return ProblemException.setup(
                "The named database cannot be used",
                url.place(),
                safe(Said.by(e)),
                "Check that the server runs and that the user may connect; a pooler between does not do, name the server"
                        + " itself",
                null);
    }

    /** A message of driver or server, which may repeat what it was given. */
    private String safe(String message) {
        String text = message.lines().findFirst().orElse("");
        return target.password().isEmpty() ? text : text.replace(target.password(), "***");
    }
}
