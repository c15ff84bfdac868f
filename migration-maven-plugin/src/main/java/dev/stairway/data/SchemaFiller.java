package dev.stairway.data;

import dev.stairway.data.model.Store;
import dev.stairway.data.model.Table;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The {@link Filler} over any {@link Store}: knows which tables are short of rows and adds what is missing. */
final class SchemaFiller implements Filler {

    private final Store store;
    private final long seed;
    private final Map<String, Known> known = new TreeMap<>();
    private final Set<String> stale = new TreeSet<>();
    private final TreeMap<String, String> unfilled = new TreeMap<>();
    private boolean allStale = true;
    private boolean planning = true;
    private boolean planned;
    private int lastRows = -1;
    private Set<String> lastExcluded = Set.of();

    /** What is known of a table. */
    private static final class Known {
        private final Table table;
        private int count;
        private long nextRow;

        private Known(Table table, int count) {
            this.table = table;
            this.count = count;
            this.nextRow = count;
        }
    }

    SchemaFiller(Store store, long seed) {
        this.store = store;
        this.seed = seed;
    }

    @Override
    public void schemaChanged(Collection<String> tables) {
        stale.addAll(tables);
    }

    @Override
    public void forgetAll() {
        allStale = true;
        known.clear();
        stale.clear();
        unfilled.clear();
        store.close();
    }

    @Override
    public FillReport fill(int rows, Set<String> excluded) throws SQLException {
        boolean sameWish = rows == lastRows && excluded.equals(lastExcluded);
        if (!allStale && stale.isEmpty() && sameWish) {
            return new FillReport(new TreeMap<>(), new TreeMap<>(unfilled));
        }
        return inTransaction(() -> {
            Set<String> fresh = refresh(rows);
            Set<String> names = sameWish ? withWaiting(fresh) : new TreeSet<>(known.keySet());
            lastRows = rows;
            lastExcluded = Set.copyOf(excluded);
            Map<Table, Integer> missing = new HashMap<>();
            for (String name : names) {
                Known each = known.get(name);
                if (each != null && each.count < rows && !excluded(each.table, excluded)) {
                    missing.put(each.table, rows - each.count);
                }
            }
            return add(missing);
        });
    }

    @Override
    public FillReport write(Collection<String> tables, int rows, Set<String> excluded) throws SQLException {
        return inTransaction(() -> {
            stale.addAll(
                    tables.stream().filter(name -> !known.containsKey(name)).toList());
            refresh(Math.max(rows, lastRows));
            Map<Table, Integer> missing = new HashMap<>();
            for (String name : tables) {
                Known each = known.get(name);
                if (each != null && !excluded(each.table, excluded)) {
                    missing.put(each.table, rows);
                }
            }
            // A table that takes no further row is full, not unfilled: the next fill must not report it.
            Map<String, String> before = Map.copyOf(unfilled);
            FillReport all = add(missing);
            unfilled.clear();
            unfilled.putAll(before);
            TreeMap<String, String> reasons = new TreeMap<>(all.unfilled());
            reasons.keySet().retainAll(tables);
            return new FillReport(all.inserted(), reasons);
        });
    }

    @Override
    public void release() {
        store.close();
    }

    @Override
    public void close() {
        store.close();
    }

    /** Something done in one transaction. */
    @FunctionalInterface
    private interface Job {
        FillReport run() throws SQLException;
    }

    private FillReport inTransaction(Job job) throws SQLException {
        boolean done = false;
        try {
            store.begin();
            FillReport report = job.run();
            store.commit();
            done = true;
            return report;
        } catch (SQLException failure) {
            if (!planning || !planned || store.isLost(failure)) {
                throw failure;
            }
        } finally {
            if (!done) {
                store.rollback();
                forgetAll();
            }
        }
        // A parent that was planned did not come: once more, and such tables are reported instead.
        planning = false;
        try {
            return inTransaction(job);
        } finally {
            planning = true;
        }
    }

    private static boolean excluded(Table table, Set<String> excluded) {
        return excluded.contains(table.plainName().toLowerCase(Locale.ROOT));
    }

    /** Reads what is stale and answers the names of the tables read. */
    private Set<String> refresh(int rows) throws SQLException {
        if (!allStale && stale.isEmpty()) {
            return Set.of();
        }
        Map<String, Table> tables = allStale ? store.tables() : store.tables(stale);
        known.keySet().removeAll(stale);
        unfilled.keySet().removeAll(stale);
        Map<String, Integer> counts = store.counts(tables.values(), Math.max(rows, 1));
        tables.forEach((name, table) -> known.put(name, new Known(table, counts.getOrDefault(name, 0))));
        unfilled.keySet().removeAll(tables.keySet());
        Set<String> fresh = new TreeSet<>(tables.keySet());
        allStale = false;
        stale.clear();
        return fresh;
    }

    /** The tables, and those which could not be filled and might be now because a parent is among the tables. */
    private Set<String> withWaiting(Set<String> fresh) {
        Set<String> names = new TreeSet<>(fresh);
        boolean grows = true;
        while (grows) {
            grows = false;
            for (String name : unfilled.keySet()) {
                Known each = known.get(name);
                grows |= each != null
                        && each.table.foreignKeys().stream().anyMatch(key -> names.contains(key.parent()))
                        && names.add(name);
            }
        }
        return names;
    }

    private FillReport add(Map<Table, Integer> missing) throws SQLException {
        TreeMap<String, Integer> inserted = new TreeMap<>();
        TableJob job = new TableJob(store, this::find, seed, planning);
        List<TableJob.Later> later = new ArrayList<>();
        for (FillOrder.Turn turn : FillOrder.of(missing.keySet())) {
            Known each = known.get(turn.table().name());
            int rows = missing.get(turn.table());
            TableFill.Result result = job.run(turn, each.nextRow, rows, each.count > 0, later);
            each.count += result.inserted();
            each.nextRow += rows;
            if (result.inserted() > 0) {
                inserted.put(each.table.name(), result.inserted());
            }
            note(each.table.name(), result.reason());
        }
        for (TableJob.Later link : later) {
            job.link(link);
        }
        planned = job.planned();
        return new FillReport(inserted, new TreeMap<>(unfilled));
    }

    private Optional<Table> find(String name) throws SQLException {
        if (!known.containsKey(name)) {
            Map<String, Table> tables = store.tables(List.of(name));
            Map<String, Integer> counts = store.counts(tables.values(), Math.max(lastRows, 1));
            tables.forEach((each, table) -> known.putIfAbsent(each, new Known(table, counts.getOrDefault(each, 0))));
        }
        return Optional.ofNullable(known.get(name)).map(each -> each.table);
    }

    private void note(String table, String reason) {
        if (reason.isEmpty()) {
            unfilled.remove(table);
        } else {
            unfilled.put(table, reason);
        }
    }
}
