package dev.stairway.database.named;

import dev.stairway.database.external.Lock;
import dev.stairway.database.process.Secrets;
import dev.stairway.problem.ProblemException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Writes the book of a run on a server that the user named, and removes what is in it; nothing else. */
final class JdbcAdmin implements AutoCloseable {

    private final Door door;
    private final Door.Found found;
    private final Connection connection;
    private final JdbcBook book;
    private final String run = Secrets.random();

    private JdbcAdmin(Door door, Door.Found found, Connection connection) {
        this.door = door;
        this.found = found;
        this.connection = connection;
        this.book = new JdbcBook(connection, door.manners());
    }

    /** @param found by the look before, which opened all locks */
    static JdbcAdmin open(Door door, Door.Found found) throws SQLException {
        Connection connection = door.server().connect();
        try {
            JdbcAdmin admin = new JdbcAdmin(door, found, connection);
            admin.requireSame();
            door.manners().sign(connection, admin.run);
            return admin;
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    /** Before everything that makes or removes. */
    synchronized void requireSame() throws SQLException {
        if (!door.same(connection, found)) {
            throw Lock.IDENTITY.refuses(
                    "The server is not the one that was looked at, so nothing is removed from it any more",
                    door.place(),
                    "its mark or its address differ",
                    "Look whether it was exchanged or its mark removed during the run; what the run had made there is in"
                            + " the book stairway_made");
        }
    }

    /** A name that nobody can guess, in the book. */
    synchronized String announce() {
        String name = "stairway_" + Secrets.random().substring(0, 32);
        try {
            requireSame();
            book.announce(name, run);
            return name;
        } catch (SQLException e) {
            throw failed("made", name, e);
        }
    }

    /** What was made under this name is gone. */
    synchronized void forget(String name) throws SQLException {
        book.forget(name);
    }

    /**
     * Removes what runs that have ended left behind.
     *
     * @return what it was, in sentences
     */
    synchronized List<String> sweep() throws SQLException {
        List<String> notes = new ArrayList<>();
        for (String dead : book.runs()) {
            if (!dead.equals(run) && !door.manners().alive(connection, dead)) {
                List<String> names = book.of(dead);
                for (String name : names) {
                    remove(name);
                }
                notes.add("An earlier run ended without removing what it had made, which is gone now: "
                        + String.join(", ", names));
            }
        }
        return notes;
    }

    private void remove(String name) throws SQLException {
        requireSame();
        door.manners().remove(connection, name);
        book.forget(name);
    }

    private ProblemException failed(String verb, String name, SQLException e) {
        return ProblemException.setup(
                "A database of the run could not be " + verb,
                name + " on " + door.place(),
                String.valueOf(e.getMessage()).lines().findFirst().orElse(""),
                "Check disk, connections and rights on the server; what is left there is removed by the next run",
                e);
    }

    /** Removes what this run has made and not removed yet. */
    @Override
    public synchronized void close() {
        try (connection) {
            for (String name : book.of(run)) {
                remove(name);
            }
        } catch (SQLException e) {
            throw failed("dropped", "a database of this run", e);
        }
    }
}
