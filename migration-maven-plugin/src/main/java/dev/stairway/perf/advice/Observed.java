package dev.stairway.perf.advice;

import dev.stairway.measure.lock.Blocked;
import dev.stairway.measure.lock.RelationLock;
import dev.stairway.measure.lock.StatementTrace;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** What was seen of one statement. */
final class Observed {

    private final StatementTrace trace;
    private final Map<String, Long> rows;
    private final AdviceLimits limits;

    /** @param rows of the tables before the step */
    Observed(StatementTrace trace, Map<String, Long> rows, AdviceLimits limits) {
        this.trace = trace;
        this.rows = rows;
        this.limits = limits;
    }

    StatementTrace trace() {
        return trace;
    }

    /** The strongest lock on a table for which readers or writers have to wait long enough. @param table as the SQL says */
    Optional<RelationLock> keptAway(String table) {
        return trace.locks().stream()
                .filter(lock -> same(lock.relation(), table))
                .filter(lock -> lock.rows() == 0 && (lock.blocks(Blocked.READS) || lock.blocks(Blocked.WRITES)))
                .filter(this::matters)
                .findFirst();
    }

    /** The same, where it went through the rows meanwhile; outside a transaction nobody counts those. */
    Optional<RelationLock> keptAwayWhileReading(String table) {
        return keptAway(table)
                .filter(lock -> !trace.transactional() || trace.rowsRead().getOrDefault(lock.relation(), 0L) > 0);
    }

    /** The same, where it wrote the table anew. */
    Optional<RelationLock> keptAwayWhileRewriting(String table) {
        return keptAway(table).filter(lock -> trace.rewrites().contains(lock.relation()));
    }

    boolean matters(RelationLock lock) {
        return rowsOf(lock.relation()).orElse(0) >= limits.fewRows()
                || limits.maxLockMillis() > 0
                        && lock.heldMillis() > limits.maxLockMillis()
                        && rowsOf(lock.relation()).orElse(1) > 0;
    }

    boolean many(long some) {
        return some >= limits.fewRows();
    }

    /** Empty when nobody has counted. JDBC tells names as they are, SQL writes some of them in quotes. */
    OptionalLong rowsOf(String relation) {
        return rows.entrySet().stream()
                .filter(table -> alike(plain(relation), table.getKey()) || same(relation, table.getKey()))
                .mapToLong(Map.Entry::getValue)
                .findFirst();
    }

    /** True when one name, without a schema perhaps, is that of the other. */
    static boolean same(String relation, String name) {
        return alike(plain(relation), plain(name));
    }

    private static boolean alike(String first, String second) {
        return first.equals(second) || first.endsWith("." + second) || second.endsWith("." + first);
    }

    private static String plain(String name) {
        StringBuilder plain = new StringBuilder();
        boolean quoted = false;
        for (char c : name.toCharArray()) {
            if (c == '"') {
                quoted = !quoted;
            } else {
                plain.append(quoted ? c : Character.toLowerCase(c));
            }
        }
        return plain.toString();
    }

    /** For people. */
    static String millis(double millis) {
        return String.format(Locale.ROOT, millis < 100 ? "%.1f ms" : "%,.0f ms", millis);
    }
}
