package dev.stairway.perf.advice;

import dev.stairway.engine.Migration;
import dev.stairway.finding.Finding;
import dev.stairway.finding.Rule;
import dev.stairway.measure.lock.Blocked;
import dev.stairway.measure.lock.RelationLock;
import dev.stairway.measure.lock.StatementTrace;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A short statement whose lock is held on while later ones of its transaction work through many rows. */
final class OtherWork {

    private OtherWork() {}

    static Optional<Finding> of(
            Migration migration, List<StatementTrace> statements, Map<String, Long> rows, AdviceLimits limits) {
        for (int i = 0; i < statements.size(); i++) {
            StatementTrace first = statements.get(i);
            Observed observed = new Observed(first, rows, limits);
            Optional<RelationLock> lock = first.locks().stream()
                    .filter(one -> one.rows() == 0 && (one.blocks(Blocked.READS) || one.blocks(Blocked.WRITES)))
                    .filter(observed::matters)
                    .findFirst();
            if (lock.isPresent()) {
                Optional<StatementTrace> later =
                        later(statements.subList(i + 1, statements.size()), first, lock.get(), limits);
                if (later.isPresent()) {
                    return Optional.of(finding(migration, observed, lock.get(), later.get()));
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<StatementTrace> later(
            List<StatementTrace> rest, StatementTrace first, RelationLock lock, AdviceLimits limits) {
        double free = first.atMillis() + lock.heldMillis();
        return rest.stream()
                .filter(one -> first.transactional() && one.atMillis() + one.millis() <= free)
                .filter(one -> one.rowsRead().values().stream().anyMatch(read -> read >= limits.fewRows()))
                .findFirst();
    }

    private static Finding finding(Migration migration, Observed first, RelationLock lock, StatementTrace later) {
        String whom = lock.blocks(Blocked.READS) ? "readers and writers" : "writers";
        return new Finding(
                Rule.LOCK_HELD_FOR_OTHER_WORK,
                migration,
                "It keeps " + whom + " away from " + lock.relation() + " for " + Observed.millis(lock.heldMillis())
                        + ", though the statement that locks it takes "
                        + Observed.millis(first.trace().millis()),
                List.of(
                        Advice.seen(lock, first),
                        "statement: " + Advice.oneLine(first.trace().sql()),
                        "still held while " + Observed.millis(later.millis()) + " go by in: "
                                + Advice.oneLine(later.sql())),
                "Give each of the two a migration of its own: locks are held to the end of the transaction");
    }
}
