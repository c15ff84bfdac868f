package dev.stairway.perf.advice;

import dev.stairway.engine.Migration;
import dev.stairway.finding.Finding;
import dev.stairway.finding.Rule;
import dev.stairway.measure.lock.Blocked;
import dev.stairway.measure.lock.RelationLock;
import dev.stairway.measure.lock.StatementTrace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A lock that keeps readers away, asked for without a limit: while it waits for one slow reader, all others wait behind it.
 *
 * @see <a href="https://www.postgresql.org/docs/current/runtime-config-client.html#GUC-LOCK-TIMEOUT">lock_timeout</a>
 */
final class LockTimeout {

    private static final Pattern LIMIT = Pattern.compile(
            "\\bset\\b[^;]*\\block_timeout\\b|\\bset_config\\s*\\(\\s*'lock_timeout'", Pattern.CASE_INSENSITIVE);

    private LockTimeout() {}

    static Optional<Finding> of(
            Migration migration, List<StatementTrace> statements, Map<String, Long> rows, AdviceLimits limits) {
        for (StatementTrace statement : statements) {
            if (LIMIT.matcher(statement.sql()).find()) {
                return Optional.empty();
            }
            Observed observed = new Observed(statement, rows, limits);
            for (RelationLock lock : statement.locks()) {
                if (lock.blocks(Blocked.READS)
                        && observed.many(observed.rowsOf(lock.relation()).orElse(0))) {
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

    /** One for all migrations: mostly either all have a limit, or none. */
    static List<Finding> once(List<Finding> findings) {
        List<Finding> missing = findings.stream()
                .filter(finding -> finding.rule() == Rule.LOCK_TIMEOUT_MISSING)
                .toList();
        if (missing.size() < 2) {
            return findings;
        }
        List<Finding> others = new ArrayList<>(findings);
        others.removeAll(missing);
        others.add(withOthers(missing.get(0), missing.subList(1, missing.size())));
        return others;
    }

    private static Finding withOthers(Finding first, List<Finding> others) {
        List<String> evidence = new ArrayList<>(first.evidence());
        evidence.add("the same in "
                + others.stream().map(finding -> finding.migration().id()).collect(Collectors.joining(", ")));
        return new Finding(first.rule(), first.migration(), first.title(), evidence, first.remedy());
    }
}
