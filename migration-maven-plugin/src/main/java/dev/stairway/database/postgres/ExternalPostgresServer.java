package dev.stairway.database.postgres;

import dev.stairway.database.Database;
import dev.stairway.database.DatabaseId;
import dev.stairway.database.DatabaseServer;
import dev.stairway.database.external.ExternalTarget;
import dev.stairway.database.process.ClosedOnce;
import dev.stairway.database.process.Secrets;
import dev.stairway.problem.ProblemException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A PostgreSQL server that the user named. The run makes databases of its own on it, which nobody can guess the names of, and
 * drops exactly those; the named database only holds the mark and the book of what was made.
 */
public final class ExternalPostgresServer implements DatabaseServer {

    private final NamedServer server;
    private final NamedFacts facts;
    private final NamedAdmin admin;
    private final Access access;
    private final String driverVersion;
    private final List<String> notes;
    private final ClosedOnce dropping;

    private ExternalPostgresServer(
            NamedServer server, NamedFacts facts, NamedAdmin admin, String driverVersion, List<String> notes)
            throws SQLException {
        this.server = server;
        this.facts = facts;
        this.admin = admin;
        this.access = admin.seesClientsGo() ? server.access().with("options", ClientCheck.OPTION) : server.access();
        this.driverVersion = driverVersion;
        this.notes = List.copyOf(notes);
        this.dropping = ClosedOnce.orAtExit("stairway-named-postgres-drop", admin::close);
    }

    /**
     * Opens all locks, then takes the server.
     *
     * @param major that it has to be of; empty for any
     * @throws ProblemException when a lock stays closed; then nothing was written
     */
    public static ExternalPostgresServer open(ExternalTarget target, String major) {
        NamedLocks locks = new NamedLocks(target);
        locks.beforeConnecting();
        target.requiredMark();
        NamedServer server = new NamedServer(target);
        String run = Secrets.random();
        NamedFacts facts = server.look(run, (connection, seen) -> {
            requireMajor(server, seen, major);
            locks.require(connection, seen, server.sessions());
        });
        try {
            return open(server, facts, NamedAdmin.open(server, facts, run));
        } catch (SQLException e) {
            throw server.unusable(e);
        }
    }

    private static ExternalPostgresServer open(NamedServer server, NamedFacts facts, NamedAdmin admin)
            throws SQLException {
        try {
            List<String> notes = new ArrayList<>(admin.sweep());
            notes.addAll(unseen(facts));
            return new ExternalPostgresServer(server, facts, admin, admin.driverVersion(), notes);
        } catch (SQLException | RuntimeException e) {
            admin.close();
            throw e;
        }
    }

    private static void requireMajor(NamedServer server, NamedFacts facts, String major) {
        if (!major.isEmpty() && !major.equals(Integer.toString(facts.major()))) {
            throw ProblemException.setup(
                    "The named server is not of the version that was asked for",
                    server.place(),
                    "PostgreSQL " + facts.version() + ", asked for " + major,
                    "Leave the version out, or name a server of it",
                    null);
        }
    }

    private static List<String> unseen(NamedFacts facts) {
        return facts.role().superuser()
                ? List.of()
                : List.of(
                        "The user " + facts.role().name() + " is no superuser, so these are not covered: passwords of"
                                + " roles, large objects and user mappings of others, and migrations that only a superuser can run");
    }

    @Override
    public DatabaseId id() {
        return new DatabaseId("postgresql", Integer.toString(facts.major()), "external");
    }

    @Override
    public String serverVersion() {
        return facts.version();
    }

    /** Says where it leads to as well: there may be many servers of a version. */
    @Override
    public String driverVersion() {
        return driverVersion + ", databases of its own on "
                + server.place().substring(0, server.place().lastIndexOf('/'));
    }

    @Override
    public List<String> notes() {
        return notes;
    }

    /** The hint does not go into the name, which is to be nobody else's. */
    @Override
    public Database fresh(String nameHint) {
        return new PostgresDatabase(id(), admin.create(), access, admin, Optional.empty());
    }

    @Override
    public void close() {
        dropping.close();
    }
}
