package dev.stairway.data;

import dev.stairway.data.model.Store;
import dev.stairway.data.model.Table;
import dev.stairway.data.value.Value;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Adds rows to one table: all at once, and one by one with other values where the database refuses. */
final class TableFill {

    private static final int BATCH = 500;
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
    private final TakenKeys taken;
    private final boolean located;
    private final List<String> locators = new ArrayList<>();
    private int inserted;
    private int refusals;
    private String reason = "";
    private String lost = "";

    TableFill(Store store, Table table, RowMaker maker, TakenKeys taken, boolean located) {
        this.store = store;
        this.table = table;
        this.maker = maker;
        this.taken = taken;
        this.located = located;
    }

    Result add(long firstRow, int rows) throws SQLException {
        if (!table.obstacle().isEmpty()) {
            return new Result(0, table.obstacle(), List.of());
        }
        for (int done = 0; done < rows && reason.isEmpty() && lost.isEmpty(); done += BATCH) {
            chunk(firstRow + done, Math.min(BATCH, rows - done));
        }
        reason = reason.isEmpty() ? lost : reason;
        if (reason.isEmpty() && inserted < rows) {
            reason = "a trigger or rule kept " + (rows - inserted) + " of " + rows + " rows away";
        }
        return new Result(inserted, reason, locators);
    }

    private void chunk(long first, int rows) throws SQLException {
        // Wild values first, then, before going row by row, the same rows with tame ones.
        for (int refused : new int[] {0, 2}) {
            List<Map<String, Value>> batch = make(first, rows, refused);
            if (store(batch)) {
                reason = batch.size() < rows ? maker.obstacle() : "";
                return;
            }
        }
        for (long row = first; row < first + rows && refusals < REFUSALS; row++) {
            single(row);
        }
    }

    private void single(long row) throws SQLException {
        for (int refused = 1; refused <= TRIES_PER_ROW; refused++) {
            List<Map<String, Value>> batch = make(row, 1, refused);
            if (batch.isEmpty()) {
                reason = maker.obstacle();
                return;
            }
            if (store(batch)) {
                return;
            }
        }
        lost = reason;
    }

    private List<Map<String, Value>> make(long first, int rows, int refused) {
        List<Map<String, Value>> batch = new ArrayList<>();
        for (long row = first; row < first + rows; row++) {
            Optional<Map<String, Value>> made = maker.row(row, refused);
            if (made.isEmpty()) {
                break;
            }
            batch.add(made.get());
        }
        return batch;
    }

    private boolean store(List<Map<String, Value>> batch) throws SQLException {
        if (batch.isEmpty()) {
            return true;
        }
        try {
            insert(batch);
            taken.settle();
            reason = "";
            return true;
        } catch (SQLException refusal) {
            if (store.isLost(refusal)) {
                throw refusal;
            }
            taken.release();
            refusals++;
            reason = store.reason(refusal);
            return false;
        }
    }

    private void insert(List<Map<String, Value>> batch) throws SQLException {
        Predicate<Map<String, Value>> byDefault = row -> row.containsValue(Value.DEFAULT);
        List<Map<String, Value>> whole =
                batch.stream().filter(byDefault.negate()).toList();
        // Rows that leave columns to their defaults name fewer columns, and so go in a statement of their own.
        Map<List<String>, List<Map<String, Value>>> groups = new LinkedHashMap<>();
        groups.put(maker.columns(), new ArrayList<>(whole));
        batch.stream()
                .filter(byDefault)
                .forEach(row -> groups.computeIfAbsent(named(row), names -> new ArrayList<>())
                        .add(row));
        List<Store.Rows> rows = groups.entrySet().stream()
                .filter(group -> !group.getValue().isEmpty())
                .map(group -> new Store.Rows(group.getKey(), values(group.getKey(), group.getValue())))
                .toList();
        Store.Stored stored = store.insert(table, rows, located);
        inserted += stored.rows();
        locators.addAll(stored.locators());
    }

    private static List<List<Value>> values(List<String> columns, List<Map<String, Value>> rows) {
        return rows.stream().map(row -> columns.stream().map(row::get).toList()).toList();
    }

    private static List<String> named(Map<String, Value> row) {
        return row.entrySet().stream()
                .filter(entry -> entry.getValue().known())
                .map(Map.Entry::getKey)
                .toList();
    }
}
