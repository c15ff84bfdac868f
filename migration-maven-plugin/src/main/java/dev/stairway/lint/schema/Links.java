package dev.stairway.lint.schema;

import dev.stairway.script.sql.tree.Name;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What belongs to a table, by the table's name without its schema: triggers, who refers to it, who reads it. Never changes. */
final class Links<V> {

    private final Tree<List<V>> byTable;

    Links() {
        this(new Tree<>());
    }

    private Links(Tree<List<V>> byTable) {
        this.byTable = byTable;
    }

    List<V> of(Name table) {
        List<V> found = byTable.get(key(table));
        return found == null ? List.of() : found;
    }

    List<V> all() {
        return byTable.values().stream().flatMap(List::stream).toList();
    }

    Links<V> with(Name table, V object) {
        List<V> all = new ArrayList<>(of(table));
        all.remove(object);
        all.add(object);
        return new Links<>(byTable.with(key(table), List.copyOf(all)));
    }

    Links<V> without(Name table, V object) {
        List<V> all = new ArrayList<>(of(table));
        all.remove(object);
        return new Links<>(all.isEmpty() ? byTable.without(key(table)) : byTable.with(key(table), List.copyOf(all)));
    }

    private static String key(Name table) {
        return table.name().toLowerCase(Locale.ROOT);
    }
}
