package dev.stairway.run;

import dev.stairway.database.DatabaseId;
import dev.stairway.finding.Finding;
import dev.stairway.finding.Severity;
import dev.stairway.matrix.Cell;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The outcome of one cell.
 *
 * @param database null when it never started
 * @param notRun why it did not run to the end; empty when it did
 * @param durationNanos wall time
 * @param dataNanos filling and writing rows
 * @param schemaDigest at head; empty when it did not get there
 * @param unfilled qualified table name to the reason
 * @param descent null when not walked
 * @param fixtures files of rows that belong to the cell, in order
 */
public record CellReport(
        Cell cell,
        DatabaseId database,
        String serverVersion,
        String driverVersion,
        String notRun,
        long durationNanos,
        long dataNanos,
        String schemaDigest,
        String dataDigest,
        List<StepReport> steps,
        Descent descent,
        Map<String, String> unfilled,
        List<FixtureUse> fixtures,
        List<Finding> findings) {

    public CellReport {
        steps = List.copyOf(steps);
        unfilled = Map.copyOf(new TreeMap<>(unfilled));
        fixtures = List.copyOf(fixtures);
        findings = List.copyOf(findings);
    }

    /** True when nothing of severity ERROR was found and it ran to the end. */
    public boolean passed() {
        return notRun.isEmpty() && findings.stream().noneMatch(f -> f.rule().severity() == Severity.ERROR);
    }

    /** The report of a whole cell from those of its first and its last segment, walked side by side. */
    CellReport followedBy(CellReport last) {
        return new CellReport(
                cell,
                database,
                serverVersion,
                driverVersion,
                notRun.isEmpty() ? last.notRun : notRun,
                Math.max(durationNanos, last.durationNanos),
                dataNanos + last.dataNanos,
                last.schemaDigest,
                last.dataDigest,
                joined(steps, last.steps),
                last.descent,
                last.unfilled,
                last.fixtures,
                joined(findings, last.findings));
    }

    private static <T> List<T> joined(List<T> first, List<T> last) {
        return Stream.concat(first.stream(), last.stream()).toList();
    }

    /**
     * Head to base in one go.
     *
     * @param stoppedAt id of the migration that could not be taken back; empty when base was reached
     * @param reason why it stopped
     * @param migrations how many were taken back
     * @param nanos time of the rollbacks alone
     * @param passed false when a recorded state was not met
     */
    public record Descent(String stoppedAt, String reason, int migrations, long nanos, boolean passed) {}
}
