package dev.stairway.run;

import dev.stairway.engine.Migration;
import dev.stairway.engine.StepOutcome;
import dev.stairway.finding.Finding;
import dev.stairway.finding.Rule;
import dev.stairway.finding.Verdict;
import dev.stairway.fingerprint.Change;
import dev.stairway.fingerprint.Difference;
import dev.stairway.fingerprint.ObjectChange;
import dev.stairway.fingerprint.RowChange;
import dev.stairway.fingerprint.TableData;
import dev.stairway.judge.RowLines;
import dev.stairway.judge.SchemaJudge;
import dev.stairway.run.CellReport.Descent;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Head to base in one go, against the states recorded on the way up. Stops at the first migration that cannot be taken
 * back; what the steps already reported is not reported again.
 */
final class DescentWalk {

    private static final Set<Verdict> WAY_BACK =
            Set.of(Verdict.REVERSIBLE, Verdict.REVERSIBLE_WITH_DATA_LOSS, Verdict.NOT_IDEMPOTENT);

    /** Rows that are named of one table. */
    private static final int SHOWN = 10;

    private final Bench bench;
    private final List<Finding> findings = new ArrayList<>();
    private long nanos;
    private int taken;

    DescentWalk(Bench bench) {
        this.bench = bench;
    }

    List<Finding> findings() {
        return findings;
    }

    /** @param steps of the whole cell, in the order in which they were applied */
    Descent walk(List<StepReport> steps) throws SQLException {
        for (int i = steps.size() - 1; i >= 0; i--) {
            StepReport step = steps.get(i);
            if (step.up() == null || step.change().isEmpty() && step.verdict() == Verdict.NOT_COVERED) {
                continue;
            }
            String obstacle = obstacle(step);
            if (obstacle.isEmpty()) {
                obstacle = takeBack(step);
            }
            if (!obstacle.isEmpty()) {
                return stopped(step.migration(), obstacle);
            }
        }
        return new Descent("", "", taken, nanos, findings.isEmpty());
    }

    private static String obstacle(StepReport step) {
        boolean appliedOnly = step.verdict() == Verdict.NOT_COVERED;
        boolean wayBack = appliedOnly
                ? step.migration().rollback() != Migration.Rollback.MISSING
                : WAY_BACK.contains(step.verdict());
        return wayBack ? "" : step.verdict().label();
    }

    private String takeBack(StepReport step) throws SQLException {
        Move down = bench.play(Direction.DOWN, step.migration(), change -> true);
        if (down.outcome().result() == StepOutcome.Result.IRREVERSIBLE) {
            return down.outcome().reason();
        }
        if (!down.executed()) {
            List<String> evidence = down.outcome().reason().lines().toList();
            differs(step.migration(), "On the way from head to base its rollback fails", evidence);
            return evidence.isEmpty() ? "its rollback fails" : evidence.get(0);
        }
        taken++;
        nanos += down.timing().wallNanos();
        List<String> left = left(step, down.change());
        if (!left.isEmpty()) {
            differs(
                    step.migration(),
                    "On the way from head to base its rollback meets another state than recorded",
                    left);
            return left.get(0);
        }
        return "";
    }

    private List<String> left(StepReport step, Difference down) {
        Difference up = step.change();
        SchemaJudge schema = SchemaJudge.of(up.then(down)).without(object -> wentWithItsRows(step, object));
        SortedMap<String, String> lost = lostRows(up, down);
        List<String> lines = new ArrayList<>(schema.sentences());
        schema.real().stream()
                .filter(object -> object.what() == ObjectChange.What.ADDED)
                .forEach(object -> leftOver(object, lines));
        lines.addAll(lost.values());
        return RowLines.after(
                lines,
                bench.rowChanges(down),
                RowLines.of(schema.real())
                        .or(row -> lost.containsKey(row.table()))
                        .and(row -> row.removed()));
    }

    /** Rows whose loss is told already took their table along, and what up made of them was not there any more. */
    private boolean wentWithItsRows(StepReport step, ObjectChange object) {
        if (bench.fingerprinter().emptyTables()) {
            return false;
        }
        boolean there = bench.fingerprinter().tables().containsKey(object.name());
        return step.losses().stream()
                .filter(loss -> loss.column().isEmpty())
                .anyMatch(loss -> object.what() == ObjectChange.What.ADDED
                        ? !there
                        : loss.table().equals(object.name()));
    }

    /** What is there now, since the reading of the way up is long past. */
    private void leftOver(ObjectChange object, List<String> lines) {
        bench.fingerprinter()
                .rowNames(object.name(), SHOWN)
                .forEach(row -> lines.add(RowChange.shown(row) + ": is left over"));
    }

    private void differs(Migration migration, String title, List<String> evidence) {
        findings.add(new Finding(
                        Rule.DESCENT_DIFFERS,
                        migration,
                        title,
                        evidence,
                        "Its rollback passed right after the migration; look for what a later migration left behind")
                .ofRollback());
    }

    private Descent stopped(Migration migration, String reason) {
        if (findings.isEmpty()) {
            findings.add(new Finding(
                    Rule.DESCENT_STOPS,
                    migration,
                    "Head to base stops here",
                    List.of(migration.id() + ": " + reason, taken + " migrations were taken back before it"),
                    "Migrations before this one can only be taken back from a backup"));
        }
        return new Descent(
                migration.id(), reason, taken, nanos, findings.stream().allMatch(f -> f.rule() == Rule.DESCENT_STOPS));
    }

    /** Tables that up left alone must keep their rows on the way down; by table. */
    private static SortedMap<String, String> lostRows(Difference up, Difference down) {
        SortedMap<String, String> lost = new TreeMap<>();
        for (Map.Entry<String, Change<TableData>> entry : down.data().entrySet()) {
            TableData before = entry.getValue().before();
            TableData after = entry.getValue().after();
            boolean upTouched = up.data().containsKey(entry.getKey());
            if (!upTouched && before != null && after != null && after.rows() < before.rows()) {
                lost.put(
                        entry.getKey(),
                        entry.getKey() + ": " + (before.rows() - after.rows()) + " of " + before.rows() + " rows lost");
            }
        }
        return lost;
    }
}
