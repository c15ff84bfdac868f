package dev.stairway.engine.redis;

import dev.stairway.database.redis.RedisSession;
import dev.stairway.engine.StepOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Runs a step under the lock and keeps the history: begun before, ended after. */
final class StepRunner {

    private final Client client;
    private final History history;
    private final StepLock lock;
    private final Steps steps;
    private boolean begun;

    StepRunner(Client client, History history, StepLock lock, Steps steps) {
        this.client = client;
        this.history = history;
        this.lock = lock;
        this.steps = steps;
    }

    StepOutcome up(Unit unit, RedisSession session) {
        return locked(unit, Direction.UP, () -> {
            Optional<Entry> known = history.of(unit);
            boolean applied =
                    known.filter(entry -> entry.state() == Entry.State.APPLIED).isPresent();
            if (applied) {
                return edited(unit, known.get()).orElse(StepOutcome.skipped("it has been applied already"));
            }
            Entry entry = known.map(found -> again(unit, found)).orElseGet(() -> history.begin(unit));
            history.write(entry);
            return run(unit, Direction.UP, session, entry);
        });
    }

    StepOutcome down(Unit unit, RedisSession session) {
        if (!unit.reversible()) {
            return StepOutcome.irreversible(
                    "there is no down script for " + unit.migration().file());
        }
        return locked(unit, Direction.DOWN, () -> {
            Optional<Entry> known = history.of(unit);
            if (known.isEmpty()) {
                return StepOutcome.failed(
                        unit.migration().id() + " has not been applied, so it cannot be taken back", "");
            }
            Optional<StepOutcome> edited = edited(unit, known.get());
            if (edited.isPresent()) {
                return edited.get();
            }
            Entry entry = known.get().with(Entry.State.DOWN_STARTED);
            history.write(entry);
            return run(unit, Direction.DOWN, session, entry);
        });
    }

    /** Once more over the keys that are there; the history does not hear of it. */
    StepOutcome repeat(Unit unit, Direction direction, RedisSession session) {
        if (direction == Direction.DOWN && !unit.reversible()) {
            return StepOutcome.irreversible(
                    "there is no down script for " + unit.migration().file());
        }
        return locked(unit, direction, () -> {
            Progress progress = Progress.of(client.topology(), unit.key() + " " + direction.word() + " repeated");
            Step step = steps.of(unit, direction, progress);
            if (!step.mayRepeat()) {
                return StepOutcome.skipped("it is called once");
            }
            StepOutcome outcome = step.run(session);
            if (outcome.result() == StepOutcome.Result.EXECUTED) {
                progress.remove();
            }
            return outcome;
        });
    }

    /** What was begun with another text is begun anew. */
    private Entry again(Unit unit, Entry found) {
        return History.edited(unit, found).isPresent() ? history.begin(unit) : found.with(Entry.State.UP_STARTED);
    }

    private static Optional<StepOutcome> edited(Unit unit, Entry entry) {
        return History.edited(unit, entry)
                .map(seen -> StepOutcome.failed(
                        unit.migration().position() + ": it was edited after it had been applied\n" + seen
                                + "\nPut it back as it was and write a new migration for the change",
                        ""));
    }

    private StepOutcome run(Unit unit, Direction direction, RedisSession session, Entry entry) {
        Progress progress = Progress.of(
                client.topology(),
                unit.key() + " " + direction.word() + " " + unit.migration().checksum());
        Step step = steps.of(unit, direction, progress);
        long start = System.nanoTime();
        begun = true;
        StepOutcome outcome = session.measured(() -> step.run(session), progress::commands);
        long millis = (System.nanoTime() - start) / 1_000_000;
        if (outcome.result() == StepOutcome.Result.EXECUTED) {
            if (direction == Direction.UP) {
                history.write(entry.ended(Entry.State.APPLIED, millis, step.keys()));
            } else {
                history.remove(unit);
            }
            progress.remove();
        }
        return outcome;
    }

    private StepOutcome locked(Unit unit, Direction direction, Supplier<StepOutcome> work) {
        begun = false;
        try {
            client.topology().refresh();
            return lock.holding(work);
        } catch (ReplyException failure) {
            return unrecorded(unit.position(direction), failure);
        }
    }

    private StepOutcome unrecorded(String position, ReplyException failure) {
        String error = Failures.clean(failure.getMessage());
        List<String> lines = new ArrayList<>();
        lines.add(position + ": "
                + (begun ? "it ran to its end, but that could not be recorded: " : "it was not begun: ") + error);
        Advice.of(error).ifPresent(lines::add);
        lines.add(
                begun
                        ? "Its work is done, and the history does not know: run again once that is repaired"
                        : "Nothing was done: run again once that is repaired");
        return StepOutcome.failed(String.join("\n", lines), failure.command());
    }
}
