package dev.stairway.suite;

import dev.stairway.database.DatabaseServer;
import dev.stairway.matrix.Cell;
import dev.stairway.matrix.DatabaseRequest;
import java.util.List;
import java.util.Map;

/** One part of goal {@code verify}. To add one: a class, its name in {@link VerifyParts}, a line in {@link VerifySuite}. */
interface VerifyPart {

    /** Cells whose servers it needs, which all parts share; none for a part that only reads, or starts servers of its own. */
    default List<Cell> cells() {
        return List.of();
    }

    /**
     * Does it, after the parts before it.
     *
     * @param servers that run, by request
     * @param draft what those have found; takes what this one finds
     */
    void run(Map<DatabaseRequest, DatabaseServer> servers, VerifyDraft draft) throws InterruptedException;
}
