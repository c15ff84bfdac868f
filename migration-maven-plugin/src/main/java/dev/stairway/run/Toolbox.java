package dev.stairway.run;

import dev.stairway.data.Filler;
import dev.stairway.database.Database;
import dev.stairway.engine.Engine;
import dev.stairway.fingerprint.Fingerprinter;
import java.util.Set;

/**
 * What a walk needs besides its database.
 *
 * @param engine of the cell's changelog
 * @param fingerprinters makes the fingerprinter for a database
 * @param fillers makes the filler for a database
 */
public record Toolbox(Engine engine, Fingerprinting fingerprinters, Filler.Factory fillers) {

    /** Makes the fingerprinter for a database; the names are the engine's own tables, which it leaves out. */
    @FunctionalInterface
    public interface Fingerprinting {
        Fingerprinter open(Database database, Set<String> bookkeepingTables);
    }
}
