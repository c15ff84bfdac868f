package dev.stairway.suite;

import dev.stairway.backup.DrillProgress;
import dev.stairway.compare.cross.CrossProgress;
import dev.stairway.crash.CrashProgress;
import dev.stairway.database.DatabaseServer;
import dev.stairway.engine.Changelog;
import dev.stairway.engine.EngineLibrary;
import dev.stairway.fault.FaultProgress;
import dev.stairway.matrix.Cell;
import dev.stairway.matrix.Cell.NamedChangelog;
import dev.stairway.matrix.Shard;
import dev.stairway.perf.PerfProgress;
import dev.stairway.run.Progress;
import java.util.List;

/** Hears how far a run is. */
public interface SuiteListener
        extends Progress, PerfProgress, CrossProgress, DrillProgress, CrashProgress, FaultProgress {

    default void changelog(NamedChangelog named, EngineLibrary library, Changelog changelog) {}

    /**
     * The matrix is divided.
     *
     * @param mine cells of this run, which may be none
     * @param all number of all cells
     */
    default void sharded(Shard shard, List<Cell> mine, int all) {}

    default void servers(List<DatabaseServer> servers, int cells) {}

    default void baselineUpdated(String file) {}

    /** @param advice what to do about it */
    default void baselineMissing(String advice) {}
}
