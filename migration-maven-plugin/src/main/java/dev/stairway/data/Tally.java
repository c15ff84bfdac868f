package dev.stairway.data;

import java.util.Map;
import java.util.Set;

/** Counts the rows of one filling and tells whoever wants to know. */
final class Tally {

    private final Map<String, Integer> wanted;
    private final FillProgress progress;
    private final long total;
    private String table = "";
    private long tableRows;
    private long rows;
    private long bytesBefore;
    private long rowsBefore;
    private long bytes;

    /** @param wanted rows by qualified name of the table */
    Tally(Map<String, Integer> wanted, FillProgress progress) {
        this.wanted = wanted;
        this.progress = progress;
        total = wanted.values().stream().mapToLong(Integer::longValue).sum();
    }

    /** From here on rows are those of this table. */
    void begin(String name) {
        table = name;
        tableRows = 0;
        measureFrom(0);
    }

    void add(long more) {
        tableRows += more;
        rows += more;
        if (!table.isEmpty()) {
            progress.stored(step());
        }
    }

    /** So much is taken on disk before the rows that are added from now on. */
    void measureFrom(long size) {
        bytesBefore = size;
        bytes = size;
        rowsBefore = tableRows;
    }

    /** So much is taken with the rows that were added so far. */
    void measured(long size) {
        bytes = size;
    }

    /** Qualified names of the tables that get rows. */
    Set<String> tables() {
        return wanted.keySet();
    }

    FillProgress.Step step() {
        return new FillProgress.Step(table, tableRows, wanted.getOrDefault(table, 0), rows, total);
    }

    /** Bytes that the rows of the table need on disk, as far as that can be told; 0 where it cannot. */
    long need() {
        long counted = tableRows - rowsBefore;
        return counted == 0 ? 0 : (long) ((double) (bytes - bytesBefore) / counted * wanted.getOrDefault(table, 0));
    }
}
