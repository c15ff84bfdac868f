package dev.stairway.fingerprint;

import dev.stairway.fingerprint.ObjectChange.Level;
import dev.stairway.fingerprint.ObjectChange.What;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;

/** Reads a {@link Difference} aloud: ordered lines of object, attribute, before and after. */
public final class DifferenceText {

    private DifferenceText() {}

    /** The schema part, in order of group, then object, then attribute. */
    public static List<ObjectChange> schema(Difference difference) {
        List<ObjectChange> lines = new ArrayList<>();
        difference.schema().values().forEach(change -> lines.addAll(group(change)));
        return Collections.unmodifiableList(lines);
    }

    /** The data part: rows and, per column, values. */
    public static List<ObjectChange> data(Difference difference) {
        List<ObjectChange> lines = new ArrayList<>();
        difference.data().forEach((table, change) -> lines.addAll(table(table, change)));
        return Collections.unmodifiableList(lines);
    }

    /** The gravest level in the schema part; empty when nothing worth a line changed. */
    public static Optional<Level> schemaLevel(Difference difference) {
        return schema(difference).stream().map(ObjectChange::level).min(Enum::compareTo);
    }

    private static List<ObjectChange> group(Change<SchemaGroup> change) {
        Map<String, SchemaObject> before = byName(change.before());
        Map<String, SchemaObject> after = byName(change.after());
        Set<String> keys = new java.util.LinkedHashSet<>(before.keySet());
        keys.addAll(after.keySet());
        List<ObjectChange> lines = new ArrayList<>();
        for (String key : keys) {
            lines.addAll(object(before.get(key), after.get(key)));
        }
        return lines;
    }

    private static List<ObjectChange> object(SchemaObject before, SchemaObject after) {
        if (before == null) {
            return List.of(whole(after, What.ADDED));
        }
        if (after == null) {
            return List.of(whole(before, What.REMOVED));
        }
        List<ObjectChange> lines = new ArrayList<>();
        Set<String> names = new TreeSet<>(before.attributes().keySet());
        names.addAll(after.attributes().keySet());
        for (String name : names) {
            attribute(before, after, name).ifPresent(lines::add);
        }
        return lines;
    }

    private static ObjectChange whole(SchemaObject object, What what) {
        return new ObjectChange(object.kind(), object.name(), what, "", "", "", Level.REAL);
    }

    private static Optional<ObjectChange> attribute(SchemaObject before, SchemaObject after, String name) {
        String was = before.attributes().get(name);
        String is = after.attributes().get(name);
        if (java.util.Objects.equals(was, is) || name.equals(SchemaObject.COLUMN_ORDER) && sameRelativeOrder(was, is)) {
            return Optional.empty();
        }
        Level level =
                name.equals(SchemaObject.COLUMN_ORDER) || name.equals(SchemaObject.POSITION) ? Level.LOWER : Level.REAL;
        return Optional.of(new ObjectChange(
                before.kind(), before.name(), What.CHANGED, name, shown(was, is), shown(is, was), level));
    }

    /** An absent flag reads as its opposite; any other absent value as nothing. */
    private static String shown(String value, String other) {
        if (value != null) {
            return value;
        }
        return "yes".equals(other) ? "no" : "no".equals(other) ? "yes" : "";
    }

    /** A column that came or went has a line of its own; what is left must have changed places to be worth one. */
    private static boolean sameRelativeOrder(String was, String is) {
        List<String> before = columns(was);
        List<String> after = columns(is);
        List<String> stayed = new ArrayList<>(before);
        stayed.retainAll(after);
        List<String> present = new ArrayList<>(after);
        present.retainAll(before);
        return stayed.equals(present);
    }

    private static List<String> columns(String order) {
        return order == null ? List.of() : Arrays.asList(order.split(", "));
    }

    private static Map<String, SchemaObject> byName(SchemaGroup group) {
        Map<String, SchemaObject> objects = new LinkedHashMap<>();
        if (group != null) {
            group.objects().forEach(object -> objects.put(object.kind() + " " + object.name(), object));
        }
        return objects;
    }

    private static List<ObjectChange> table(String table, Change<TableData> change) {
        TableData before = change.before();
        TableData after = change.after();
        List<ObjectChange> lines = new ArrayList<>();
        long rowsBefore = before == null ? 0 : before.rows();
        long rowsAfter = after == null ? 0 : after.rows();
        if (rowsBefore != rowsAfter) {
            lines.add(changed("table", table, "rows", Long.toString(rowsBefore), Long.toString(rowsAfter)));
        }
        if (before != null && after != null) {
            lines.addAll(values(table, before.columns(), after.columns()));
            if (lines.isEmpty() && !before.sameRows(after) && before.columns().equals(after.columns())) {
                lines.add(changed("table", table, "pairing of values within rows", "", ""));
            }
        }
        return lines;
    }

    private static List<ObjectChange> values(
            String table,
            SortedMap<String, TableData.ColumnData> before,
            SortedMap<String, TableData.ColumnData> after) {
        List<ObjectChange> lines = new ArrayList<>();
        before.forEach((column, was) -> {
            TableData.ColumnData is = after.get(column);
            if (is != null && !is.equals(was)) {
                lines.add(changed("column", table + "." + column, "values", text(was), text(is)));
            }
        });
        return lines;
    }

    private static String text(TableData.ColumnData column) {
        return column.nonNull() + " values with digest " + column.digest().hex();
    }

    private static ObjectChange changed(String kind, String name, String attribute, String before, String after) {
        return new ObjectChange(kind, name, What.CHANGED, attribute, before, after, Level.REAL);
    }
}
