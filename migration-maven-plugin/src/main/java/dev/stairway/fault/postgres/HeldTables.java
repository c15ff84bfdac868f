package dev.stairway.fault.postgres;

import dev.stairway.database.JdbcDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

/** A session that holds every table but those of the engine, as a maintenance job or a forgotten transaction does. */
final class HeldTables implements Blocker {

    private final JdbcDatabase database;
    private final Set<String> free;
    private final String mode;
    private final AtomicReference<Connection> holder = new AtomicReference<>();

    /** @param mode of the lock: https://www.postgresql.org/docs/current/explicit-locking.html */
    HeldTables(JdbcDatabase database, Set<String> free, String mode) {
        this.database = database;
        this.mode = mode;
        this.free = free;
    }

    @Override
    public void begin() throws SQLException {
        Connection connection = database.connect();
        holder.set(connection);
        try (Statement statement = connection.createStatement()) {
            // Not for what the migration itself has got already.
            statement.execute("SET lock_timeout = '5s'");
            connection.setAutoCommit(false);
            List<String> tables = Tables.others(connection, free);
            if (!tables.isEmpty()) {
                statement.execute("LOCK TABLE " + String.join(", ", tables) + " IN " + mode + " MODE");
            }
        }
    }

    @Override
    public void close() {
        Tables.leave(holder.getAndSet(null));
    }
}
