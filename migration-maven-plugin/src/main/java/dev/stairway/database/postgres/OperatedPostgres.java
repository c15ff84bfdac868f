package dev.stairway.database.postgres;

import dev.stairway.database.Checkpoint;
import dev.stairway.database.DatabaseId;
import dev.stairway.database.JdbcDatabase;
import dev.stairway.database.JdbcSession;
import dev.stairway.database.external.NamedTarget;
import dev.stairway.database.external.PostgresUrl;
import dev.stairway.database.external.SessionLimits;
import dev.stairway.database.jdbc.HeldSession;
import dev.stairway.problem.ProblemException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/** A PostgreSQL database that the user named, itself. Closing it ends connections and removes nothing. */
public final class OperatedPostgres implements JdbcDatabase, ProgramTarget {

    private final PostgresUrl url;
    private final Access access;
    private final PostgresAdvice advice = new PostgresAdvice();
    private final SessionConnection connection;
    private final DatabaseId id;
    private final String version;
    private boolean sessionOpen;

    private OperatedPostgres(PostgresUrl url, Access access, DatabaseId id, String version) {
        this.url = url;
        this.access = access;
        this.connection = new SessionConnection(access, url.database(), advice);
        this.id = id;
        this.version = version;
    }

    private static Map<String, String> settings(PostgresUrl url, SessionLimits limits) {
        Map<String, String> settings = new TreeMap<>(url.settings());
        settings.put(
                "connectTimeout", Long.toString(Math.max(1, limits.connect().toSeconds())));
        settings.put("loginTimeout", settings.get("connectTimeout"));
        settings.put("options", options(limits));
        return settings;
    }

    /** They survive what puts a session back to its start. */
    private static String options(SessionLimits limits) {
        StringBuilder options = new StringBuilder();
        add(options, "lock_timeout", limits.lock());
        add(options, "statement_timeout", limits.statement());
        if (limits.readOnly()) {
            options.append(" -c default_transaction_read_only=on");
        }
        return options.toString().strip();
    }

    private static void add(StringBuilder options, String setting, Duration limit) {
        if (!limit.isZero()) {
            options.append(" -c ").append(setting).append('=').append(limit.toMillis());
        }
    }

    /** @throws ProblemException when nobody can connect with these credentials */
    public static OperatedPostgres open(NamedTarget target, SessionLimits limits) {
        PostgresUrl url = target.postgresUrl();
        Map<String, String> settings = settings(url, limits);
        String server = url.place().substring(0, url.place().lastIndexOf('/'));
        Access access = new Access(server, target.user(), target.password(), settings);
        try (Connection first = access.connect(url.database());
                Statement statement = first.createStatement()) {
            String version;
            try (ResultSet row = statement.executeQuery("SHOW server_version")) {
                row.next();
                version = row.getString(1).split(" ")[0];
            }
            return new OperatedPostgres(
                    url,
                    ClientCheck.possible(statement)
                            ? access.with("options", (settings.get("options") + " " + ClientCheck.OPTION).strip())
                            : access,
                    new DatabaseId("postgresql", version.replaceFirst("\\D.*", ""), "external"),
                    version);
        } catch (SQLException e) {
            throw ProblemException.setup(
                    "The named database cannot be connected to",
                    url.toString(),
                    safe(e, target.password()),
                    next(String.valueOf(e.getSQLState())),
                    null);
        }
    }

    /** Class 28 is about who asks, 3D about the database: https://www.postgresql.org/docs/current/errcodes-appendix.html */
    private static String next(String state) {
        if (state.startsWith("28")) {
            return "Check user and password of the <server> in settings.xml that <serverId> (-Dmigration.serverId) names;"
                    + " nothing was changed";
        }
        return state.equals("3D000")
                ? "Create the database, or correct its name; nothing was changed"
                : "Check that the server runs and can be reached from here; nothing was changed";
    }

    private static String safe(SQLException e, String password) {
        String text = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
        return password.isEmpty() ? text : text.replace(password, "***");
    }

    /** For example {@code 17.11}. */
    public String serverVersion() {
        return version;
    }

    @Override
    public DatabaseId id() {
        return id;
    }

    @Override
    public String url() {
        return url.toString();
    }

    @Override
    public Connection connect() throws SQLException {
        return access.connect(url.database());
    }

    @Override
    public void point(Map<String, String> environment) {
        access.point(environment);
        environment.put("PGDATABASE", url.database());
    }

    @Override
    public JdbcSession newSession() {
        if (sessionOpen) {
            throw new IllegalStateException("A session is still open");
        }
        try {
            HeldSession session = new HeldSession(connection.fresh(), advice, this::release);
            sessionOpen = true;
            return session;
        } catch (SQLException e) {
            throw ProblemException.setup(
                    "No session can be opened any more",
                    url(),
                    String.valueOf(e.getMessage()),
                    "Check whether the server was stopped, or has no connection left",
                    e);
        }
    }

    private void release(boolean reusable) {
        sessionOpen = false;
        if (!reusable) {
            connection.drop();
        }
    }

    @Override
    public Checkpoint checkpoint() {
        throw new UnsupportedOperationException("A named database is backed up instead");
    }

    @Override
    public void restore(Checkpoint checkpoint) {
        throw new UnsupportedOperationException("A named database is restored from a backup instead");
    }

    @Override
    public boolean cheapCheckpoints() {
        return false;
    }

    @Override
    public void close() {
        connection.drop();
    }
}
