package dev.stairway.run;

import dev.stairway.engine.Migration;
import dev.stairway.engine.StepOutcome;
import dev.stairway.finding.Finding;
import dev.stairway.finding.IdPattern;
import dev.stairway.finding.Rule;
import dev.stairway.finding.Severity;
import dev.stairway.finding.Verdict;
import dev.stairway.fingerprint.Difference;
import dev.stairway.fingerprint.RowChanges;
import dev.stairway.judge.Loss;
import dev.stairway.judge.PatternChanges;
import dev.stairway.judge.RowMoves;
import dev.stairway.matrix.Scenario;
import dev.stairway.run.StateChecks.Way;
import dev.stairway.run.WalkOptions.Exclusion;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Walks one migration: fill, up, write, down, up again, with the invariants of each. Leaves the database in the state
 * after the migration, whatever happened.
 */
final class StepWalk {

    private final Bench bench;
    private final History history;
    private final Scenario scenario;
    private final WalkOptions options;
    private final StateChecks state;
    private final List<Finding> findings = new ArrayList<>();

    StepWalk(Bench bench, History history, Scenario scenario, WalkOptions options) {
        this.bench = bench;
        this.history = history;
        this.scenario = scenario;
        this.options = options;
        this.state = new StateChecks(bench, options.checks().rules());
    }

    List<Finding> findings() {
        List<Finding> all = new ArrayList<>(findings);
        all.addAll(state.findings());
        return all;
    }

    /** At head: what can be said only of all migrations together. */
    void finish() {
        state.finish();
    }

    /** @param onlyApply true to leave out the way down: the migration is not among those to check */
    StepReport walk(Migration migration, boolean onlyApply) throws SQLException {
        Optional<String> leftOut = leaveOut(migration);
        if (leftOut.isPresent()) {
            return new StepNotes(migration, bench.rows()).report(Verdict.NOT_COVERED, leftOut.get(), 0);
        }
        long checkStart = bench.checkNanos();
        Difference filled = bench.supply().fill(scenario.rows());
        if (!filled.isEmpty()) {
            history.filled(scenario.rows());
        }
        state.begin(migration, filled);
        StepNotes notes = new StepNotes(migration, bench.rows());
        StepReport report = played(migration, notes, onlyApply, checkStart);
        findings.addAll(notes.findings());
        return report;
    }

    /** Why it is not played, if so; it is then recorded as ran where the user wants that. */
    Optional<String> leaveOut(Migration migration) throws SQLException {
        if (migration.notApplicable().isPresent()) {
            return migration.notApplicable();
        }
        for (Exclusion exclusion : options.exclusions()) {
            if (IdPattern.of(exclusion.migration()).matches(migration.id(), migration.name())) {
                bench.unseen().markRan(migration);
                history.marked(migration);
                return Optional.of("left out: " + exclusion.reason());
            }
        }
        return Optional.empty();
    }

    private StepReport played(Migration migration, StepNotes notes, boolean onlyApply, long checkStart)
            throws SQLException {
        try (LiveCheck live = LiveCheck.begin(
                bench, migration, scenario, onlyApply ? 0 : options.checks().liveClients())) {
            return played(migration, notes, onlyApply, checkStart, live);
        }
    }

    private StepReport played(Migration migration, StepNotes notes, boolean onlyApply, long checkStart, LiveCheck live)
            throws SQLException {
        MappingCheck mapping = new MappingCheck(bench, migration);
        ReadCheck reads = new ReadCheck(bench, migration, scenario);
        reads.before();
        Move up = bench.play(Direction.UP, migration, change -> true);
        notes.up(up);
        SlowStep.of(
                        up,
                        bench.database().id().product(),
                        scenario,
                        options.checks().timeLimits())
                .ifPresent(slow -> slow.tell(notes));
        if (up.outcome().result() == StepOutcome.Result.FAILED) {
            state.lost();
            return new FailedUp(bench, history, scenario).report(notes, up, bench.checkNanos() - checkStart);
        }
        history.applied(migration);
        if (!up.executed()) {
            return notes.report(Verdict.NOT_COVERED, up.outcome().reason(), bench.checkNanos() - checkStart);
        }
        List<Finding> moved = mapping.applied(up.change());
        RowChanges rows = bench.rowChanges(up.change());
        RowMoves moves = RowMoves.of(rows);
        notes.patterns(PatternChanges.of(rows, moves));
        UpLosses removed = new UpLosses(migration, options, scenario);
        notes.find(UpJudge.judge(
                migration, up.change().data(), mapping, bench.fingerprinter().namedColumns(), rows, moves, removed));
        notes.find(removed.findings());
        notes.find(moved);
        notes.find(reads.applied());
        notes.find(LeftKeys.of(bench, migration, rows, moves));
        notes.find(state.after(Way.UP, up.change()));
        if (onlyApply) {
            return notes.report(Verdict.NOT_COVERED, "applied only: not among the last " + options.checkLast(), 0);
        }
        Verdict verdict = back(notes, up, mapping, reads);
        live.play(notes, mapping, verdict);
        return notes.report(verdict, reason(verdict, notes), bench.checkNanos() - checkStart);
    }

    private Verdict back(StepNotes notes, Move up, MappingCheck mapping, ReadCheck reads) throws SQLException {
        Migration migration = notes.migration();
        if (migration.rollback() == Migration.Rollback.MISSING) {
            new RepeatCheck(bench, history, notes).changes(Direction.UP_REPEATED);
            return irreversible(notes, "no rollback is written, and the engine cannot derive one");
        }
        List<Loss> quiet = new QuietDown(bench, history).losses(migration, up.change());
        Difference written = bench.supply().write(toWrite(up.change()), scenario.writes());
        mapping.written(written);
        state.written(written);
        history.checkpointBefore(migration.transactional());
        DownCheck check = new DownCheck(bench, options, scenario, notes, up.change(), written, mapping).and(quiet);
        Move down = bench.play(Direction.DOWN, migration, check::restoresSchema);
        if (down.outcome().result() == StepOutcome.Result.IRREVERSIBLE) {
            return irreversible(notes, down.outcome().reason());
        }
        notes.down(down);
        Verdict verdict = check.verdict(down);
        if (down.executed()) {
            notes.find(reads.rolledBack());
        }
        if (verdict == Verdict.ROLLBACK_FAILS || verdict == Verdict.ROLLBACK_INCOMPLETE) {
            if (!down.undone()) {
                history.rebuild();
            }
            state.rebuilt();
            return verdict;
        }
        notes.find(state.after(Way.DOWN, down.change()));
        RepeatCheck repeat = new RepeatCheck(bench, history, notes);
        if (repeat.changes(Direction.DOWN_REPEATED)) {
            state.rebuilt();
            return Verdict.NOT_IDEMPOTENT;
        }
        AgainCheck again = new AgainCheck(bench, history, notes);
        Verdict applied = again.verdict(verdict, up.change(), written, down);
        if (applied == Verdict.NOT_IDEMPOTENT) {
            state.rebuilt();
        } else {
            notes.find(state.after(Way.UP_AGAIN, again.applied()));
        }
        if (applied == Verdict.REVERSIBLE) {
            applied = new SecondRollback(bench, history, notes)
                    .verdict(up.change(), written, down.change(), again.applied());
        }
        if (applied == Verdict.ROLLBACK_FAILS || applied == Verdict.ROLLBACK_INCOMPLETE) {
            state.rebuilt();
            return applied;
        }
        return applied == Verdict.NOT_IDEMPOTENT
                        || repeat.changes(Direction.UP_REPEATED)
                        || applied == Verdict.REVERSIBLE
                                && new InterruptionCheck(bench, history, notes).differs(again.applied())
                ? Verdict.NOT_IDEMPOTENT
                : applied;
    }

    /** Where up took keys away there is the old format, which no new release writes. */
    private Set<String> toWrite(Difference up) {
        Set<String> tables = Bench.tables(up);
        if (!bench.fingerprinter().namedColumns()) {
            up.data().forEach((table, change) -> {
                if (change.before() != null
                        && change.after() != null
                        && change.after().rows() < change.before().rows()) {
                    tables.remove(table);
                }
            });
        }
        return tables;
    }

    private Verdict irreversible(StepNotes notes, String reason) {
        notes.find(
                Rule.ROLLBACK_MISSING,
                "It cannot be taken back",
                List.of(reason),
                "Write a rollback, or leave the migration out of the rollback check with a reason (<waivers>)");
        return Verdict.IRREVERSIBLE;
    }

    private static String reason(Verdict verdict, StepNotes notes) {
        if (verdict == Verdict.REVERSIBLE || notes.findings().isEmpty()) {
            return "";
        }
        return notes.findings().stream()
                .filter(f ->
                        f.rule().severity() != Severity.INFO && !f.evidence().isEmpty())
                .map(f -> f.evidence().get(0))
                .reduce((first, last) -> last)
                .orElse("");
    }
}
