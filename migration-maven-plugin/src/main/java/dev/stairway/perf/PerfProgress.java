package dev.stairway.perf;

import dev.stairway.data.FillProgress;
import dev.stairway.matrix.Cell;

/** Hears how far the measuring is, from the one thread that measures. */
public interface PerfProgress {

    /** Hears nothing. */
    PerfProgress SILENT = new PerfProgress() {};

    /**
     * Every cell is played once more now.
     *
     * @param round of {@code rounds}, from 1
     * @param what for people: {@code warm-up}, {@code measured}, {@code locks}
     * @param cells that take part
     */
    default void round(int round, int rounds, String what, int cells) {}

    /** One pass over a cell begins. */
    default void passBegins(Cell cell) {}

    /** A migration of the present pass is done. */
    default void passStepped(Cell cell) {}

    /** Rows are being made; told every now and then. */
    default void passFills(Cell cell, FillProgress.Step step) {}

    /** A cell ended before its end, and is not measured beyond that. */
    default void passEnded(Cell cell, String reason) {}
}
