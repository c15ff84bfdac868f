package dev.stairway.data;

import dev.stairway.data.model.Store;
import dev.stairway.data.model.Table;
import dev.stairway.data.profile.Profile;
import dev.stairway.data.profile.TableProfile;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What is known of the tables; a table is read again only after it was said to have changed. */
final class KnownTables {

    /** What is known of a table. */
    static final class Known {

        private final Table table;
        private int count;
        private long nextRow;

        private Known(Table table, int count, long nextRow) {
            this.table = table;
            this.count = count;
            this.nextRow = nextRow;
        }

        Table table() {
            return table;
        }

        /** Rows; where there are many it is enough to know that there are. */
        int count() {
            return count;
        }

        /** Number of the next row to be made. */
        long nextRow() {
            return nextRow;
        }

        /** Rows were made, and some of them stored. */
        void grow(int made, int stored) {
            count += stored;
            nextRow += made;
        }
    }

    /** Of more rows than these the keys are not read: after a deletion, numbers that were used are not used again. */
    private static final int FEW = 10_000;

    private final Store store;
    private final SeenValues seen;
    private final Profile profile;
    private final Map<String, Long> nextRows = new HashMap<>();
    private final Map<String, Known> known = new TreeMap<>();
    private final Set<String> stale = new TreeSet<>();
    private boolean allStale = true;
    private int limit = 1;

    KnownTables(Store store, SeenValues seen, Profile profile) {
        this.store = store;
        this.seen = seen;
        this.profile = profile;
    }

    /** How the table is filled elsewhere. */
    TableProfile profile(Table table) {
        return profile.table(table.name(), table.plainName()).orElse(TableProfile.NONE);
    }

    void changed(Collection<String> tables) {
        stale.addAll(tables);
    }

    void forgetAll() {
        allStale = true;
        known.clear();
        stale.clear();
        seen.forgetAll();
    }

    /** True when nothing has to be read again. */
    boolean current() {
        return !allStale && stale.isEmpty();
    }

    /**
     * Reads again what changed.
     *
     * @param rows that are counted at most
     * @return names of what changed, of the tables that are gone, too
     */
    Set<String> refresh(int rows) throws SQLException {
        if (current()) {
            return Set.of();
        }
        limit = Math.max(rows, 1);
        Map<String, Table> tables = allStale ? store.tables() : store.tables(stale);
        stale.forEach(name -> get(name).ifPresent(each -> nextRows.put(name, each.nextRow())));
        known.keySet().removeAll(stale);
        stale.forEach(seen::forget);
        Set<String> changed = new TreeSet<>(stale);
        changed.addAll(tables.keySet());
        learn(tables);
        allStale = false;
        stale.clear();
        return changed;
    }

    private void learn(Map<String, Table> tables) throws SQLException {
        Map<String, Integer> counts = tables.isEmpty() ? Map.of() : store.counts(tables.values(), limit);
        tables.forEach((name, table) -> {
            int count = counts.getOrDefault(name, 0);
            known.put(
                    name, new Known(table, count, Math.max(count, count > FEW ? nextRows.getOrDefault(name, 0L) : 0)));
            seen.forget(name);
        });
    }

    Set<String> names() {
        return new TreeSet<>(known.keySet());
    }

    /** The table if it is known; nothing is read. */
    Optional<Known> get(String name) {
        return Optional.ofNullable(known.get(name));
    }

    /** The table, read where it is not known yet. */
    Optional<Table> find(String name) throws SQLException {
        if (!known.containsKey(name)) {
            learn(store.tables(List.of(name)));
        }
        return get(name).map(Known::table);
    }
}
