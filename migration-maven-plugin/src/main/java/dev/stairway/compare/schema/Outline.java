package dev.stairway.compare.schema;

import dev.stairway.compare.logical.LogicalCheck;
import dev.stairway.compare.logical.LogicalColumn;
import dev.stairway.compare.logical.LogicalColumn.Generation;
import dev.stairway.compare.logical.LogicalForeignKey;
import dev.stairway.compare.logical.LogicalIndex;
import dev.stairway.compare.logical.LogicalTable;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** A schema as lines that can be held against those of another one. */
final class Outline {

    private final Seen seen;
    private final SortedMap<Item, Map<Aspect, String>> items = new TreeMap<>();

    private Outline(Seen seen) {
        this.seen = seen;
    }

    static Outline of(Seen seen) {
        Outline outline = new Outline(seen);
        seen.schema().views().forEach(view -> outline.item(view, Part.VIEW, ""));
        seen.schema().tables().values().forEach(outline::table);
        return outline;
    }

    Seen seen() {
        return seen;
    }

    SortedMap<Item, Map<Aspect, String>> items() {
        return items;
    }

    private Map<Aspect, String> item(String table, Part part, String label) {
        return items.computeIfAbsent(new Item(table, part, label), item -> new EnumMap<>(Aspect.class));
    }

    private void table(LogicalTable table) {
        item(table.name(), Part.TABLE, "")
                .put(
                        Aspect.COLUMN_ORDER,
                        String.join(
                                ", ",
                                table.columns().stream()
                                        .map(LogicalColumn::name)
                                        .toList()));
        table.columns().forEach(column -> column(table, column));
        if (table.primaryKey() != null) {
            Map<Aspect, String> key = item(table.name(), Part.PRIMARY_KEY, "");
            key.put(Aspect.COLUMNS, list(table.primaryKey().columns()));
            key.put(Aspect.NAME, table.primaryKey().name());
        }
        table.uniqueKeys().forEach(key -> unique(table, key.columns(), "unique constraint", key.name()));
        table.foreignKeys().forEach(key -> foreignKey(table, key));
        table.checks().forEach(check -> check(table, check));
        table.indexes().forEach(index -> index(table, index));
    }

    private void column(LogicalTable table, LogicalColumn column) {
        Map<Aspect, String> aspects = item(table.name(), Part.COLUMN, column.name());
        aspects.put(Aspect.TYPE, TypeWords.of(column.type()));
        aspects.put(Aspect.ENFORCEMENT, TypeWords.enforcement(seen.database(), column.type()));
        aspects.put(Aspect.NULLABILITY, column.nullable() ? "NULL is allowed" : "NOT NULL");
        boolean computed = column.generation() == Generation.STORED || column.generation() == Generation.VIRTUAL;
        if (!computed || column.defaultText() != null) {
            // Some drivers tell that a column is computed, and not how.
            aspects.put(Aspect.DEFAULT, column.defaultText() == null ? "none" : column.defaultText());
        }
        aspects.put(
                Aspect.GENERATION,
                switch (column.generation()) {
                    case NONE -> "value given by the row";
                    case COUNTED -> "value counted by the database";
                    case STORED -> "computed and kept";
                    case VIRTUAL -> "computed when it is read";
                });
    }

    private void unique(LogicalTable table, List<String> columns, String kind, String name) {
        Map<Aspect, String> key = item(table.name(), Part.UNIQUE_KEY, list(columns));
        key.merge(Aspect.KIND, kind, (one, other) -> one.equals(other) ? one : "unique constraint and unique index");
        key.merge(Aspect.NAME, name, Outline::together);
    }

    private void foreignKey(LogicalTable table, LogicalForeignKey key) {
        Map<Aspect, String> aspects = item(table.name(), Part.FOREIGN_KEY, list(key.columns()) + " -> " + key.parent());
        aspects.put(Aspect.REFERENCED_COLUMNS, list(key.parentColumns()));
        aspects.put(Aspect.ON_DELETE, key.onDelete());
        aspects.put(Aspect.ON_UPDATE, key.onUpdate());
        aspects.put(Aspect.DEFERRABLE, key.deferrable() ? "may wait for the commit" : "checked at once");
        aspects.put(Aspect.ENFORCEMENT, TypeWords.ofReferences(seen.database()));
        aspects.merge(Aspect.NAME, key.name(), Outline::together);
    }

    private void check(LogicalTable table, LogicalCheck check) {
        Map<Aspect, String> aspects = item(table.name(), Part.CHECK, check.text());
        aspects.merge(Aspect.NAME, check.name(), Outline::together);
    }

    private void index(LogicalTable table, LogicalIndex index) {
        if (index.unique() && index.where() == null && plain(table, index)) {
            unique(table, index.parts(), "unique index", index.name());
            return;
        }
        String where = index.where() == null ? "" : " where " + index.where();
        Map<Aspect, String> aspects = item(table.name(), Part.INDEX, list(index.parts()) + where);
        aspects.merge(Aspect.UNIQUENESS, index.unique() ? "unique" : "not unique", Outline::together);
        aspects.merge(Aspect.NAME, index.name(), Outline::together);
    }

    private static boolean plain(LogicalTable table, LogicalIndex index) {
        return index.parts().stream().allMatch(part -> table.column(part).isPresent());
    }

    private static String together(String one, String other) {
        List<String> both = new ArrayList<>(List.of(one, other));
        both.sort(null);
        return one.equals(other) ? one : String.join(" and ", both);
    }

    private static String list(List<String> columns) {
        return "(" + String.join(", ", columns) + ")";
    }
}
