package dev.stairway.run;

import dev.stairway.engine.Migration;
import dev.stairway.engine.StepOutcome;
import dev.stairway.finding.Rule;
import dev.stairway.finding.Verdict;
import dev.stairway.fingerprint.Difference;
import dev.stairway.fingerprint.ObjectChange;
import dev.stairway.fingerprint.RowChanges;
import dev.stairway.fingerprint.SchemaObject;
import dev.stairway.judge.DataJudge;
import dev.stairway.judge.DataJudge.Stages;
import dev.stairway.judge.DeclaredLosses;
import dev.stairway.judge.Loss;
import dev.stairway.judge.LostRows;
import dev.stairway.judge.MovedRows;
import dev.stairway.judge.NewData;
import dev.stairway.judge.RowLines;
import dev.stairway.judge.SchemaJudge;
import dev.stairway.judge.Timeline;
import dev.stairway.matrix.Scenario;
import java.util.ArrayList;
import java.util.List;

/** The invariant "down restores the fingerprint": schema exactly, rows and values that were there, rows just written. */
final class DownCheck {

    private final Bench bench;
    private final WalkOptions options;
    private final Scenario scenario;
    private final StepNotes notes;
    private final Difference up;
    private final Difference written;
    private final MappingCheck mapping;
    private List<Loss> quiet = List.of();

    DownCheck(
            Bench bench,
            WalkOptions options,
            Scenario scenario,
            StepNotes notes,
            Difference up,
            Difference written,
            MappingCheck mapping) {
        this.bench = bench;
        this.options = options;
        this.scenario = scenario;
        this.notes = notes;
        this.up = up;
        this.written = written;
        this.mapping = mapping;
    }

    /** Also counts these, found without written rows, where nothing else tells of them. */
    DownCheck and(List<Loss> foundQuietly) {
        quiet = foundQuietly;
        return this;
    }

    boolean restoresSchema(Difference down) {
        return left(down).clean();
    }

    private SchemaJudge left(Difference down) {
        return SchemaJudge.of(up.then(written).then(down)).without(this::isExpectedLoss);
    }

    /** A table that is there only as long as it has rows went with rows that the user gave up. */
    private boolean isExpectedLoss(ObjectChange object) {
        return object.what() == ObjectChange.What.REMOVED
                && !bench.fingerprinter().emptyTables()
                && DeclaredLosses.ofRows(notes.migration(), options.expectedLosses(), object.name());
    }

    Verdict verdict(Move down) {
        if (down.outcome().result() == StepOutcome.Result.FAILED) {
            return fails(down);
        }
        SchemaJudge left = left(down.change());
        RowChanges rows = bench.rowChanges(up, written, down.change());
        if (!left.clean()) {
            return incomplete(down, left, rows);
        }
        notes.find(mapping.rolledBack(down.change()));
        lower(left);
        List<Loss> losses = hold(losses(down.change()), rows, down.change());
        notes.losses(losses);
        return losses.isEmpty() && !mapping.brokenByRollback() ? Verdict.REVERSIBLE : Verdict.REVERSIBLE_WITH_DATA_LOSS;
    }

    private Verdict fails(Move down) {
        List<String> evidence = new ArrayList<>(down.outcome().reason().lines().toList());
        if (!down.outcome().sql().isEmpty()) {
            evidence.add("SQL: " + down.outcome().sql().strip());
        }
        if (!SlotFinding.made(notes, down, Direction.DOWN)) {
            notes.find(
                    Direction.DOWN,
                    Rule.ROLLBACK_FAILS,
                    "Its rollback fails",
                    evidence,
                    "Repair the rollback; it must run in a session of its own, with rows in the tables");
        }
        return Verdict.ROLLBACK_FAILS;
    }

    private Verdict incomplete(Move down, SchemaJudge left, RowChanges rows) {
        List<String> evidence = RowLines.after(left.sentences(), rows, RowLines.of(left.real()));
        if (notes.migration().rollback() == Migration.Rollback.EMPTY) {
            notes.find(
                    Direction.DOWN,
                    Rule.ROLLBACK_EMPTY,
                    "Its rollback is written empty, but it changed the schema",
                    evidence,
                    "Write the statements that take it back, or remove the empty rollback so that it counts as irreversible");
        } else if (down.timing().work().statements().isEmpty()) {
            notes.find(
                    Direction.DOWN,
                    Rule.ROLLBACK_EXECUTES_NOTHING,
                    "Its rollback reported success but executed nothing",
                    evidence,
                    "Look for a condition or filter that leaves the rollback's statements out on this database");
        } else {
            notes.find(mapping.rolledBack(down.change()));
            leftOver(left, rows);
        }
        return Verdict.ROLLBACK_INCOMPLETE;
    }

    /** Without what the declared mapping tells key by key. */
    private void leftOver(SchemaJudge left, RowChanges rows) {
        List<ObjectChange> untold = left.real().stream()
                .filter(change -> !mapping.tells(change.name()))
                .toList();
        List<String> evidence = untold.stream().map(ObjectChange::sentence).toList();
        if (!evidence.isEmpty()) {
            notes.find(
                    Direction.DOWN,
                    Rule.ROLLBACK_INCOMPLETE,
                    "Its rollback does not restore the schema",
                    RowLines.after(evidence, rows, RowLines.of(untold)),
                    "Complete the rollback so that every object listed is as it was before");
        }
    }

    private void lower(SchemaJudge left) {
        List<String> order = sentences(left, SchemaObject.COLUMN_ORDER);
        if (!order.isEmpty()) {
            notes.find(
                    Direction.DOWN,
                    Rule.COLUMN_ORDER_CHANGES,
                    "Its rollback puts columns into another order",
                    order,
                    "Harmless unless something reads columns by position (SELECT *, INSERT without columns, COPY)");
        }
        List<String> position = sentences(left, SchemaObject.POSITION);
        if (!position.isEmpty() && written.isEmpty()) {
            notes.find(
                    Direction.DOWN,
                    Rule.SEQUENCE_POSITION_CHANGES,
                    "Its rollback leaves a sequence at another position",
                    position,
                    "Harmless when it is ahead; behind the highest key it makes the next insert fail");
        }
    }

    private static List<String> sentences(SchemaJudge left, String attribute) {
        return left.lower().stream()
                .filter(l -> l.attribute().equals(attribute))
                .map(ObjectChange::sentence)
                .toList();
    }

    private List<Loss> losses(Difference down) {
        Timeline timeline = new Timeline(bench.fingerprinter().tables(), up, written, down);
        if (bench.fingerprinter().namedColumns()) {
            notes.unsurviving(NewData.without(timeline));
        }
        List<Loss> losses = new ArrayList<>();
        for (String table : timeline.tables()) {
            Stages stages = new Stages(
                    timeline.at(table, 0), timeline.at(table, 1), timeline.at(table, 2), timeline.at(table, 3));
            losses.addAll(DataJudge.afterDown(table, stages));
        }
        quiet.stream()
                .filter(loss -> losses.stream().noneMatch(told -> sameData(told, loss)))
                .forEach(losses::add);
        return MovedRows.without(timeline, losses);
    }

    private static boolean sameData(Loss told, Loss quiet) {
        return told.table().equals(quiet.table()) && told.column().equals(quiet.column());
    }

    private List<Loss> hold(List<Loss> found, RowChanges rows, Difference down) {
        DeclaredLosses.Result held =
                DeclaredLosses.hold(notes.migration(), options.expectedLosses(), found, scenario.rows() > 0);
        if (!held.differences().isEmpty()) {
            notes.find(
                    Direction.DOWN,
                    Rule.DECLARED_LOSS_DIFFERS,
                    "The data loss is not the declared one",
                    held.differences(),
                    "Correct <expectedLosses>, or the rollback");
        }
        LostRows lost = new LostRows(rows, bench.rowChanges(written), bench.rowChanges(down));
        report(
                held.losses(),
                Loss.Kind.WRITTEN,
                Rule.ROLLBACK_LOSES_NEW_ROWS,
                "Its rollback loses rows that the new release wrote",
                lost);
        report(
                held.losses(),
                Loss.Kind.BEFORE,
                Rule.ROLLBACK_LOSES_DATA,
                "Its rollback does not bring all data back",
                lost);
        report(
                held.losses(),
                Loss.Kind.INVENTED,
                Rule.ROLLBACK_LOSES_DATA,
                "Its rollback leaves rows that nobody wrote",
                lost);
        return held.losses();
    }

    private void report(List<Loss> losses, Loss.Kind kind, Rule rule, String title, LostRows lost) {
        List<Loss> untold = losses.stream()
                .filter(l -> l.kind() == kind && !l.declared() && !mapping.tells(l.table()))
                .toList();
        if (!untold.isEmpty()) {
            notes.find(
                    Direction.DOWN,
                    rule,
                    title,
                    lost.named(untold, kind),
                    "Keep the data until the release is final, or declare exactly this loss in <expectedLosses>");
        }
    }
}
