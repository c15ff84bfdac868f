package dev.stairway.suite;

import dev.stairway.database.DatabaseServer;
import dev.stairway.matrix.Cell;
import dev.stairway.matrix.DatabaseRequest;
import java.util.List;
import java.util.Map;

/** One part of goal {@code verify}. To add one: a class, its name in {@link VerifyParts}, a line in {@link VerifySuite}. */
interface VerifyPart {

    /** One of {@link VerifyParts}; for all that walks, {@link VerifyParts#TEST}. */
    String name();

    /** All that it has to do, in order; none for a part that only reads. */
    default List<Cell> cells() {
        return List.of();
    }

    /** Cells of which this is equal stay in one shard. */
    default Object together(Cell cell) {
        return cell;
    }

    /** False when it starts servers of its own. */
    default boolean shares() {
        return true;
    }

    /**
     * Does it, after the parts before it.
     *
     * @param servers that run, by request, at least those of its cells unless it starts its own
     * @param mine those of its cells that this run takes, in order; may be none
     * @param draft what the parts before have found; takes what this one finds
     */
    void run(Map<DatabaseRequest, DatabaseServer> servers, List<Cell> mine, VerifyDraft draft)
            throws InterruptedException;
}
