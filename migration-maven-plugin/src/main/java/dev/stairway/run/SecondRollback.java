package dev.stairway.run;

import dev.stairway.engine.StepOutcome;
import dev.stairway.finding.Rule;
import dev.stairway.finding.Verdict;
import dev.stairway.fingerprint.Difference;
import dev.stairway.fingerprint.TableData;
import dev.stairway.judge.DataJudge;
import dev.stairway.judge.DataJudge.Stages;
import dev.stairway.judge.Loss;
import dev.stairway.judge.SchemaJudge;
import dev.stairway.judge.Timeline;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * The invariant "down restores the fingerprint", a second time: played only where up made other rows or values than the
 * first time (a sequence that went on, a clock), which a rollback that names the first ones does not take back.
 */
final class SecondRollback {

    private final Bench bench;
    private final History history;
    private final StepNotes notes;

    SecondRollback(Bench bench, History history, StepNotes notes) {
        this.bench = bench;
        this.history = history;
        this.notes = notes;
    }

    /**
     * Leaves the state after up.
     *
     * @param up applied the first time
     * @param written by the new release after that
     * @param down the first way back
     * @param again what was applied after it, which leads to the present state
     */
    Verdict verdict(Difference up, Difference written, Difference down, Difference again) throws SQLException {
        if (!bench.fingerprinter().namedColumns() || madeTheSame(up, written, down, again)) {
            return Verdict.REVERSIBLE;
        }
        Left left = new Left(new ArrayList<>(), new ArrayList<>());
        Move second = bench.play(Direction.DOWN, notes.migration(), change -> {
            look(again, change, left);
            return false;
        });
        if (second.kept() && second.executed()) {
            look(again, second.change(), left);
        }
        Verdict verdict = judged(second, left);
        if (!second.undone()) {
            history.rebuild();
        }
        return verdict;
    }

    /** Rows that were written to a table which up makes are gone with it, and say nothing. */
    private boolean madeTheSame(Difference up, Difference written, Difference down, Difference again) {
        Timeline timeline = new Timeline(bench.fingerprinter().tables(), up, written, down, again);
        return down.then(again).data().keySet().stream().allMatch(table -> {
            TableData first = timeline.at(table, 1);
            TableData second = timeline.at(table, 4);
            return first == null ? second == null : second != null && first.sameRows(second);
        });
    }

    private void look(Difference again, Difference second, Left left) {
        left.schema().addAll(SchemaJudge.of(again.then(second)).sentences());
        Timeline timeline = new Timeline(bench.fingerprinter().tables(), again, second);
        for (String table : timeline.tables()) {
            TableData applied = timeline.at(table, 1);
            Stages stages = new Stages(timeline.at(table, 0), applied, applied, timeline.at(table, 2));
            left.losses().addAll(DataJudge.afterDown(table, stages));
        }
    }

    private Verdict judged(Move second, Left left) {
        if (second.outcome().result() == StepOutcome.Result.FAILED) {
            notes.find(
                    Rule.ROLLBACK_FAILS,
                    "Its rollback fails after it was applied a second time",
                    second.outcome().reason().lines().toList(),
                    "Make the rollback find what it takes back by what the migration always writes the same");
            return Verdict.ROLLBACK_FAILS;
        }
        if (!left.schema().isEmpty()) {
            notes.find(
                    Rule.ROLLBACK_INCOMPLETE,
                    "After it was applied a second time, its rollback does not restore the schema",
                    left.schema(),
                    "Complete the rollback so that every object listed is as it was before");
            return Verdict.ROLLBACK_INCOMPLETE;
        }
        if (left.losses().isEmpty()) {
            return Verdict.REVERSIBLE;
        }
        notes.losses(left.losses());
        notes.find(
                Rule.ROLLBACK_LOSES_DATA,
                "After it was applied a second time, its rollback does not restore the rows",
                left.losses().stream().map(Loss::text).toList(),
                "Make the rollback find its rows by what the migration always writes the same");
        return Verdict.REVERSIBLE_WITH_DATA_LOSS;
    }

    /** What is not as it was before the migration was applied again. */
    private record Left(List<String> schema, List<Loss> losses) {}
}
