package dev.stairway.backup;

import dev.stairway.data.Filler;
import dev.stairway.database.Database;
import dev.stairway.database.DatabaseServer;
import dev.stairway.engine.Engine;

/**
 * What a drill needs besides a server.
 *
 * @param engine of the cell's changelog
 * @param fillers makes the filler for a database
 * @param backups finds the tools for a database
 */
public record DrillTools(Engine engine, Filler.Factory fillers, Finder backups) {

    /** Finds the tools for a database. */
    @FunctionalInterface
    public interface Finder {
        BackupTools of(DatabaseServer server, Database database);
    }
}
