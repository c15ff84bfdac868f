package dev.stairway.run;

import dev.stairway.data.FillProgress;
import dev.stairway.fingerprint.RowsRead;
import dev.stairway.fingerprint.TableData;
import dev.stairway.matrix.Cell;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/** Hands on how far a cell's fillings and readings are, with the number of rows that a reading will find. */
final class Told implements FillProgress, RowsRead.Listener {

    private final Progress progress;
    private final Cell cell;
    private final Function<String, TableData> known;
    private final Map<String, Long> added = new HashMap<>();

    /** @param known rows of a table when it was last read; null where it never was */
    Told(Progress progress, Cell cell, Function<String, TableData> known) {
        this.progress = progress;
        this.cell = cell;
        this.known = known;
    }

    /** A filling ends at another number of rows than the last reading. */
    @Override
    public void stored(Step step) {
        added.put(step.table(), step.tableRows());
        progress.filling(cell, step);
    }

    @Override
    public void read(String table, long rows) {
        TableData before = known.apply(table);
        long last = before == null ? 0 : before.rows();
        long expected = last + added.getOrDefault(table, 0L);
        progress.reading(cell, table, rows, Math.max(expected, rows));
    }

    /** What was added has been read. */
    void settled() {
        added.clear();
    }
}
