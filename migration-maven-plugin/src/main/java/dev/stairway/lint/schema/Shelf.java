package dev.stairway.lint.schema;

import dev.stairway.script.sql.tree.Name;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * Objects of one kind by their names, in any case. It never changes, and a changed one shares nearly everything with it.
 * A schema that is not written is the usual one; an object is found without its schema, and with one also where it was made
 * without, because nobody here knows the search path.
 */
final class Shelf<V> {

    private final Function<V, Name> naming;
    private final Tree<List<V>> objects;

    Shelf(Function<V, Name> naming) {
        this(naming, new Tree<>());
    }

    private Shelf(Function<V, Name> naming, Tree<List<V>> objects) {
        this.naming = naming;
        this.objects = objects;
    }

    /** The one of exactly this schema, or else the first that can be meant. */
    Optional<V> find(Name name) {
        List<V> alike = alike(name);
        Optional<V> exact =
                alike.stream().filter(one -> identical(naming.apply(one), name)).findFirst();
        return exact.isPresent()
                ? exact
                : alike.stream().filter(one -> naming.apply(one).same(name)).findFirst();
    }

    /** All of this name, whatever their schema. */
    List<V> alike(Name name) {
        List<V> found = objects.get(key(name));
        return found == null ? List.of() : found;
    }

    List<V> all() {
        return objects.values().stream().flatMap(List::stream).toList();
    }

    /** With this one, in the place of the one of the same name and schema. */
    Shelf<V> with(V object) {
        Name name = naming.apply(object);
        List<V> alike = new ArrayList<>(alike(name));
        alike.removeIf(one -> identical(naming.apply(one), name));
        alike.add(object);
        return new Shelf<>(naming, objects.with(key(name), List.copyOf(alike)));
    }

    /** Without this very one. */
    Shelf<V> without(V object) {
        Name name = naming.apply(object);
        List<V> alike = new ArrayList<>(alike(name));
        alike.remove(object);
        return new Shelf<>(
                naming, alike.isEmpty() ? objects.without(key(name)) : objects.with(key(name), List.copyOf(alike)));
    }

    /** True for the same name in the same schema. */
    static boolean identical(Name one, Name other) {
        return one.is(other.name()) && (usual(one) ? usual(other) : one.schema().equalsIgnoreCase(other.schema()));
    }

    /** The schema that is meant where none is written: PostgreSQL's and SQLite's. */
    private static boolean usual(Name name) {
        return name.schema().isEmpty()
                || name.schema().equalsIgnoreCase("public")
                || name.schema().equalsIgnoreCase("main");
    }

    private static String key(Name name) {
        return name.name().toLowerCase(Locale.ROOT);
    }
}
