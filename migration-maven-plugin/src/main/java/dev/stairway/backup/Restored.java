package dev.stairway.backup;

import dev.stairway.database.Database;
import dev.stairway.database.DatabaseServer;

/**
 * A database made from a backup.
 *
 * @param server that it runs in
 * @param own true when the server was started for it, and ends with it
 */
public record Restored(DatabaseServer server, Database database, boolean own) implements AutoCloseable {

    @Override
    public void close() {
        try {
            database.close();
        } finally {
            if (own) {
                server.close();
            }
        }
    }
}
