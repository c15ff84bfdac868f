package dev.stairway.data;

import dev.stairway.data.model.Column;
import dev.stairway.data.model.ForeignKey;
import dev.stairway.data.model.Store;
import dev.stairway.data.model.Table;
import dev.stairway.data.model.UniqueKey;
import dev.stairway.data.value.Dice;
import dev.stairway.data.value.Limits;
import dev.stairway.data.value.Value;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Prepares and runs the filling of one table: its parents' keys, the keys it has already, the references that must wait. */
final class TableJob {

    /** Existing keys are read up to this many rows; beyond, the database has the say. */
    private static final int KEYS = 10_000;

    private static final int PARENTS = 1_000;

    /** References to be set when the parents are there. */
    record Later(Table table, Set<ForeignKey> keys, List<String> locators) {}

    /** Finds a table by its qualified name. */
    @FunctionalInterface
    interface Tables {
        Optional<Table> find(String name) throws SQLException;
    }

    private final Store store;
    private final Tables tables;
    private final long seed;

    TableJob(Store store, Tables tables, long seed) {
        this.store = store;
        this.tables = tables;
        this.seed = seed;
    }

    TableFill.Result run(FillOrder.Turn turn, long firstRow, int rows, boolean hasRows, List<Later> later)
            throws SQLException {
        Table table = turn.table();
        Set<String> counted = countedHere(table);
        TakenKeys taken = new TakenKeys(table.uniqueKeys());
        Map<String, Long> starts = hasRows ? read(table, counted, taken) : new HashMap<>();
        counted.forEach(column -> starts.putIfAbsent(column, 0L));
        Set<ForeignKey> postponed = new HashSet<>(turn.postponed());
        postponed.addAll(ownReferences(table, counted));
        Links links = new Links(table, seed, parents(table, postponed), postponed, counted);
        RowMaker maker = new RowMaker(table, seed, links, taken, starts, counted, firstRow);
        boolean located = !postponed.isEmpty() && !table.locator().isEmpty();
        TableFill.Result result = new TableFill(store, table, maker, taken, located).add(firstRow, rows);
        if (located) {
            later.add(new Later(table, postponed, result.locators()));
        }
        return result;
    }

    /** Counted columns whose value has to be known beforehand: a reference leads to or from them. */
    private static Set<String> countedHere(Table table) {
        Set<String> counted = new HashSet<>();
        for (ForeignKey key : table.foreignKeys()) {
            boolean self = key.parent().equals(table.name());
            for (Column column : table.columns()) {
                boolean from = key.columns().contains(column.name());
                boolean to = self && !table.optional(key) && key.parentColumns().contains(column.name());
                if (column.origin() == Column.Origin.COUNTED && (from || to)) {
                    counted.add(column.name());
                }
            }
        }
        return counted;
    }

    /** References to the table itself whose target the database counts: known only once the rows are stored. */
    private static Set<ForeignKey> ownReferences(Table table, Set<String> counted) {
        Set<ForeignKey> own = new HashSet<>();
        for (ForeignKey key : table.foreignKeys()) {
            boolean unknown = key.parentColumns().stream()
                    .anyMatch(name ->
                            table.column(name).filter(column -> !column.given()).isPresent()
                                    && !counted.contains(name));
            if (key.parent().equals(table.name()) && unknown && table.optional(key)) {
                own.add(key);
            }
        }
        return own;
    }

    private Map<ForeignKey, List<List<Value>>> parents(Table table, Set<ForeignKey> postponed) throws SQLException {
        Map<ForeignKey, List<List<Value>>> parents = new LinkedHashMap<>();
        for (ForeignKey key : table.foreignKeys()) {
            parents.put(key, postponed.contains(key) ? List.of() : parentValues(key));
        }
        return parents;
    }

    private List<List<Value>> parentValues(ForeignKey key) throws SQLException {
        Optional<Table> parent = tables.find(key.parent());
        if (parent.isEmpty()) {
            return List.of();
        }
        return store.values(parent.get(), key.parentColumns(), PARENTS).stream()
                .filter(values -> values.stream().noneMatch(Value::isNull))
                .toList();
    }

    /** Reads the keys of the rows that are there, and the largest number of each integer key column. */
    private Map<String, Long> read(Table table, Set<String> counted, TakenKeys taken) throws SQLException {
        Set<String> columns = new LinkedHashSet<>(counted);
        table.uniqueKeys().stream().map(UniqueKey::columns).forEach(columns::addAll);
        Map<String, Long> starts = new HashMap<>();
        if (columns.isEmpty()) {
            return starts;
        }
        List<String> names = List.copyOf(columns);
        for (List<Value> values : store.values(table, names, KEYS)) {
            Map<String, Value> row = new HashMap<>();
            for (int i = 0; i < names.size(); i++) {
                row.put(names.get(i), values.get(i));
                raise(starts, table.column(names.get(i)), values.get(i));
            }
            taken.take(row);
        }
        taken.settle();
        return starts;
    }

    private static void raise(Map<String, Long> starts, Optional<Column> column, Value value) {
        if (column.isPresent() && column.get().type().base().isInteger() && !value.isNull()) {
            Optional<BigDecimal> number = Limits.number(value.text());
            number.ifPresent(each -> starts.merge(column.get().name(), each.longValue(), Math::max));
        }
    }

    /** Sets the references that had to wait. */
    void link(Later later) throws SQLException {
        Map<ForeignKey, List<List<Value>>> parents = new LinkedHashMap<>();
        for (ForeignKey key : later.keys()) {
            parents.put(key, parentValues(key));
        }
        for (int i = 0; i < later.locators().size(); i++) {
            Map<String, Value> values = new LinkedHashMap<>();
            for (ForeignKey key : later.keys()) {
                choose(later.table(), key, parents.get(key), i, values);
            }
            if (!values.isEmpty()) {
                store.update(later.table(), later.locators().get(i), values);
            }
        }
    }

    private void choose(Table table, ForeignKey key, List<List<Value>> parents, int row, Map<String, Value> values) {
        Dice dice = Dice.of(seed, table.plainName(), key.columns().get(0), row, 1);
        if (parents.isEmpty() || row % 4 == 1) {
            return;
        }
        boolean self = key.parent().equals(table.name());
        int index = self ? dice.below(Math.min(row + 1, parents.size())) : row % parents.size();
        for (int i = 0; i < key.columns().size(); i++) {
            values.putIfAbsent(key.columns().get(i), parents.get(index).get(i));
        }
    }
}
