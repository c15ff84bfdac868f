package dev.stairway.backup;

import dev.stairway.database.Database;
import dev.stairway.database.Session;
import dev.stairway.fingerprint.Change;
import dev.stairway.fingerprint.Difference;
import dev.stairway.fingerprint.DifferenceText;
import dev.stairway.fingerprint.Fingerprinter;
import dev.stairway.fingerprint.Fingerprinters;
import dev.stairway.fingerprint.ObjectChange;
import dev.stairway.fingerprint.SchemaGroup;
import dev.stairway.fingerprint.SchemaObject;
import dev.stairway.fingerprint.TableData;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/**
 * The whole fingerprint of a database at one moment, to be held against that of another database.
 *
 * @param schema by key of the group
 * @param data by name of the table
 */
public record Snapshot(SortedMap<String, SchemaGroup> schema, SortedMap<String, TableData> data) {

    /** @param bookkeeping tables of the engine, which are no part of it */
    public static Snapshot of(Database database, Set<String> bookkeeping) throws SQLException {
        try (Fingerprinter fingerprinter = Fingerprinters.open(database, bookkeeping);
                Session session = database.newSession()) {
            fingerprinter.readAll(session);
            SortedMap<String, SchemaGroup> schema = new TreeMap<>();
            fingerprinter
                    .groupKeys()
                    .forEach(key -> schema.put(key, fingerprinter.group(key).orElseThrow()));
            return new Snapshot(schema, new TreeMap<>(fingerprinter.tables()));
        }
    }

    /** What another one has otherwise; empty when they are equal. */
    public List<ObjectChange> differences(Snapshot other) {
        Difference difference = new Difference(
                changes(schema, other.schema, (a, b) -> a.digest().equals(b.digest())),
                changes(data, other.data, TableData::sameRows));
        List<ObjectChange> lines = Stream.concat(
                        DifferenceText.schema(difference).stream(), DifferenceText.data(difference).stream())
                .toList();
        return lines.isEmpty()
                ? Stream.concat(difference.schema().keySet().stream(), difference.data().keySet().stream())
                        .map(key -> new ObjectChange(
                                "", key, ObjectChange.What.CHANGED, "something", "", "", ObjectChange.Level.REAL))
                        .toList()
                : lines;
    }

    /** Attributes of an object of the schema; none where there is none of that name. */
    public Map<String, String> attributes(ObjectChange of) {
        return schema.values().stream()
                .flatMap(group -> group.objects().stream())
                .filter(object ->
                        object.kind().equals(of.kind()) && object.name().equals(of.name()))
                .findFirst()
                .<Map<String, String>>map(SchemaObject::attributes)
                .orElse(Map.of());
    }

    private static <T> SortedMap<String, Change<T>> changes(
            Map<String, T> before, Map<String, T> after, BiPredicate<T, T> same) {
        SortedMap<String, Change<T>> changes = new TreeMap<>();
        Set<String> keys = new TreeSet<>(before.keySet());
        keys.addAll(after.keySet());
        for (String key : keys) {
            T was = before.get(key);
            T is = after.get(key);
            if (was == null || is == null || !same.test(was, is)) {
                changes.put(key, new Change<>(was, is));
            }
        }
        return changes;
    }
}
