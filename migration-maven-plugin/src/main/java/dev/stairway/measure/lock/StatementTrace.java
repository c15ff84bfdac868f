package dev.stairway.measure.lock;

import java.util.List;
import java.util.Map;

/**
 * What one statement of a step locked and wrote anew.
 *
 * @param sql as sent
 * @param atMillis since the step began
 * @param millis until the server answered
 * @param transactional false when it ran outside a transaction, where locks were sampled from beside it: one that was held
 *     for less than a few milliseconds may be missing
 * @param locks strongest first, one for each relation and mode that this statement was the first to take
 * @param rewrites relations whose files it wrote anew
 * @param rows that it changed, or -1 where there is no count
 * @param rowsRead of relations that others know, at least; empty where nobody counts, as outside a transaction
 */
public record StatementTrace(
        String sql,
        double atMillis,
        double millis,
        boolean transactional,
        List<RelationLock> locks,
        List<String> rewrites,
        long rows,
        Map<String, Long> rowsRead) {
    public StatementTrace {
        locks = List.copyOf(locks);
        rewrites = List.copyOf(rewrites);
        rowsRead = Map.copyOf(rowsRead);
    }
}
