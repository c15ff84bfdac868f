package dev.stairway.measure.lock;

import java.util.List;

/** A lock on the database as a whole; moments are {@link System#nanoTime()}. */
final class SqliteLock {

    static final String DATABASE = "database";
    /** https://sqlite.org/lockingv3.html#locking */
    static final String RESERVED = "RESERVED";

    static final String EXCLUSIVE = "EXCLUSIVE";
    /** https://sqlite.org/walformat.html#wal_locks */
    static final String WAL_WRITE = "WAL_WRITE_LOCK";

    private final String mode;
    private final long start;
    private final List<Blocked> blocks;
    private long end;

    private SqliteLock(String mode, long start, List<Blocked> blocks) {
        this.mode = mode;
        this.start = start;
        this.end = start;
        this.blocks = blocks;
    }

    /** The one place for a writer. A change of the schema is a change of rows, too. */
    static SqliteLock writer(boolean logsAhead, long start) {
        return new SqliteLock(logsAhead ? WAL_WRITE : RESERVED, start, List.of(Blocked.WRITES, Blocked.DDL));
    }

    /** While changes go into the file itself. */
    static SqliteLock exclusive(long start) {
        return new SqliteLock(EXCLUSIVE, start, List.of(Blocked.values()));
    }

    void end(long moment) {
        end = moment;
    }

    RelationLock lock() {
        return new RelationLock(DATABASE, mode, (end - start) / 1e6, 0, blocks, 0);
    }
}
