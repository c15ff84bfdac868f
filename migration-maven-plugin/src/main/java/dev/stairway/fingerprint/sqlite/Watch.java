package dev.stairway.fingerprint.sqlite;

import dev.stairway.database.JdbcSession;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;

/** What is known from the moment a step begins, to tell at its end whether its statements told everything. */
final class Watch {

    private final JdbcSession session;
    private final Counters begin;
    private final Touches touches;

    private Watch(JdbcSession session, Counters begin, Touches touches) {
        this.session = session;
        this.begin = begin;
        this.touches = touches;
    }

    /** @return null when something has happened since the last reading */
    static Watch begin(JdbcSession session, Known last) throws SQLException {
        Counters now = Counters.of(session.raw());
        if (last.counters().schema() != now.schema() || !last.counters().undisturbed(now)) {
            return null;
        }
        Touches touches = new Touches(last.knownModules());
        session.observe(touches);
        return new Watch(session, now, touches);
    }

    /**
     * After rows were inserted by another connection.
     *
     * @param tables canonical names
     * @return null when the schema has changed since the last reading
     */
    static Watch ofWritten(Connection connection, Known last, Collection<String> tables) throws SQLException {
        Counters now = Counters.of(connection);
        if (last.counters().schema() != now.schema()) {
            return null;
        }
        Touches touches = new Touches(last.knownModules());
        for (SqliteTable table : last.tables().values()) {
            if (tables.contains(table.name())) {
                // Its triggers write to other tables, which the program of such an insert shows.
                touches.beforeStatement(
                        connection, "INSERT INTO main." + Pragmas.quote(table.storedName()) + " DEFAULT VALUES");
            }
        }
        return new Watch(null, now, touches);
    }

    /** @return null when the statements do not tell everything */
    Touches end(Counters now) {
        boolean hidden = session != null && session.unobservable();
        boolean unexplained = now.rows() != begin.rows() && !touches.rows() || schemaChanged(now) && !touches.schema();
        return hidden || touches.everything() || unexplained || !begin.undisturbed(now) ? null : touches;
    }

    boolean schemaChanged(Counters now) {
        return touches.schema() || now.schema() != begin.schema();
    }
}
