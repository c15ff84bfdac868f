package dev.stairway.backup;

import dev.stairway.backup.DrillReport.Trial;
import dev.stairway.engine.Migration;
import dev.stairway.matrix.Cell;

/** Is told how drills get on; on any thread. */
public interface DrillProgress {

    /** Tells nobody. */
    DrillProgress SILENT = new DrillProgress() {};

    /** The cell is next. */
    default void drilling(Cell cell) {}

    /** The migration was applied, with or without a trial before. */
    default void stepped(Cell cell, Migration migration) {}

    /** A backup was tried. */
    default void tried(Cell cell, Trial trial) {}

    /** The cell is done. */
    default void drilled(DrillReport report) {}
}
