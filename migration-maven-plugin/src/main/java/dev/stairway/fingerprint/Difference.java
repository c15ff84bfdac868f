package dev.stairway.fingerprint;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiPredicate;

/**
 * What changed between two fingerprints of one database. Differences compose: down after up must compose to nothing.
 *
 * @param schema group key to its change
 * @param data qualified table name to its change
 */
public record Difference(SortedMap<String, Change<SchemaGroup>> schema, SortedMap<String, Change<TableData>> data) {

    public static final Difference NONE = new Difference(new TreeMap<>(), new TreeMap<>());

    public Difference {
        schema = Collections.unmodifiableSortedMap(new TreeMap<>(schema));
        data = Collections.unmodifiableSortedMap(new TreeMap<>(data));
    }

    /** This difference followed by a later one; what returned to where it was drops out. */
    public Difference then(Difference later) {
        return new Difference(
                compose(schema, later.schema, (a, b) -> a.digest().equals(b.digest())),
                compose(data, later.data, TableData::sameRows));
    }

    /** The way back. */
    public Difference inverse() {
        return new Difference(invert(schema), invert(data));
    }

    public boolean isEmpty() {
        return schema.isEmpty() && data.isEmpty();
    }

    private static <T> SortedMap<String, Change<T>> compose(
            Map<String, Change<T>> first, Map<String, Change<T>> second, BiPredicate<T, T> same) {
        SortedMap<String, Change<T>> composed = new TreeMap<>(first);
        second.forEach((key, change) -> {
            Change<T> earlier = first.get(key);
            composed.put(key, earlier == null ? change : new Change<>(earlier.before(), change.after()));
        });
        composed.values().removeIf(change -> unchanged(change, same));
        return composed;
    }

    private static <T> boolean unchanged(Change<T> change, BiPredicate<T, T> same) {
        if (change.before() == null || change.after() == null) {
            return Objects.equals(change.before(), change.after());
        }
        return same.test(change.before(), change.after());
    }

    private static <T> SortedMap<String, Change<T>> invert(Map<String, Change<T>> changes) {
        SortedMap<String, Change<T>> inverted = new TreeMap<>();
        changes.forEach((key, change) -> inverted.put(key, new Change<>(change.after(), change.before())));
        return inverted;
    }
}
