package dev.stairway.measure.lock;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A statement while its step is being watched; moments are {@link System#nanoTime()}. */
final class TracedStatement {

    private final String sql;
    private final long start;
    private final List<LockSpan> locks = new ArrayList<>();
    private final Set<String> rewrites = new TreeSet<>();
    private final Map<String, Long> rowsRead = new TreeMap<>();
    private long nanos;
    private long rows;
    private boolean transactional;

    TracedStatement(String sql, long start) {
        this.sql = sql;
        this.start = start;
    }

    void answered(long tookNanos, long changedRows) {
        nanos = tookNanos;
        rows = changedRows;
    }

    void transactional(boolean inside) {
        transactional = inside;
    }

    long end() {
        return start + nanos;
    }

    LockSpan took(PostgresRelation relation, PostgresMode mode) {
        return add(LockSpan.of(relation, mode, start));
    }

    LockSpan tookRows(PostgresRelation relation, long changedRows) {
        return add(LockSpan.ofRows(relation, changedRows, start));
    }

    private LockSpan add(LockSpan span) {
        locks.add(span);
        return span;
    }

    void read(PostgresRelation relation, long more) {
        rowsRead.merge(relation.name(), more, Long::sum);
    }

    /** Notes how long it waited for what it has. */
    void waits(List<LockSample> samples) {
        for (LockSample sample : samples) {
            for (LockSpan lock : locks) {
                if (lock.is(sample.mode())
                        && lock.relation().oid() == sample.relation().oid()) {
                    lock.waited(Math.min(sample.waitedMillis(), nanos / 1e6));
                }
            }
        }
    }

    /** Notes what was seen of a statement whose locks went with it. */
    void sampled(List<LockSample> samples) {
        for (LockSample sample : samples) {
            long until = sample.gone() == null ? end() : Math.min(end(), sample.gone());
            long wait = Math.min((long) (sample.waitedMillis() * 1e6), until - start);
            long from = Math.max(start, Math.min(sample.first(), until) - wait);
            LockSpan lock = add(LockSpan.of(sample.relation(), sample.mode(), from));
            lock.end(until);
            lock.waited(wait / 1e6);
        }
    }

    /** Nobody can reach a table while it is written anew, whether that was seen or not; at most as long as all of it took. */
    void tookToRewrite(Set<PostgresRelation> moved) {
        for (PostgresRelation relation : moved) {
            PostgresMode all = PostgresMode.ACCESS_EXCLUSIVE;
            if (locks.stream().noneMatch(lock -> lock.is(all) && lock.relation().oid() == relation.oid())) {
                took(relation, all).end(end());
            }
        }
    }

    /**
     * Notes what was written anew. The indexes of a table are made anew with it.
     *
     * @param moved what has another file
     * @param filled those of them that are not empty
     */
    void rewrites(Set<PostgresRelation> moved, Set<PostgresRelation> filled) {
        Set<Long> oids = moved.stream().map(PostgresRelation::oid).collect(Collectors.toSet());
        filled.stream()
                .filter(relation -> !oids.contains(relation.table()))
                .forEach(relation -> rewrites.add(relation.name()));
    }

    StatementTrace trace(long began) {
        List<RelationLock> felt = locks.stream()
                .filter(this::felt)
                .sorted(Comparator.comparingInt(LockSpan::strength)
                        .reversed()
                        .thenComparing(lock -> lock.relation().name()))
                .map(LockSpan::lock)
                .toList();
        return new StatementTrace(
                sql, (start - began) / 1e6, nanos / 1e6, transactional, felt, List.copyOf(rewrites), rows, rowsRead);
    }

    /** An index is locked with its table; by itself nobody feels it then. */
    private boolean felt(LockSpan lock) {
        return lock.felt()
                && !(lock.relation().index()
                        && locks.stream()
                                .anyMatch(other -> other.relation().oid()
                                                == lock.relation().table()
                                        && other.strength() >= lock.strength()));
    }
}
