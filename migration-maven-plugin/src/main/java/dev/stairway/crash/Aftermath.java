package dev.stairway.crash;

import dev.stairway.backup.Snapshot;
import dev.stairway.crash.CrashReport.Again;
import dev.stairway.crash.CrashReport.Kill;
import dev.stairway.crash.CrashReport.Outcome;
import dev.stairway.crash.CrashReport.State;
import dev.stairway.crash.CrashReport.Victim;
import dev.stairway.database.Database;
import dev.stairway.engine.Engine;
import dev.stairway.engine.EngineRun;
import dev.stairway.engine.Migration;
import dev.stairway.engine.RunLock;
import dev.stairway.engine.StepOutcome;
import dev.stairway.fingerprint.ObjectChange;
import dev.stairway.matrix.Cell;
import dev.stairway.problem.ProblemException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Looks at what a kill has left, and runs the same changelog again as a user would: without repairing anything. */
public final class Aftermath {

    /** Nobody who lives holds a lock then. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Cell cell;
    private final Engine engine;
    private final Database database;
    private final Migration migration;
    private final Set<String> bookkeeping;
    private final Expected expected;

    public Aftermath(
            Cell cell,
            Engine engine,
            Database database,
            Migration migration,
            Set<String> bookkeeping,
            Expected expected) {
        this.cell = cell;
        this.engine = engine;
        this.database = database;
        this.migration = migration;
        this.bookkeeping = bookkeeping;
        this.expected = expected;
    }

    /** @param readyNanos until the server answered again */
    public Kill of(Victim victim, KillPoint point, Rehearsal rehearsal, long readyNanos) throws SQLException {
        Snapshot left = Snapshot.of(database, bookkeeping);
        List<ObjectChange> done = expected.sinceBefore(left);
        boolean whole = expected.sinceAfter(left).isEmpty();
        Ended ended = again(done.isEmpty(), whole);
        return new Kill(
                migration,
                victim,
                point,
                rehearsal.size(),
                rehearsal.text(point.statement()),
                ended.state(),
                sentences(done),
                ended.outcome(),
                ended.evidence(),
                ended.released(),
                readyNanos,
                ended.again());
    }

    private record Ended(State state, Outcome outcome, List<String> evidence, String released, Again again) {}

    /**
     * @param untouched true where nothing of the migration is in effect
     * @param whole true where all of it is
     */
    private Ended again(boolean untouched, boolean whole) throws SQLException {
        State state = untouched ? State.BEFORE : State.BETWEEN;
        try (EngineRun run = engine.open(cell.source(), database)) {
            return locked(run, untouched, whole);
        } catch (ProblemException problem) {
            return new Ended(state, Outcome.NOT_RESUMABLE, lines(problem), "", new Again(List.of(), false));
        }
    }

    private Ended locked(EngineRun run, boolean untouched, boolean whole) throws SQLException {
        Step step = new Step(run, database);
        String stuck = step.stuck();
        State state = stuck.isEmpty() ? state(isPending(step), untouched, whole) : State.BETWEEN;
        Again again = new Again(run.commandsAgain(same(run), !stuck.isEmpty()), !stuck.isEmpty());
        RunLock taken;
        try {
            taken = run.lock(PATIENCE);
        } catch (ProblemException held) {
            return new Ended(state, Outcome.STUCK_LOCK, lines(held), "", again);
        }
        try (RunLock lock = taken) {
            List<String> refusal = stuck.isEmpty() ? refusal(run, step) : List.of(stuck);
            String released = lock.released().orElse("");
            return refusal.isEmpty()
                    ? compared(state, released, again)
                    : new Ended(state, Outcome.NOT_RESUMABLE, refusal, released, again);
        }
    }

    /** A migration that changes nothing is where its history says. */
    private static State state(boolean pending, boolean untouched, boolean whole) {
        if (whole && !pending) {
            return State.AFTER;
        }
        return untouched && pending ? State.BEFORE : State.BETWEEN;
    }

    private static List<String> lines(ProblemException problem) {
        return problem.problem().text().lines().toList();
    }

    private boolean isPending(Step step) throws SQLException {
        return step.pending().stream().anyMatch(m -> m.id().equals(migration.id()));
    }

    private List<String> refusal(EngineRun run, Step step) throws SQLException {
        if (!isPending(step)) {
            return List.of();
        }
        StepOutcome outcome = step.up(same(run), StepWatch.NONE);
        if (outcome.result() == StepOutcome.Result.EXECUTED) {
            return List.of();
        }
        List<String> lines = new ArrayList<>(outcome.reason().lines().toList());
        if (!outcome.sql().isEmpty()) {
            lines.add("stopped at: " + Rehearsal.shortened(outcome.sql()));
        }
        return lines;
    }

    private Migration same(EngineRun run) {
        return run.migrations().stream()
                .filter(m -> m.id().equals(migration.id()))
                .findFirst()
                .orElseThrow();
    }

    private Ended compared(State state, String released, Again again) throws SQLException {
        List<ObjectChange> differences = expected.sinceAfter(Snapshot.of(database, bookkeeping));
        if (!differences.isEmpty()) {
            return new Ended(state, Outcome.HIDDEN_DAMAGE, sentences(differences), released, again);
        }
        Outcome outcome = switch (state) {
            case BEFORE -> Outcome.BEFORE;
            case AFTER -> Outcome.AFTER;
            case BETWEEN -> Outcome.RESUMABLE;
        };
        return new Ended(state, outcome, List.of(), released, again);
    }

    private static List<String> sentences(List<ObjectChange> changes) {
        return changes.stream().map(ObjectChange::sentence).toList();
    }
}
