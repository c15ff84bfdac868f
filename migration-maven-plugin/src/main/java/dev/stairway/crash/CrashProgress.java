package dev.stairway.crash;

import dev.stairway.crash.CrashReport.Kill;
import dev.stairway.engine.Migration;
import dev.stairway.matrix.Cell;

/** Is told how drills get on; on any thread. */
public interface CrashProgress {

    /** Tells nobody. */
    CrashProgress SILENT = new CrashProgress() {};

    /** A drill begins. @param seed of its moments */
    default void crashing(Cell cell, long seed) {}

    /** The migration was applied in the end, with or without kills before. */
    default void migrated(Cell cell, Migration migration) {}

    /** A drill has come to its end. */
    default void crashed(CrashReport report) {}

    /** Something was killed, and the changelog was run again. */
    default void killed(Cell cell, Kill kill) {}
}
