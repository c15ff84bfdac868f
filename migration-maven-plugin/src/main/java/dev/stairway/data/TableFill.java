package dev.stairway.data;

import dev.stairway.data.model.Store;
import dev.stairway.data.model.Table;
import dev.stairway.data.value.Value;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Adds rows to one table: all at once, and one by one with other values where the database refuses. */
final class TableFill {

    /** Rows of one statement. */
    static final int BATCH = 500;

    private static final int TRIES_PER_ROW = 16;
    private static final int REFUSALS = 120;

    /**
     * What came of it.
     *
     * @param inserted rows stored
     * @param reason why rows are missing; empty when none are
     * @param locators of the stored rows, when asked for
     */
    record Result(int inserted, String reason, List<String> locators) {}

    private final Store store;
    private final Table table;
    private final RowMaker maker;
    private final boolean located;
    private final long firstRow;
    private final int rows;
    private final List<String> locators = new ArrayList<>();
    private int inserted;
    private int refusals;
    private String reason = "";
    private String lost = "";

    /** @param located whether the locators of the rows are wanted */
    TableFill(Store store, Table table, RowMaker maker, boolean located, long firstRow, int rows) {
        this.store = store;
        this.table = table;
        this.maker = maker;
        this.located = located;
        this.firstRow = firstRow;
        this.rows = rows;
    }

    /** True when one statement takes all the rows, so that other tables' may go with it. */
    boolean fitsInGroup() {
        return table.obstacle().isEmpty() && rows <= BATCH;
    }

    /** All the rows of a table that fits in a group, with free choice of values. */
    Store.Batch whole() {
        List<Map<String, Value>> made = maker.rows(firstRow, rows, 0);
        reason = made.size() < rows ? maker.obstacle() : "";
        return batch(made);
    }

    /** The database took the rows of {@link #whole()}. */
    void took(Store.Stored stored) {
        add(stored);
    }

    Result result() {
        if (reason.isEmpty() && inserted < rows) {
            reason = "a trigger or rule kept " + (rows - inserted) + " of " + rows + " rows away";
        }
        return new Result(inserted, reason, locators);
    }

    /** Fills the table by itself, whatever it takes. */
    Result alone() throws SQLException {
        if (!table.obstacle().isEmpty()) {
            return new Result(0, table.obstacle(), List.of());
        }
        for (int done = 0; done < rows && reason.isEmpty() && lost.isEmpty(); done += BATCH) {
            chunk(firstRow + done, Math.min(BATCH, rows - done));
        }
        reason = reason.isEmpty() ? lost : reason;
        return result();
    }

    private void chunk(long first, int size) throws SQLException {
        // Wild values first, then, before going row by row, the same rows with tame ones.
        for (int refused : new int[] {0, 2}) {
            List<Map<String, Value>> made = maker.rows(first, size, refused);
            if (store(made)) {
                reason = made.size() < size ? maker.obstacle() : "";
                return;
            }
        }
        for (long row = first; row < first + size && refusals < REFUSALS; row++) {
            single(row);
        }
    }

    private void single(long row) throws SQLException {
        for (int refused = 1; refused <= TRIES_PER_ROW; refused++) {
            List<Map<String, Value>> made = maker.rows(row, 1, refused);
            if (made.isEmpty()) {
                reason = maker.obstacle();
                return;
            }
            if (store(made)) {
                return;
            }
        }
        lost = reason;
    }

    private boolean store(List<Map<String, Value>> made) throws SQLException {
        if (made.isEmpty()) {
            return true;
        }
        try {
            add(store.insert(List.of(batch(made))).get(0));
            reason = "";
            return true;
        } catch (SQLException refusal) {
            if (store.isLost(refusal)) {
                throw refusal;
            }
            maker.release();
            refusals++;
            reason = store.reason(refusal);
            return false;
        }
    }

    private void add(Store.Stored stored) {
        maker.settle();
        inserted += stored.rows();
        locators.addAll(stored.locators());
    }

    private Store.Batch batch(List<Map<String, Value>> made) {
        return new Store.Batch(table, RowGroups.of(maker.columns(), made), located);
    }
}
