package dev.stairway.fault.postgres;

import dev.stairway.database.JdbcDatabase;
import dev.stairway.database.postgres.Blockers;
import dev.stairway.database.postgres.Blockers.Blocker;
import dev.stairway.fault.WatchedSessions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** For whom the session of a migration waits, from a moment on. */
final class Waits implements AutoCloseable {

    private final JdbcDatabase straight;
    private Blockers blockers;

    Waits(JdbcDatabase straight) {
        this.straight = straight;
    }

    /** Watches the session that was opened last; nobody where it has gone. */
    void begin(WatchedSessions sessions) throws SQLException {
        Optional<Connection> session = sessions.last();
        if (session.isPresent()) {
            blockers = Blockers.of(session.get(), straight.connect());
        }
    }

    List<String> seen() {
        return blockers == null
                ? List.of()
                : blockers.seen().stream().map(Blocker::sentence).toList();
    }

    @Override
    public void close() {
        if (blockers != null) {
            blockers.close();
        }
    }
}
