package dev.stairway.fault;

import dev.stairway.fault.FaultReport.Trial;
import dev.stairway.matrix.Cell;

/** Is told how drills get on. */
public interface FaultProgress {

    /** Tells nobody. */
    FaultProgress SILENT = new FaultProgress() {};

    /** A drill begins. */
    default void disturbing(Cell cell, FaultOptions options) {}

    /** A migration met a fault, and the changelog was run again. */
    default void disturbed(Cell cell, Trial trial) {}

    /** A drill has come to its end. */
    default void disturbed(FaultReport report) {}
}
