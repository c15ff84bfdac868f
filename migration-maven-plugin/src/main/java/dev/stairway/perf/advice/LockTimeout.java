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
import java.util.regex.Pattern;

/**
 * A lock that keeps readers away, asked for without a limit: while it waits for one slow reader, all others wait behind it.
 *
 * @see <a href="https://www.postgresql.org/docs/current/runtime-config-client.html#GUC-LOCK-TIMEOUT">lock_timeout</a>
 */
final class LockTimeout {

    private static final Pattern LIMIT = Pattern.compile(
            "\\bset\\b[^;]*\\block_timeout\\b|\\bset_config\\s*\\(\\s*'lock_timeout'", Pattern.CASE_INSENSITIVE);

    private LockTimeout() {}

    static Optional<Finding> of(Migration migration, List<StatementTrace> statements, Map<String, Long> rows) {
        for (StatementTrace statement : statements) {
            if (LIMIT.matcher(statement.sql()).find()) {
                return Optional.empty();
            }
            Observed observed = new Observed(statement, rows, AdviceLimits.DEFAULT);
            for (RelationLock lock : statement.locks()) {
                if (lock.blocks(Blocked.READS)
                        && observed.rowsOf(lock.relation()).orElse(0) > 0) {
                    return Optional.of(finding(migration, lock, observed));
                }
            }
        }
        return Optional.empty();
    }

    private static Finding finding(Migration migration, RelationLock lock, Observed observed) {
        return new Finding(
                Rule.LOCK_TIMEOUT_MISSING,
                migration,
                "It would wait without limit for readers of " + lock.relation() + ", and everybody else behind it",
                List.of(
                        Advice.seen(lock, observed),
                        "statement: " + Advice.oneLine(observed.trace().sql())),
                "Put SET LOCAL lock_timeout = '2s'; before it (SET, where it runs outside a transaction), and run the"
                        + " migration again when it gives up");
    }
}
