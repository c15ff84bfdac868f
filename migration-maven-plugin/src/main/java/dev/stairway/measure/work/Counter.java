package dev.stairway.measure.work;

/**
 * Work that a step asks of a server. Whatever is gated does not vary with the machine: the same step on the same data counts
 * the same.
 */
public enum Counter {
    /** PostgreSQL, SQLite: bytes written to the write-ahead log; those of PostgreSQL's records. */
    WAL_BYTES("walBytes", Unit.BYTES, true),
    /** PostgreSQL: pages that statements asked for, found in memory or not. */
    BLOCKS("blocks", Unit.COUNT, true),
    /** PostgreSQL: pages among them that were not in memory. */
    BLOCKS_READ("blocksRead", Unit.COUNT, false),
    /** PostgreSQL: pages that became dirty. */
    BLOCKS_DIRTIED("blocksDirtied", Unit.COUNT, false),
    /** PostgreSQL from 15 on, MariaDB: rows that were looked at, those of the catalogs included. */
    ROWS_READ("rowsRead", Unit.COUNT, true),
    /** Rows that were inserted, updated or deleted; on PostgreSQL (from 15 on) those of the catalogs included. */
    ROWS_WRITTEN("rowsWritten", Unit.COUNT, true),
    /** PostgreSQL: bytes of temporary files. */
    TEMP_BYTES("tempBytes", Unit.BYTES, false),
    /** By how much the database grew; negative when it shrank. */
    SIZE_BYTES("sizeBytes", Unit.BYTES, true),
    /**
     * By how many bytes more the files hold what nobody sees any more; negative when less. Of PostgreSQL (from 15 on) an
     * estimate.
     */
    BLOAT_BYTES("bloatBytes", Unit.BYTES, false),
    /** Statements that were sent, without the engine's bookkeeping. */
    STATEMENTS("statements", Unit.COUNT, true),
    /** SQLite: instructions of its virtual machine. */
    VM_STEPS("vmSteps", Unit.COUNT, true),
    /** SQLite: pages that were written, each counted once. */
    PAGES("pages", Unit.COUNT, true),
    /** Redis: calls of commands, those inside scripts included, those that only hand over batches left out. */
    CALLS("calls", Unit.COUNT, true),
    /** Redis: changes since the last save. */
    DIRTY("dirty", Unit.COUNT, true),
    /** Redis: by how much the data takes more memory. */
    MEMORY_BYTES("memoryBytes", Unit.BYTES, false);

    /** Of which its numbers are. */
    public enum Unit {
        BYTES,
        COUNT
    }

    private final String key;
    private final Unit unit;
    private final boolean gated;

    Counter(String key, Unit unit, boolean gated) {
        this.key = key;
        this.unit = unit;
        this.gated = gated;
    }

    /** Name in documents. */
    public String key() {
        return key;
    }

    public Unit unit() {
        return unit;
    }

    /**
     * Least difference that counts, in the unit of the counter: what the catalogue's look-ups and the engine's bookkeeping
     * vary by from one run to the next. No table of production size is touched with less.
     */
    public double floor() {
        return switch (this) {
            case STATEMENTS -> 2;
            case PAGES -> 4;
            case ROWS_WRITTEN, CALLS, DIRTY -> 10;
            case BLOCKS, BLOCKS_READ, BLOCKS_DIRTIED -> 64;
            case ROWS_READ -> 500;
            case VM_STEPS -> 1_000;
            case WAL_BYTES, TEMP_BYTES, SIZE_BYTES, BLOAT_BYTES, MEMORY_BYTES -> 16_384;
        };
    }

    /** True when growth of it can fail a build. */
    public boolean gated() {
        return gated;
    }
}
