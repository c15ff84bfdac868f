package dev.stairway.run;

import dev.stairway.data.FillProgress;
import dev.stairway.matrix.Cell;

/** Hears how far the walks are; called from the threads that walk. */
public interface Progress {

    /** Hears nothing. */
    Progress SILENT = new Progress() {};

    default void started(Cell cell) {}

    /** After one more step of {@code total}. */
    default void stepped(Cell cell, int total) {}

    /** The same with what was seen of it so far; what comes later may still add to it. */
    default void stepped(Cell cell, StepReport step, int total) {
        stepped(cell, total);
    }

    /** Rows are being made; told every now and then. */
    default void filling(Cell cell, FillProgress.Step step) {}

    /**
     * Rows of a large table are being read; told every now and then.
     *
     * @param table qualified name
     * @param of rows that the table probably has
     */
    default void reading(Cell cell, String table, long rows, long of) {}

    default void finished(CellReport report) {}
}
