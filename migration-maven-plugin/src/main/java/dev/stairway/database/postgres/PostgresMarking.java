package dev.stairway.database.postgres;

import dev.stairway.database.external.ExternalTarget;
import dev.stairway.database.process.Secrets;
import java.sql.Connection;
import java.sql.SQLException;

/** Puts the mark into an empty database, by which the user says that its server is for tests. */
public final class PostgresMarking {

    private PostgresMarking() {}

    /**
     * Opens all locks but that of the mark, then sets it.
     *
     * @param days for which it is valid
     * @return where it was set
     * @throws dev.stairway.problem.ProblemException when a lock stays closed; then nothing was written
     */
    public static String mark(ExternalTarget target, int days) {
        NamedLocks locks = new NamedLocks(target);
        locks.beforeConnecting();
        NamedServer server = new NamedServer(target);
        String run = Secrets.random();
        NamedSessions sessions = server.sessions();
        NamedFacts facts = server.look(run, (connection, seen) -> locks.requireForMarking(connection, seen, sessions));
        try (Connection connection = server.administration()) {
            connection.setAutoCommit(false);
            NamedServer.sign(connection, run);
            NamedFacts again = NamedFacts.read(connection);
            locks.requireSame(facts, again);
            // Once more, since somebody may have come in between.
            locks.requireForMarking(connection, again, sessions);
            DisposableMark.make(connection, target.requiredMark(), server.place(), again, days);
            connection.commit();
            return server.place();
        } catch (SQLException e) {
            throw server.unusable(e);
        }
    }
}
