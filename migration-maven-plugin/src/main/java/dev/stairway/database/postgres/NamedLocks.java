package dev.stairway.database.postgres;

import dev.stairway.database.external.ExternalTarget;
import dev.stairway.database.external.Lock;
import dev.stairway.database.external.PostgresUrl;
import dev.stairway.database.external.ProductionNames;
import dev.stairway.problem.ProblemException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/** What must be true of a PostgreSQL that the user named before anything is written to it. Only reads. */
final class NamedLocks {

    /** An empty database takes 8 MB; what was full once may be full again. */
    private static final long MAX_DATABASE_BYTES = 64L << 20;

    /** Databases that tools connect to when nobody names one. */
    private static final Set<String> EVERYBODYS =
            Set.of("postgres", "template0", "template1", "defaultdb", "rdsadmin", "azure_maintenance", "cloudsqladmin");

    private static final int OLDEST_MAJOR = 14;
    /** Two of administration, one of a walk and its second look. */
    private static final int LEAST_CONNECTIONS = 4;

    private final ExternalTarget target;
    private final PostgresUrl url;
    private final String place;

    NamedLocks(ExternalTarget target) {
        this.target = target;
        this.url = target.postgresUrl();
        this.place = url.place();
    }

    /** What can be told before the server hears of us. */
    void beforeConnecting() {
        target.hosts().require(url.host(), place);
        if (EVERYBODYS.contains(url.database())) {
            throw everybodys("its name is " + url.database());
        }
        harmless("host", url.host());
        harmless("database", url.database());
        harmless("user", target.user());
        if (target.user().isEmpty()) {
            throw ProblemException.setup(
                    "No user is named for the database",
                    place,
                    "",
                    "Name a <server> of settings.xml by <serverId>, or set <user>",
                    null);
        }
    }

    private void harmless(String what, String name) {
        ProductionNames.in(name).ifPresent(word -> {
            throw Lock.IN_USE.refuses(
                    "The name of the " + what + " says that it is not for tests",
                    place,
                    what + " " + name + ", because of '" + word + "'",
                    "Name a server whose host, databases and users are all for tests, or rename what is");
        });
    }

    private ProblemException everybodys(String seen) {
        return Lock.OWN_DATABASE.refuses(
                "The URL names a database that belongs to everybody",
                place,
                seen,
                "Create an empty database that only marks the server, for example CREATE DATABASE stairway_tests, and name"
                        + " that; work is done in databases of the run's own making");
    }

    /** Opens all locks. */
    void require(Connection connection, NamedFacts facts, NamedSessions sessions) throws SQLException {
        String token = target.requiredMark();
        server(facts);
        DisposableMark mark = DisposableMark.read(connection, place);
        if (mark == null) {
            throw unmarked(connection);
        }
        mark.require(token, place, facts);
        empty(connection);
        sessions.requireNone(connection, facts.role().reachesFar(), place);
        able(facts);
    }

    private ProblemException unmarked(Connection connection) throws SQLException {
        List<String> objects = NamedObjects.some(connection);
        return objects.isEmpty()
                ? Lock.MARK.refuses(
                        "Nothing in the named database says that its server is for tests",
                        place,
                        "there is no mark, and the database is empty",
                        "If it is for tests, put the mark into it by the goal migration:mark-disposable")
                : occupied(objects);
    }

    /** Opens the locks that have to open before a mark is set. */
    void requireForMarking(Connection connection, NamedFacts facts, NamedSessions sessions) throws SQLException {
        target.requiredMark();
        server(facts);
        DisposableMark mark = DisposableMark.read(connection, place);
        if (mark != null) {
            mark.requireOriginal(place, facts);
        }
        empty(connection);
        sessions.requireNone(connection, facts.role().reachesFar(), place);
    }

    /** Opens the lock between two connections. */
    void requireSame(NamedFacts before, NamedFacts now) {
        if (!before.server().equals(now.server()) || before.database() != now.database()) {
            throw Lock.IDENTITY.refuses(
                    "Two connections led to two servers",
                    place,
                    "server " + before.server() + ", then " + now.server(),
                    "Name one server, not a name that stands for several");
        }
    }

    private void server(NamedFacts facts) {
        version(facts);
        if (facts.template()) {
            throw everybodys("it is a template, of which others are copied");
        }
        if (!facts.owner().equals(facts.role().name())) {
            throw Lock.OWN_DATABASE.refuses(
                    "The named database belongs to somebody else",
                    place,
                    "its owner is " + facts.owner() + ", the user is "
                            + facts.role().name(),
                    "Name a database that this user owns: CREATE DATABASE … OWNER "
                            + facts.role().name());
        }
        replication(facts);
        harmless("user", facts.role().name());
        harmless("server (cluster_name)", facts.clusterName());
        facts.others().forEach(other -> harmless("database beside it", other));
        size(facts);
    }

    private void version(NamedFacts facts) {
        if (facts.major() < OLDEST_MAJOR) {
            throw ProblemException.setup(
                    "PostgreSQL " + facts.version() + " is too old",
                    place,
                    "",
                    "Name a server of version " + OLDEST_MAJOR + " or later",
                    null);
        }
    }

    private void replication(NamedFacts facts) {
        if (facts.recovering()) {
            throw inUse(
                    "The server is a standby of another one", "it is in recovery", "Name a server that stands alone");
        }
        if (facts.standbys() > 0 || facts.slots() > 0 || !facts.synchronous().isEmpty()) {
            throw inUse(
                    "Other servers follow this one",
                    facts.standbys() + " receiving its log, " + facts.slots()
                            + " replication slots, synchronous_standby_names '" + facts.synchronous() + "'",
                    "Name a server that stands alone: one with standbys is in use");
        }
    }

    private void size(NamedFacts facts) {
        if (facts.databaseBytes() > MAX_DATABASE_BYTES) {
            throw inUse(
                    "The named database takes more than an empty one",
                    megabytes(facts.databaseBytes()) + ", at most " + megabytes(MAX_DATABASE_BYTES),
                    "Create a new one");
        }
        if (facts.serverBytes() > target.maxServerBytes()) {
            throw inUse(
                    "The databases of the server take more than those of tests",
                    megabytes(facts.serverBytes()) + ", at most " + megabytes(target.maxServerBytes()),
                    "Name a server for tests alone; where it is one, raise <maxServerMegabytes> in the POM");
        }
    }

    private static String megabytes(long bytes) {
        return (bytes >> 20) + " MB";
    }

    private ProblemException inUse(String what, String seen, String next) {
        return Lock.IN_USE.refuses(what, place, seen, next);
    }

    private void empty(Connection connection) throws SQLException {
        List<String> objects = NamedObjects.some(connection);
        if (!objects.isEmpty()) {
            throw occupied(objects);
        }
    }

    private ProblemException occupied(List<String> objects) {
        return Lock.EMPTY.refuses(
                "The named database is not empty",
                place,
                String.join(", ", objects.subList(0, Math.min(3, objects.size()))) + (objects.size() > 3 ? ", …" : ""),
                "Name a database that nobody uses; nothing in this one is touched");
    }

    /** Not a lock: what could not be done anyway is said before it is tried. */
    private void able(NamedFacts facts) {
        NamedFacts.Role role = facts.role();
        if (!role.createsDatabases()) {
            throw ProblemException.setup(
                    "The user may not create databases, and every cell needs one of its own",
                    place,
                    "role " + role.name() + " has no CREATEDB",
                    "ALTER ROLE " + Admin.quote(role.name()) + " CREATEDB",
                    null);
        }
        if (role.connections() >= 0 && role.connections() < LEAST_CONNECTIONS) {
            throw ProblemException.setup(
                    "The user may not have enough connections",
                    place,
                    "role " + role.name() + " has CONNECTION LIMIT " + role.connections(),
                    "ALTER ROLE " + Admin.quote(role.name()) + " CONNECTION LIMIT " + LEAST_CONNECTIONS
                            + ", and four more for every thread above the first",
                    null);
        }
    }
}
