package dev.stairway.fault;

import dev.stairway.database.Database;
import java.sql.SQLException;
import java.util.List;

/** A fault that is put on one database, and taken away when closed. */
public interface Injection extends AutoCloseable {

    /** The database as the one sees it who applies the migration. */
    Database database();

    /** Begins; called by the one who applies the migration, right before a statement is sent. */
    void strike() throws SQLException;

    /** For whom the migration waited, one sentence each; empty where nobody knows. */
    default List<String> blockers() {
        return List.of();
    }

    /** Has everybody go on or fail who waits because of it; from any thread. */
    void giveUp();

    /** Takes it away; nobody applies the migration any more. */
    @Override
    void close() throws SQLException;
}
