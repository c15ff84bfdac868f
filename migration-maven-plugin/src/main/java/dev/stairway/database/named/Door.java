package dev.stairway.database.named;

import dev.stairway.database.external.ExternalTarget;
import dev.stairway.database.external.ServerUrl;
import dev.stairway.database.generic.Target;
import dev.stairway.database.jdbc.Drivers;
import dev.stairway.database.jdbc.QuietMariaDb;
import dev.stairway.database.jdbc.Said;
import dev.stairway.problem.ProblemException;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** The way to a server that the user named, with all its locks. */
final class Door {

    /** For a session that is just starting or ending. */
    private static final long PATIENCE_SECONDS = 2;

    private static final String LOG_IN_MILLIS = "10000";

    /** For one answer while only looking. */
    private static final String LOOK_MILLIS = "15000";

    private final ExternalTarget target;
    private final ServerUrl url;
    private final Manners manners;
    private final JdbcLocks locks;
    private final Target server;

    private Door(ExternalTarget target, ServerUrl url, Manners manners, Target server) {
        this.target = target;
        this.url = url;
        this.manners = manners;
        this.locks = new JdbcLocks(target, url, manners);
        this.server = server;
    }

    /**
     * Looks at what can be told without a connection.
     *
     * @param drivers class loader that holds the driver
     */
    static Door before(ExternalTarget target, ClassLoader drivers) {
        ServerUrl url = target.serverUrl();
        Manners manners = Manners.of(target, url);
        new JdbcLocks(target, url, manners).beforeConnecting();
        target.requiredMark();
        // A database that is not there must not come to be by a look:
        // https://h2database.com/html/features.html#database_only_if_exists
        String address = url.product().equals("h2") && !url.database().startsWith("mem:")
                ? url.server() + ";IFEXISTS=TRUE"
                : url.server();
        return new Door(target, url, manners, new Target(driver(drivers, url), address, login(target, url)));
    }

    private static Driver driver(ClassLoader drivers, ServerUrl url) {
        QuietMariaDb.in(drivers);
        return Drivers.find(drivers, url.toString())
                .orElseThrow(() -> ProblemException.setup(
                        "There is no JDBC driver for the named database",
                        url.toString(),
                        "no driver on the project's class path accepts this URL",
                        "Add the driver to the project's dependencies, of scope test if you like, or to the plugin's"
                                + " <dependencies>",
                        null));
    }

    private static Properties login(ExternalTarget target, ServerUrl url) {
        Properties login = new Properties();
        if (url.mysqlFamily()) {
            login.setProperty("connectTimeout", LOG_IN_MILLIS);
        }
        login.setProperty("user", target.user());
        login.setProperty("password", target.password());
        return login;
    }

    String place() {
        return url.place();
    }

    Manners manners() {
        return manners;
    }

    Target server() {
        return server;
    }

    /** What a look has found, with the mark; null where there is none. */
    record Found(Seen seen, JdbcMark mark) {}

    /** Opens all locks. */
    Found require() {
        Found found = look();
        locks.requireUnused(found.seen());
        if (found.mark() == null) {
            locks.requireEmpty(found.seen());
            throw locks.unmarked();
        }
        found.mark().require(target.mark(), place(), found.seen(), Instant.now());
        locks.requireEmpty(found.seen());
        return found;
    }

    /** Opens the locks that have to open before a mark is set. */
    Found requireForMarking() {
        Found found = look();
        locks.requireUnused(found.seen());
        if (found.mark() != null) {
            found.mark().requireOriginal(place(), found.seen());
        }
        locks.requireEmpty(found.seen());
        return found;
    }

    /** Sets the mark on the server that was looked at. */
    void mark(Found before, int days) {
        try (Connection connection = server.connect()) {
            Seen now = manners.look(connection);
            locks.requireSame(before.seen(), now);
            // Once more, since somebody may have come in between.
            locks.requireUnused(now);
            locks.requireEmpty(now);
            JdbcMark mark = JdbcMark.of(target.mark(), place(), now, days, Instant.now());
            JdbcMark.make(connection, manners, mark);
        } catch (SQLException e) {
            throw unusable(e);
        }
    }

    private Target looking() {
        return url.mysqlFamily() ? server.with("socketTimeout", LOOK_MILLIS) : server;
    }

    private Found look() {
        try (Connection connection = looking().connect()) {
            manners.beginReading(connection);
            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
            Seen seen = manners.look(connection);
            while (!seen.others().isEmpty() && System.nanoTime() < deadline) {
                connection.rollback();
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
                seen = manners.look(connection);
            }
            JdbcMark mark = JdbcMark.read(connection, manners, place());
            connection.rollback();
            return new Found(seen, mark);
        } catch (SQLException e) {
            throw unusable(e);
        }
    }

    /** The server is the one that was looked at, with the very mark. */
    boolean same(Connection connection, Found found) throws SQLException {
        return found.mark().equals(JdbcMark.read(connection, manners, place()))
                && manners.server(connection).equals(found.seen().server());
    }

    ProblemException unusable(SQLException e) {
        return ProblemException.setup(
                "The named database cannot be used",
                place(),
                safe(Said.by(e)),
                "Check that the server runs and that the user may connect to this database",
                null);
    }

    /** A message of driver or server, which may repeat what it was given. */
    private String safe(String message) {
        String text = message.lines().findFirst().orElse("");
        return target.password().isEmpty() ? text : text.replace(target.password(), "***");
    }
}
