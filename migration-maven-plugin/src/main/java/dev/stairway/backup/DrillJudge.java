package dev.stairway.backup;

import dev.stairway.backup.DrillReport.Outcome;
import dev.stairway.backup.DrillReport.Trial;
import dev.stairway.engine.Migration;
import dev.stairway.finding.Finding;
import dev.stairway.finding.Rule;
import dev.stairway.matrix.Cell;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** Says what is wrong with the backups of one cell. */
final class DrillJudge {

    private final Cell cell;
    private final String product;
    private final DrillLimits limits;

    DrillJudge(Cell cell, String product, DrillLimits limits) {
        this.cell = cell;
        this.product = product;
        this.limits = limits;
    }

    /**
     * @param failed migration at which it ended; null for none
     * @param broken why it ended; empty when it came to the end
     */
    List<Finding> findings(List<Trial> trials, Migration failed, String broken) {
        List<Finding> findings = new ArrayList<>();
        if (failed != null) {
            findings.add(new Finding(
                    cell.scenario().rows() == 0 ? Rule.MIGRATION_FAILS : Rule.MIGRATION_FAILS_ON_DATA,
                    failed,
                    "It fails, so no backup is tried from here on",
                    broken.lines().toList(),
                    "Repair it; the goal test says more about it"));
        } else if (!broken.isEmpty()) {
            findings.add(new Finding(
                    Rule.CELL_NOT_RUN,
                    null,
                    "Backups were not tried to the end in " + cell,
                    broken.lines().toList(),
                    "Repair the cause; nothing is known of the way back there"));
        }
        trials.forEach(trial -> judge(trial, trials, findings));
        return findings;
    }

    private void judge(Trial trial, List<Trial> all, List<Finding> findings) {
        switch (trial.outcome()) {
            case NOT_TAKEN ->
                findings.add(finding(
                        Rule.BACKUP_FAILS,
                        trial,
                        "No backup can be taken with " + trial.tool() + " before it",
                        "Remove what keeps it from being taken, or " + instead(trial, all)));
            case NOT_RESTORED ->
                findings.add(finding(
                        Rule.RESTORE_FAILS,
                        trial,
                        "The backup that " + trial.tool() + " took before it cannot be restored",
                        "Do not rely on it; " + instead(trial, all)));
            case DIFFERS ->
                findings.add(finding(
                        Rule.RESTORE_DIFFERS,
                        trial,
                        "What " + trial.tool() + " brings back is not what was there before it",
                        "Keep what is named above by other means, or " + instead(trial, all)));
            case REFUSES_MIGRATION ->
                findings.add(finding(
                        Rule.RESTORED_REFUSES_MIGRATION,
                        trial,
                        "Restored with " + trial.tool() + ", the database does not take it",
                        "Do not rely on it for trying again after a failed release; " + instead(trial, all)));
            case RESTORED -> slow(trial, findings);
        }
        if (!trial.damageNoticed()) {
            findings.add(finding(
                    Rule.BACKUP_DAMAGE_UNNOTICED,
                    trial,
                    "A changed bit in the backup that " + trial.tool() + " took was not noticed",
                    "Report it as a defect of this plugin; until then, do not rely on this tool"));
        }
    }

    private void slow(Trial trial, List<Finding> findings) {
        OptionalLong limit = limits.restore(product);
        long millis = trial.restoreNanos() / 1_000_000;
        if (limit.isPresent() && trial.restoreNanos() > limit.getAsLong() * 1_000_000) {
            findings.add(new Finding(
                    Rule.RESTORE_TOO_SLOW,
                    trial.migration(),
                    "Restoring with " + trial.tool() + " takes " + millis + " ms, the limit is " + limit.getAsLong()
                            + " ms",
                    List.of(millis + " > " + limit.getAsLong() + " ms (maxRestoreMillis), " + trial.bytes()
                            + " bytes in " + trial.files() + " files"),
                    "Make the database smaller, restore another way, or raise the limit"));
        }
    }

    private static Finding finding(Rule rule, Trial trial, String title, String remedy) {
        return new Finding(rule, trial.migration(), title, trial.evidence(), remedy);
    }

    /** Tools that went well before the same migration. */
    private static String instead(Trial trial, List<Trial> all) {
        List<String> well = all.stream()
                .filter(other -> other.migration().equals(trial.migration()))
                .filter(other -> other.outcome() == Outcome.RESTORED)
                .map(Trial::tool)
                .toList();
        return well.isEmpty()
                ? "look for another tool"
                : "use " + String.join(" or ", well) + ", which brings all back";
    }
}
