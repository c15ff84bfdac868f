package dev.stairway.data;

import dev.stairway.data.bulk.BulkPlan;
import dev.stairway.data.model.Store;
import dev.stairway.data.model.Table;
import dev.stairway.data.value.Value;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Adds rows to one table: all at once, and one by one with other values where the database refuses. */
final class TableFill {

    /** Rows of one statement. */
    static final int BATCH = 500;

    /**
     * The rows below this number are made with care and show every corner of their types; those from it on follow from their
     * numbers and are made in bulk. How many rows are wanted has no say in it, so that a table that is topped up gets the
     * rows that it would have got at once.
     */
    static final int HEAD = 500;

    private static final int LOCATED = 10_000;

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

    /** Plans rows from a number on; empty where all rows have to be made with care. */
    @FunctionalInterface
    interface Planner {
        Optional<BulkPlan> plan(long first, long rows) throws SQLException;
    }

    private final Store store;
    private final Table table;
    private final RowMaker maker;
    private final boolean located;
    private final long firstRow;
    private final int rows;
    private final long bulkFrom;
    private final Planner planner;
    private final Tally tally;
    private final List<String> locators = new ArrayList<>();
    private int inserted;
    private int refusals;
    private String reason = "";
    private String lost = "";

    /**
     * @param located whether the locators of the rows are wanted
     * @param bulkFrom number of the first row that may be made in bulk
     */
    TableFill(
            Store store,
            Table table,
            RowMaker maker,
            boolean located,
            long firstRow,
            int rows,
            long bulkFrom,
            Planner planner,
            Tally tally) {
        this.bulkFrom = bulkFrom;
        this.planner = planner;
        this.tally = tally;
        this.store = store;
        this.table = table;
        this.maker = maker;
        this.located = located;
        this.firstRow = firstRow;
        this.rows = rows;
    }

    /** True when one statement takes all the rows, so that other tables' may go with it. */
    boolean fitsInGroup() {
        return table.obstacle().isEmpty() && rows <= BATCH && firstRow + rows <= bulkFrom;
    }

    /** All the rows of a table that fits in a group, with free choice of values. */
    Store.Batch whole() {
        List<Map<String, Value>> made = maker.rows(firstRow, rows, 0);
        reason = made.size() < rows ? maker.obstacle() : "";
        return batch(made);
    }

    /** The database took the rows of {@link #whole()}. */
    void took(Store.Stored stored) {
        tally.begin(table.name());
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
        tally.begin(table.name());
        long end = firstRow + rows;
        carefully(firstRow, Math.min(end, bulkFrom));
        long rest = end - Math.max(firstRow, bulkFrom);
        if (rest > 0 && fine()) {
            Optional<BulkPlan> plan = planner.plan(end - rest, rest);
            if (plan.isPresent()) {
                many(plan.get(), end - rest, rest);
            } else {
                carefully(end - rest, end);
            }
        }
        reason = reason.isEmpty() ? lost : reason;
        return result();
    }

    private boolean fine() {
        return reason.isEmpty() && lost.isEmpty();
    }

    private void carefully(long first, long end) throws SQLException {
        for (long row = first; row < end && fine(); row += BATCH) {
            chunk(row, (int) Math.min(BATCH, end - row));
        }
    }

    private void many(BulkPlan plan, long first, long wanted) throws SQLException {
        int before = inserted;
        BulkFill bulk = new BulkFill(store, table, plan, maker, tally);
        bulk.fill(first, wanted, (row, end) -> {
            int had = inserted;
            carefully(row, end);
            return fine() ? inserted - had : -1;
        });
        inserted += (int) bulk.stored();
        if (fine() && bulk.exhausted()) {
            reason = "no unused value is left for " + plan.scarce() + " after " + (inserted - before) + " of " + wanted
                    + " rows";
        }
    }

    private void chunk(long first, int size) throws SQLException {
        // Wild values first, then, before going row by row, the same rows with tame ones, then with other keys.
        for (int refused : new int[] {0, 2, 3}) {
            List<Map<String, Value>> made = maker.rows(first, size, refused);
            if (store(made)) {
                reason = made.size() < size ? maker.obstacle() : "";
                return;
            }
        }
        // Now and then a row among many is no reason to stop; one in every hundred is.
        for (long row = first; row < first + size && refusals < REFUSALS + inserted / 100; row++) {
            single(row);
        }
    }

    private void single(long row) throws SQLException {
        for (int refused = 0; refused < TRIES_PER_ROW; refused++) {
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
        tally.add(stored.rows());
        if (locators.size() < LOCATED) {
            locators.addAll(stored.locators());
        }
    }

    private Store.Batch batch(List<Map<String, Value>> made) {
        return new Store.Batch(table, RowGroups.of(maker.columns(), made), located);
    }
}
