package dev.stairway.lint.schema;

import dev.stairway.script.sql.tree.Constraint;
import dev.stairway.script.sql.tree.Name;
import dev.stairway.script.sql.tree.ObjectKind;
import dev.stairway.script.sql.tree.Reference;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Everything that a sketch knows, with the ways to find it. What it holds never changes, only which of it is held: a copy
 * costs the same whatever is in there.
 */
final class Drawing {

    private Shelf<Table> tables = new Shelf<>(Table::name);
    private Shelf<Index> indexes = new Shelf<>(Index::name);
    private Shelf<View> views = new Shelf<>(View::name);
    private Links<Trigger> triggers = new Links<>();
    /** By the table referred to: who refers to it. */
    private Links<Name> referring = new Links<>();
    /** By what is read: the views that read it. */
    private Links<Name> reading = new Links<>();
    /** By the name of a constraint: the tables that have one of it. */
    private Links<Name> constrained = new Links<>();

    private Map<ObjectKind, Shelf<Thing>> things = Map.of();
    /** What was made or changed and is new, the last one first; null when nothing is. */
    private Fresh fresh;

    /** A list that never changes either. @param object as it was then */
    record Fresh(Object object, Fresh before) {}

    Drawing copy() {
        Drawing copy = new Drawing();
        copy.tables = tables;
        copy.indexes = indexes;
        copy.views = views;
        copy.triggers = triggers;
        copy.referring = referring;
        copy.reading = reading;
        copy.constrained = constrained;
        copy.things = things;
        copy.fresh = fresh;
        return copy;
    }

    /** What is new; null for nothing. */
    Fresh fresh() {
        return fresh;
    }

    /** The same; from now on nothing is, as far as this list goes. */
    Fresh takeFresh() {
        Fresh taken = fresh;
        fresh = null;
        return taken;
    }

    private void note(boolean isNew, Object object) {
        if (isNew) {
            fresh = new Fresh(object, fresh);
        }
    }

    Shelf<Table> tables() {
        return tables;
    }

    Shelf<Index> indexes() {
        return indexes;
    }

    Shelf<View> views() {
        return views;
    }

    Links<Trigger> triggers() {
        return triggers;
    }

    Links<Name> referring() {
        return referring;
    }

    Links<Name> reading() {
        return reading;
    }

    Links<Name> constrained() {
        return constrained;
    }

    Optional<Thing> thing(ObjectKind kind, Name name) {
        return Optional.ofNullable(things.get(kind)).flatMap(shelf -> shelf.find(name));
    }

    List<Thing> things(ObjectKind kind) {
        return things.containsKey(kind) ? things.get(kind).all() : List.of();
    }

    Set<ObjectKind> kinds() {
        return Set.copyOf(things.keySet());
    }

    /** In the place of the table of this very name, if there is one. */
    void put(Table table) {
        tables.find(table.name())
                .filter(old -> Shelf.identical(old.name(), table.name()))
                .ifPresent(this::take);
        tables = tables.with(table);
        note(table.origin() == Table.Origin.RELEASE, table);
        table.indexes().forEach(this::put);
        link(table, references(table), constraints(table));
    }

    /** Without its triggers, which stay. */
    void take(Table table) {
        tables = tables.without(table);
        table.indexes().forEach(index -> indexes = indexes.without(index));
        unlink(table, references(table), constraints(table));
    }

    /** What stays is left alone: most changes touch neither indexes nor constraints, and each costs memory. */
    void change(Table from, Table to) {
        boolean renamed = !from.name().equals(to.name());
        if (renamed) {
            take(from);
            put(to);
            return;
        }
        tables = tables.without(from).with(to);
        note(to.origin() == Table.Origin.RELEASE, to);
        from.indexes().stream().filter(index -> !to.indexes().contains(index)).forEach(this::take);
        to.indexes().stream().filter(index -> !from.indexes().contains(index)).forEach(this::put);
        unlink(from, without(references(from), references(to)), without(constraints(from), constraints(to)));
        link(to, without(references(to), references(from)), without(constraints(to), constraints(from)));
    }

    private void link(Table table, Set<Name> references, Set<Name> constraints) {
        references.forEach(target -> referring = referring.with(target, table.name()));
        constraints.forEach(constraint -> constrained = constrained.with(constraint, table.name()));
    }

    private void unlink(Table table, Set<Name> references, Set<Name> constraints) {
        references.forEach(target -> referring = referring.without(target, table.name()));
        constraints.forEach(constraint -> constrained = constrained.without(constraint, table.name()));
    }

    private static Set<Name> without(Set<Name> some, Set<Name> others) {
        Set<Name> left = new LinkedHashSet<>(some);
        left.removeAll(others);
        return left;
    }

    /** Of a table that is not known too. */
    void put(Index index) {
        indexes = indexes.with(index);
        note(index.isNew(), index);
    }

    void take(Index index) {
        indexes = indexes.without(index);
    }

    void put(View view) {
        views.find(view.name())
                .filter(old -> Shelf.identical(old.name(), view.name()))
                .ifPresent(this::take);
        views = views.with(view);
        note(view.isNew(), view);
        view.query().tables().forEach(read -> reading = reading.with(read, view.name()));
    }

    void take(View view) {
        views = views.without(view);
        view.query().tables().forEach(read -> reading = reading.without(read, view.name()));
    }

    void put(Trigger trigger) {
        triggers = triggers.with(trigger.table(), trigger);
        note(trigger.isNew(), trigger);
    }

    void take(Trigger trigger) {
        triggers = triggers.without(trigger.table(), trigger);
    }

    void put(Thing thing) {
        Map<ObjectKind, Shelf<Thing>> changed = new EnumMap<>(ObjectKind.class);
        changed.putAll(things);
        changed.put(
                thing.kind(),
                things.getOrDefault(thing.kind(), new Shelf<>(Thing::name)).with(thing));
        things = changed;
        note(thing.isNew(), thing);
    }

    void take(Thing thing) {
        Map<ObjectKind, Shelf<Thing>> changed = new EnumMap<>(ObjectKind.class);
        changed.putAll(things);
        changed.computeIfPresent(thing.kind(), (kind, shelf) -> shelf.without(thing));
        things = changed;
    }

    private static Set<Name> constraints(Table table) {
        Set<Name> names = new LinkedHashSet<>();
        table.constraints().stream()
                .map(Constraint::name)
                .filter(Objects::nonNull)
                .forEach(names::add);
        return names;
    }

    private static Set<Name> references(Table table) {
        Set<Name> targets = new LinkedHashSet<>();
        table.constraints().stream()
                .map(constraint -> constraint.references())
                .filter(Objects::nonNull)
                .map(Reference::table)
                .forEach(targets::add);
        return targets;
    }
}
