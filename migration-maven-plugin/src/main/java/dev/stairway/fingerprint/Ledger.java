package dev.stairway.fingerprint;

import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** The present state of one database with its totals, kept up to date by adding and subtracting what changed. */
public final class Ledger {

    private final SortedMap<String, SchemaGroup> groups = new TreeMap<>();
    private final SortedMap<String, TableData> tables = new TreeMap<>();
    private Digest schema = Digest.ZERO;
    private Digest data = Digest.ZERO;

    public Digest schemaDigest() {
        return schema;
    }

    public Digest dataDigest() {
        return data;
    }

    public SortedMap<String, TableData> tables() {
        return Collections.unmodifiableSortedMap(tables);
    }

    public Optional<SchemaGroup> group(String key) {
        return Optional.ofNullable(groups.get(key));
    }

    public Set<String> groupKeys() {
        return Collections.unmodifiableSet(groups.keySet());
    }

    /**
     * Replaces some groups and tables by what was read.
     *
     * @param oldGroups keys of the groups that were read again, gone or not
     * @param oldTables names of the tables whose rows were read again, gone or not
     */
    public Difference replace(
            Collection<String> oldGroups,
            Map<String, SchemaGroup> freshGroups,
            Collection<String> oldTables,
            Map<String, TableData> freshTables) {
        SortedMap<String, Change<SchemaGroup>> schemaChanges = new TreeMap<>();
        for (String key : union(oldGroups, freshGroups.keySet())) {
            SchemaGroup before = groups.get(key);
            SchemaGroup after = freshGroups.get(key);
            if (before == null
                    ? after != null
                    : after == null || !before.digest().equals(after.digest())) {
                schemaChanges.put(key, new Change<>(before, after));
            }
        }
        SortedMap<String, Change<TableData>> dataChanges = new TreeMap<>();
        for (String name : union(oldTables, freshTables.keySet())) {
            TableData before = tables.get(name);
            TableData after = freshTables.get(name);
            if (before == null ? after != null : after == null || !before.sameRows(after)) {
                dataChanges.put(name, new Change<>(before, after));
            }
        }
        Difference difference = new Difference(schemaChanges, dataChanges);
        apply(difference);
        return difference;
    }

    /** Moves to the state after the difference. */
    public void apply(Difference difference) {
        difference.schema().forEach(this::put);
        difference.data().forEach(this::putData);
    }

    private void put(String key, Change<SchemaGroup> change) {
        if (change.before() != null) {
            groups.remove(key);
            schema = schema.minus(change.before().digest());
        }
        if (change.after() != null) {
            groups.put(key, change.after());
            schema = schema.plus(change.after().digest());
        }
    }

    private void putData(String table, Change<TableData> change) {
        if (change.before() != null) {
            tables.remove(table);
            data = data.minus(named(change.before()));
        }
        if (change.after() != null) {
            tables.put(table, change.after());
            data = data.plus(named(change.after()));
        }
    }

    /** Ties the rows to their table, so that two tables cannot swap their rows unseen. */
    private static Digest named(TableData table) {
        StringBuilder text = new StringBuilder(table.table());
        text.append('\1')
                .append(table.rows())
                .append('\1')
                .append(table.digest().hex());
        table.columns()
                .forEach((name, column) -> text.append('\1')
                        .append(name)
                        .append('\2')
                        .append(column.nonNull())
                        .append('\2')
                        .append(column.digest().hex()));
        return Hashing.of(text.toString());
    }

    private static Set<String> union(Collection<String> left, Collection<String> right) {
        Set<String> all = new HashSet<>(left);
        all.addAll(right);
        return all;
    }
}
