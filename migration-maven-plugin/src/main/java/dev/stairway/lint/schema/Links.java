package dev.stairway.lint.schema;

import dev.stairway.script.sql.tree.Name;
import java.util.List;
import java.util.Locale;

/**
 * What belongs to a table, by the table's name without its schema: triggers, who refers to it, who reads it. Never changes,
 * and a changed one shares nearly everything with it: half of all tables may refer to one.
 */
final class Links<V> {

    private final Tree<Tree<V>> byTable;
    private final int next;

    Links() {
        this(new Tree<>(), 0);
    }

    private Links(Tree<Tree<V>> byTable, int next) {
        this.byTable = byTable;
        this.next = next;
    }

    /** In the order in which they came. */
    List<V> of(Name table) {
        return row(table).values();
    }

    List<V> all() {
        return byTable.values().stream().flatMap(row -> row.values().stream()).toList();
    }

    /** With this one as the last. */
    Links<V> with(Name table, V object) {
        Tree<V> row = row(table);
        String known = row.keyOf(object);
        Tree<V> others = known == null ? row : row.without(known);
        return new Links<>(byTable.with(key(table), others.with(place(next), object)), next + 1);
    }

    Links<V> without(Name table, V object) {
        Tree<V> row = row(table);
        String known = row.keyOf(object);
        if (known == null) {
            return this;
        }
        Tree<V> left = row.without(known);
        return new Links<>(left.isEmpty() ? byTable.without(key(table)) : byTable.with(key(table), left), next);
    }

    private Tree<V> row(Name table) {
        Tree<V> found = byTable.get(key(table));
        return found == null ? new Tree<>() : found;
    }

    /** Sorts as the number does. */
    private static String place(int number) {
        return new String(new char[] {(char) (number >>> 16), (char) number});
    }

    private static String key(Name table) {
        return table.name().toLowerCase(Locale.ROOT);
    }
}
