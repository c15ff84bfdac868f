package dev.stairway.fault;

import dev.stairway.engine.Migration;
import dev.stairway.fault.FaultReport.Trial;
import dev.stairway.matrix.Cell;

/** Is told how a drill goes on. */
public interface FaultProgress {

    FaultProgress SILENT = new FaultProgress() {
        @Override
        public void tried(Cell cell, Trial trial) {}

        @Override
        public void migrated(Cell cell, Migration migration) {}
    };

    void tried(Cell cell, Trial trial);

    void migrated(Cell cell, Migration migration);
}
