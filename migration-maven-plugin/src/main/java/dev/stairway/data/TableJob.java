package dev.stairway.data;

import dev.stairway.data.KnownTables.Known;
import dev.stairway.data.bulk.BulkOrder;
import dev.stairway.data.bulk.BulkPlan;
import dev.stairway.data.bulk.BulkPlanner;
import dev.stairway.data.bulk.Parents;
import dev.stairway.data.model.Column;
import dev.stairway.data.model.ForeignKey;
import dev.stairway.data.model.Store;
import dev.stairway.data.model.Table;
import dev.stairway.data.model.UniqueKey;
import dev.stairway.data.value.Base;
import dev.stairway.data.value.Limits;
import dev.stairway.data.value.Value;
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

/** The filling of one table: its parents' keys, the keys it has already, the references that must wait. */
final class TableJob {

    /** Existing keys are read up to this many rows; beyond, the database has the say. */
    private static final int KEYS = 10_000;

    private static final int PARENTS = 1_000;

    /** Parents that many rows share, where their keys are no numbers without a gap. */
    private static final int MANY_PARENTS = 10_000;

    /** The same where each parent can have one row only. */
    private static final int KEYED_PARENTS = 200_000;

    private final FillOrder.Turn turn;
    private final Known known;
    private final int rows;
    private final long seed;
    private final KnownTables tables;
    private final SeenValues seen;
    private final PlannedParents plans;
    private final Filling filling;
    private final Map<String, List<Value>> plan;
    private final Set<String> counted;
    private final Set<ForeignKey> postponed;

    /**
     * What all tables of a filling have in common.
     *
     * @param bulk whether rows beyond the first are made in bulk
     */
    record Filling(boolean bulk, Tally tally) {}

    TableJob(
            FillOrder.Turn turn,
            Known known,
            int rows,
            long seed,
            KnownTables tables,
            SeenValues seen,
            PlannedParents plans,
            Filling filling) {
        this.filling = filling;
        this.turn = turn;
        this.known = known;
        this.rows = rows;
        this.seed = seed;
        this.tables = tables;
        this.seen = seen;
        this.plans = plans;
        plan = plans.of(turn.table().name());
        counted = countedHere(turn.table());
        counted.addAll(plan.keySet());
        postponed = new HashSet<>(turn.postponed());
        postponed.addAll(ownReferences(turn.table(), counted));
    }

    Table table() {
        return turn.table();
    }

    Known known() {
        return known;
    }

    /** Rows to be added. */
    int rows() {
        return rows;
    }

    /** References to be set once the rows are there. */
    Set<ForeignKey> postponed() {
        return postponed;
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

    /** All that has to be read before the rows can be made. */
    List<Store.Selection> reads() throws SQLException {
        List<Store.Selection> reads = new ArrayList<>();
        ownKeys().ifPresent(reads::add);
        for (ForeignKey key : table().foreignKeys()) {
            parents(key).ifPresent(reads::add);
        }
        return reads;
    }

    private Optional<Store.Selection> ownKeys() {
        Set<String> columns = new LinkedHashSet<>(counted);
        table().uniqueKeys().stream().map(UniqueKey::columns).forEach(columns::addAll);
        return known.count() == 0 || known.count() > KEYS || columns.isEmpty()
                ? Optional.empty()
                : Optional.of(new Store.Selection(table(), List.copyOf(columns), KEYS));
    }

    private Optional<Store.Selection> parents(ForeignKey key) throws SQLException {
        return postponed.contains(key) ? Optional.empty() : parents(tables, key);
    }

    /** Where the keys are that the reference may point to. */
    static Optional<Store.Selection> parents(KnownTables tables, ForeignKey key) throws SQLException {
        return tables.find(key.parent()).map(parent -> new Store.Selection(parent, key.parentColumns(), PARENTS));
    }

    /** Prepares the filling; may be called again after the database refused the rows. */
    TableFill prepare(Store store) throws SQLException {
        TakenKeys taken = new TakenKeys(table().uniqueKeys());
        Map<String, Long> starts = starts(store, taken);
        Links links = new Links(table(), seed, parentKeys(), postponed, counted);
        RowMaker maker = new RowMaker(
                table(), seed, links, taken, starts, counted, plan, known.nextRow(), tables.profile(table()));
        boolean located = !postponed.isEmpty() && !table().locator().isEmpty();
        long planned = plan.values().stream().mapToLong(List::size).max().orElse(0);
        long bulkFrom = filling.bulk()
                ? Math.max(TableFill.HEAD, planned == 0 ? 0 : known.nextRow() + planned)
                : Long.MAX_VALUE;
        return new TableFill(
                store,
                table(),
                maker,
                located,
                known.nextRow(),
                rows,
                bulkFrom,
                (first, count) -> bulkPlan(store, first, count),
                filling.tally());
    }

    private Optional<BulkPlan> bulkPlan(Store store, long first, long count) throws SQLException {
        Set<String> unique = new LinkedHashSet<>(counted);
        table().uniqueKeys().forEach(key -> unique.addAll(key.columns()));
        Map<ForeignKey, Parents> parents = new LinkedHashMap<>();
        for (ForeignKey key : table().foreignKeys()) {
            boolean keyed = key.columns().stream().anyMatch(unique::contains);
            parents.put(key, bulkParents(store, key, keyed ? KEYED_PARENTS : MANY_PARENTS));
        }
        return BulkPlanner.plan(new BulkOrder(
                table(), seed, counted, parents, largest(store, unique), first, count, tables.profile(table())));
    }

    private Parents bulkParents(Store store, ForeignKey key, int limit) throws SQLException {
        boolean self = key.parent().equals(table().name());
        Optional<Table> parent = tables.find(key.parent());
        if (parent.isEmpty() || postponed.contains(key) && !self) {
            return Parents.of(List.of());
        }
        if (key.parentColumns().size() == 1
                && isInteger(parent.get(), key.parentColumns().get(0))) {
            Store.Run run = store.run(parent.get(), key.parentColumns().get(0));
            if (run.count() > 0) {
                return Parents.run(run.first(), run.count());
            }
        }
        List<List<Value>> rows =
                store.values(List.of(new Store.Selection(parent.get(), key.parentColumns(), limit))).get(0).stream()
                        .filter(row -> row.stream().noneMatch(Value::isNull))
                        .toList();
        return Parents.of(rows.isEmpty() && turn.ahead().contains(key) ? plans.plan(key, rows()) : rows);
    }

    private static boolean isInteger(Table table, String column) {
        return table.column(column)
                .map(each -> each.type().base())
                .filter(base -> base.isInteger() && base != Base.UNSIGNED32)
                .isPresent();
    }

    private Map<String, Long> largest(Store store, Set<String> columns) throws SQLException {
        Map<String, Long> largest = new HashMap<>();
        for (String column : columns) {
            boolean given = table().column(column).filter(Column::given).isPresent() || counted.contains(column);
            if (given && isInteger(table(), column)) {
                largest.put(column, store.largest(table(), column));
            }
        }
        return largest;
    }

    private Map<ForeignKey, List<List<Value>>> parentKeys() throws SQLException {
        Map<ForeignKey, List<List<Value>>> parents = new LinkedHashMap<>();
        for (ForeignKey key : table().foreignKeys()) {
            List<List<Value>> values = whole(parents(key));
            boolean ahead = values.isEmpty() && turn.ahead().contains(key);
            parents.put(key, ahead ? plans.plan(key, rows) : values);
        }
        return parents;
    }

    private List<List<Value>> whole(Optional<Store.Selection> selection) throws SQLException {
        return selection.isPresent() ? seen.wholeRows(selection.get()) : List.of();
    }

    /** Takes the keys of the rows that are there, and finds the largest number of each integer key column. */
    private Map<String, Long> starts(Store store, TakenKeys taken) throws SQLException {
        Map<String, Long> starts = new HashMap<>();
        if (known.count() > KEYS) {
            Set<String> unique = new LinkedHashSet<>(counted);
            table().uniqueKeys().forEach(key -> unique.addAll(key.columns()));
            starts.putAll(largest(store, unique));
        }
        Optional<Store.Selection> keys = ownKeys();
        if (keys.isPresent()) {
            List<String> names = keys.get().columns();
            for (List<Value> values : seen.rows(keys.get())) {
                Map<String, Value> row = new HashMap<>();
                for (int i = 0; i < names.size(); i++) {
                    row.put(names.get(i), values.get(i));
                    raise(starts, table().column(names.get(i)), values.get(i));
                }
                taken.take(row);
            }
            taken.settle();
        }
        counted.forEach(column -> starts.putIfAbsent(column, 0L));
        return starts;
    }

    private static void raise(Map<String, Long> starts, Optional<Column> column, Value value) {
        if (column.isPresent() && column.get().type().base().isInteger() && !value.isNull()) {
            Optional<BigDecimal> number = Limits.number(value.text());
            number.ifPresent(each -> starts.merge(column.get().name(), each.longValue(), Math::max));
        }
    }
}
