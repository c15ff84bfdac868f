package dev.stairway.database.named;

import dev.stairway.database.Database;
import dev.stairway.database.DatabaseId;
import dev.stairway.database.DatabaseServer;
import dev.stairway.database.external.ExternalTarget;
import dev.stairway.database.generic.GenericServer;
import dev.stairway.database.process.ClosedOnce;
import dev.stairway.problem.ProblemException;
import java.sql.SQLException;
import java.util.List;

/**
 * A server of any product that the user named. The run makes databases of its own on it, or schemas where a product has no
 * more, which nobody can guess the names of, and removes exactly those.
 */
public final class ExternalJdbcServer implements DatabaseServer {

    private final Door door;
    private final GenericServer generic;
    private final JdbcAdmin admin;
    private final List<String> notes;
    private final ClosedOnce dropping;

    private ExternalJdbcServer(Door door, GenericServer generic, JdbcAdmin admin, List<String> notes) {
        this.door = door;
        this.generic = generic;
        this.admin = admin;
        this.notes = List.copyOf(notes);
        this.dropping = ClosedOnce.orAtExit("stairway-named-jdbc-drop", admin::close);
    }

    /**
     * Opens all locks, then takes the server.
     *
     * @param drivers class loader that holds the driver
     * @throws ProblemException when a lock stays closed; then nothing was written
     */
    public static ExternalJdbcServer open(ExternalTarget target, ClassLoader drivers) {
        Door door = Door.before(target, drivers);
        Door.Found found = door.require();
        GenericServer generic = GenericServer.open(door.server(), "external");
        try {
            return open(door, generic, JdbcAdmin.open(door, found));
        } catch (SQLException e) {
            throw door.unusable(e);
        }
    }

    private static ExternalJdbcServer open(Door door, GenericServer generic, JdbcAdmin admin) throws SQLException {
        try {
            return new ExternalJdbcServer(door, generic, admin, admin.sweep());
        } catch (SQLException | RuntimeException e) {
            admin.close();
            throw e;
        }
    }

    /**
     * Opens all locks but that of the mark, then sets it.
     *
     * @param days for which it is valid
     * @return where it was set
     * @throws ProblemException when a lock stays closed; then nothing was written
     */
    public static String mark(ExternalTarget target, int days, ClassLoader drivers) {
        Door door = Door.before(target, drivers);
        door.mark(door.requireForMarking(), days);
        return door.place();
    }

    @Override
    public DatabaseId id() {
        return generic.id();
    }

    @Override
    public String serverVersion() {
        return generic.serverVersion();
    }

    /** Says where it leads to as well: there may be many servers of a version. */
    @Override
    public String driverVersion() {
        return generic.driverVersion() + ", " + generic.homes() + " of its own on " + door.place();
    }

    @Override
    public List<String> notes() {
        return notes;
    }

    /** The hint does not go into the name, which is to be nobody else's. */
    @Override
    public Database fresh(String nameHint) {
        String name = admin.announce();
        return generic.database(new GuardedHome(admin, name, generic.home(name)));
    }

    @Override
    public void close() {
        dropping.close();
    }
}
