package dev.stairway.data;

import dev.stairway.data.model.Column;
import dev.stairway.data.model.ForeignKey;
import dev.stairway.data.model.Store;
import dev.stairway.data.model.Table;
import dev.stairway.data.model.UniqueKey;
import dev.stairway.data.value.Dice;
import dev.stairway.data.value.Limits;
import dev.stairway.data.value.Value;
import dev.stairway.data.value.ValueMaker;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
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
    private final boolean planning;
    private final Map<String, Map<String, List<Value>>> plans = new HashMap<>();

    /**
     * @param planning whether references may point to rows that are stored later
     */
    TableJob(Store store, Tables tables, long seed, boolean planning) {
        this.planning = planning;
        this.store = store;
        this.tables = tables;
        this.seed = seed;
    }

    TableFill.Result run(FillOrder.Turn turn, long firstRow, int rows, boolean hasRows, List<Later> later)
            throws SQLException {
        Table table = turn.table();
        Map<String, List<Value>> plan = plans.getOrDefault(table.name(), Map.of());
        Set<String> counted = countedHere(table);
        plan.keySet().forEach(counted::add);
        TakenKeys taken = new TakenKeys(table.uniqueKeys());
        Map<String, Long> starts = hasRows ? read(table, counted, taken) : new HashMap<>();
        counted.forEach(column -> starts.putIfAbsent(column, 0L));
        Set<ForeignKey> postponed = new HashSet<>(turn.postponed());
        postponed.addAll(ownReferences(table, counted));
        Links links = new Links(table, seed, parents(turn, postponed, rows), postponed, counted);
        RowMaker maker = new RowMaker(table, seed, links, taken, starts, counted, plan, firstRow);
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

    private Map<ForeignKey, List<List<Value>>> parents(FillOrder.Turn turn, Set<ForeignKey> postponed, int rows)
            throws SQLException {
        Map<ForeignKey, List<List<Value>>> parents = new LinkedHashMap<>();
        for (ForeignKey key : turn.table().foreignKeys()) {
            List<List<Value>> values = postponed.contains(key) ? List.of() : parentValues(key);
            boolean ahead = values.isEmpty() && planning && turn.ahead().contains(key);
            parents.put(key, ahead ? plan(key, rows) : values);
        }
        return parents;
    }

    /** Decides today which keys the parents will have when their turn comes. */
    private List<List<Value>> plan(ForeignKey key, int rows) throws SQLException {
        Optional<Table> parent = tables.find(key.parent());
        if (parent.isEmpty() || plans.containsKey(key.parent())) {
            return List.of();
        }
        Map<String, List<Value>> plan = new HashMap<>();
        for (String name : key.parentColumns()) {
            Column column = parent.get().column(name).orElseThrow();
            List<Value> values = new ArrayList<>();
            for (int row = 0; row < rows; row++) {
                Dice dice = Dice.of(seed, parent.get().plainName(), name, row, 0);
                ValueMaker.unique(column.type(), Limits.NONE, row, dice).ifPresent(values::add);
            }
            if (column.origin() == Column.Origin.DATABASE || values.size() < rows) {
                return List.of();
            }
            plan.put(name, values);
        }
        store.deferReferences();
        plans.put(key.parent(), plan);
        List<List<Value>> planned = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            int each = row;
            planned.add(key.parentColumns().stream()
                    .map(name -> plan.get(name).get(each))
                    .toList());
        }
        return planned;
    }

    /** True when rows were stored whose parents were only planned, so that the commit may fail. */
    boolean planned() {
        return !plans.isEmpty();
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
