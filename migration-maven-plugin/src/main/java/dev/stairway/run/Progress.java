package dev.stairway.run;

import dev.stairway.matrix.Cell;

/** Hears how far the walks are; called from the threads that walk. */
public interface Progress {

    /** Hears nothing. */
    Progress SILENT = new Progress() {};

    default void started(Cell cell) {}

    /** After one more step of {@code total}. */
    default void stepped(Cell cell, int total) {}

    default void finished(CellReport report) {}
}
