package dev.stairway.compare.cross;

import dev.stairway.database.DatabaseId;
import dev.stairway.matrix.Cell;
import java.util.List;

/** Hears how far a comparison is. */
public interface CrossProgress {

    /** Hears nothing. */
    CrossProgress SILENT = new CrossProgress() {};

    /** @param cell any of those that are compared */
    default void comparing(Cell cell, List<DatabaseId> databases) {}

    /** One more migration of {@code total} is done. */
    default void compared(Cell cell, int total) {}

    default void compared(CrossReport report) {}
}
