package dev.stairway.measure.lock;

import dev.stairway.database.Work;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A statement while its step is being watched; moments are {@link System#nanoTime()}. */
final class SqliteStatement {

    private final Work.Statement statement;
    private final long start;
    private final boolean transactional;
    private final List<SqliteLock> locks = new ArrayList<>();
    private Set<String> rewrites = Set.of();

    SqliteStatement(Work.Statement statement, long start, boolean transactional) {
        this.statement = statement;
        this.start = start;
        this.transactional = transactional;
    }

    boolean transactional() {
        return transactional;
    }

    long end() {
        return start + statement.nanos();
    }

    SqliteLock took(SqliteLock lock) {
        locks.add(lock);
        return lock;
    }

    void rewrites(Set<String> tables) {
        rewrites = tables;
    }

    StatementTrace trace(long began) {
        return new StatementTrace(
                statement.sql(),
                (start - began) / 1e6,
                statement.nanos() / 1e6,
                transactional,
                locks.stream()
                        .map(SqliteLock::lock)
                        .sorted(Comparator.comparingInt(lock -> -lock.blocks().size()))
                        .toList(),
                List.copyOf(rewrites),
                statement.rows(),
                Map.of());
    }
}
