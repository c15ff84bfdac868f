package dev.stairway.database.jdbc;

import dev.stairway.database.Checkpoint;
import dev.stairway.database.DatabaseId;
import dev.stairway.database.JdbcDatabase;
import dev.stairway.database.JdbcSession;
import dev.stairway.database.Room;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/**
 * A database that engines may look at: what they would write never leaves this JVM. The connections below are read-only as
 * well, for whatever is not seen here.
 */
public final class LookedAt implements JdbcDatabase {

    private final JdbcDatabase database;
    private boolean wantedToWrite;

    public LookedAt(JdbcDatabase database) {
        this.database = database;
    }

    /** True once somebody was kept from writing, which an engine tries where its history is missing. */
    public boolean wantedToWrite() {
        return wantedToWrite;
    }

    @Override
    public JdbcSession newSession() {
        return new LookingSession(database.newSession(), () -> wantedToWrite = true);
    }

    @Override
    public Connection connect() throws SQLException {
        return database.connect();
    }

    @Override
    public String url() {
        return database.url();
    }

    @Override
    public DatabaseId id() {
        return database.id();
    }

    @Override
    public Checkpoint checkpoint() {
        return database.checkpoint();
    }

    @Override
    public void restore(Checkpoint checkpoint) {
        throw new UnsupportedOperationException("It is only looked at");
    }

    @Override
    public boolean cheapCheckpoints() {
        return false;
    }

    @Override
    public Optional<Room> room() {
        return database.room();
    }

    @Override
    public void close() {
        database.close();
    }
}
