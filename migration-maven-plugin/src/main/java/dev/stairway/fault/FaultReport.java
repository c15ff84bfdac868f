package dev.stairway.fault;

import dev.stairway.crash.CrashReport.Kill;
import dev.stairway.database.DatabaseId;
import dev.stairway.finding.Finding;
import dev.stairway.matrix.Cell;
import java.util.List;

/**
 * What became of faults in one cell.
 *
 * @param seed of the rows
 * @param notDrilled why nothing was tried, or not to the end; empty when everything was
 * @param durationNanos wall time of all of it
 * @param notes which faults were not tried, and why, one sentence each
 * @param trials in order of the migrations, then of the faults and moments
 */
public record FaultReport(
        Cell cell,
        DatabaseId database,
        String serverVersion,
        String driverVersion,
        long seed,
        String notDrilled,
        long durationNanos,
        List<String> notes,
        List<Trial> trials,
        List<Finding> findings) {

    public FaultReport {
        notes = List.copyOf(notes);
        trials = List.copyOf(trials);
        findings = List.copyOf(findings);
    }

    /**
     * One fault that one migration met.
     *
     * @param told what the one who applied it was told; empty when it went through all the same
     * @param durationNanos until it ended
     * @param ended false when it was still waiting at the limit, and had to be stopped
     * @param blockers for whom it waited, one sentence each, as far as the server tells
     * @param seen the moment, the state afterwards and the next run, in the words of the crash drill
     */
    public record Trial(Fault fault, String told, long durationNanos, boolean ended, List<String> blockers, Kill seen) {

        public Trial {
            blockers = List.copyOf(blockers);
        }

        /** True when nobody has to do anything by hand, and nobody waits for ever. */
        public boolean fine() {
            return ended && seen.outcome().fine();
        }

        /** True when it was met at all: a migration that needs no lock does not wait for one. */
        public boolean met() {
            return !told.isEmpty() || !ended;
        }
    }
}
