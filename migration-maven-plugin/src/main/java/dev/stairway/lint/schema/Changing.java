package dev.stairway.lint.schema;

import dev.stairway.script.sql.tree.Constraint;
import dev.stairway.script.sql.tree.Name;
import dev.stairway.script.sql.tree.ObjectKind;
import dev.stairway.script.sql.tree.SqlTree;
import dev.stairway.script.sql.tree.TableAction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Draws what statements change, with what hangs on it in other tables. */
final class Changing {

    private final Drawing drawing;

    Changing(Drawing drawing) {
        this.drawing = drawing;
    }

    void apply(SqlTree tree) {
        if (tree instanceof SqlTree.AlterTable alter) {
            alter.actions().forEach(action -> action(alter.table(), action));
        } else if (tree instanceof SqlTree.Rename rename) {
            rename(rename.kind(), rename.from(), rename.to());
        } else if (tree instanceof SqlTree.AlterEnum alter) {
            value(alter);
        }
    }

    private void action(Name name, TableAction action) {
        Optional<Table> found = drawing.tables().find(name);
        if (action instanceof TableAction.RenameTable rename) {
            // PostgreSQL lets ALTER TABLE rename views, indexes and sequences as well.
            rename(found.isPresent() ? ObjectKind.TABLE : kind(name), name, rename.to());
        } else if (found.isPresent()) {
            change(found.get(), action);
        }
    }

    private void change(Table table, TableAction action) {
        if (action instanceof TableAction.SetSchema set) {
            rename(table, Renaming.inSchema(table.name(), set.schema()));
            return;
        }
        drawing.change(table, TableChange.apply(table, action));
        if (action instanceof TableAction.RenameColumn rename) {
            others(table.name(), one -> Renaming.target(one, table.name(), rename.from(), rename.to()));
        } else if (action instanceof TableAction.DropColumn drop && drop.cascade()) {
            dropReferring(table, List.of(drop.column()));
        } else if (action instanceof TableAction.DropConstraint drop && drop.cascade()) {
            table.constraints().stream()
                    .filter(one -> one.name().same(drop.constraint()))
                    .filter(one -> one.kind() == Constraint.Kind.PRIMARY_KEY || one.kind() == Constraint.Kind.UNIQUE)
                    .forEach(one -> dropReferring(table, one.columns()));
        }
    }

    private ObjectKind kind(Name name) {
        if (drawing.views().find(name).isPresent()) {
            return ObjectKind.VIEW;
        }
        return drawing.indexes().find(name).isPresent() ? ObjectKind.INDEX : ObjectKind.SEQUENCE;
    }

    private void rename(ObjectKind kind, Name from, Name to) {
        switch (kind) {
            case TABLE ->
                drawing.tables().find(from).ifPresent(table -> rename(table, Renaming.moved(table.name(), to)));
            case VIEW, MATERIALIZED_VIEW ->
                drawing.views().find(from).ifPresent(view -> rename(view, Renaming.moved(view.name(), to)));
            case INDEX -> renameIndex(from, to);
            case TRIGGER ->
                drawing.triggers().all().stream()
                        .filter(trigger -> trigger.name().same(from))
                        .findFirst()
                        .ifPresent(trigger -> rename(trigger, to));
            default ->
                drawing.thing(kind, from).ifPresent(thing -> {
                    drawing.take(thing);
                    drawing.put(new Thing(kind, Renaming.moved(thing.name(), to), thing.values(), thing.isNew()));
                });
        }
    }

    private void rename(Table table, Name to) {
        List<Constraint> constraints = table.constraints().stream()
                .map(one -> Renaming.table(one, table.name(), to))
                .toList();
        List<Index> indexes =
                table.indexes().stream().map(one -> Renaming.table(one, to)).toList();
        List<Trigger> triggers = drawing.triggers().of(table.name()).stream()
                .filter(one -> one.table().same(table.name()))
                .toList();
        others(table.name(), one -> Renaming.table(one, table.name(), to));
        readers(table.name(), to);
        drawing.change(table, table.named(to).withConstraints(constraints).withIndexes(indexes));
        for (Trigger trigger : triggers) {
            drawing.take(trigger);
            drawing.put(Renaming.table(trigger, to));
        }
    }

    private void rename(View view, Name to) {
        readers(view.name(), to);
        drawing.take(view);
        drawing.put(new View(to, view.query(), view.materialized(), view.isNew()));
    }

    private void rename(Trigger trigger, Name to) {
        drawing.take(trigger);
        drawing.put(new Trigger(to, trigger.table(), trigger.events(), trigger.body(), trigger.isNew()));
    }

    /** The index of a constraint gives its new name to the constraint too. */
    private void renameIndex(Name from, Name to) {
        Index index = drawing.indexes().find(from).orElse(null);
        if (index != null) {
            Index renamed = Renaming.named(index, Renaming.moved(index.name(), to));
            drawing.tables()
                    .find(index.table())
                    .ifPresentOrElse(
                            table -> drawing.change(table, table.withIndexes(replaced(table, index, renamed))), () -> {
                                drawing.take(index);
                                drawing.put(renamed);
                            });
            return;
        }
        drawing.constrained().of(from).stream()
                .flatMap(table -> drawing.tables().find(table).stream())
                .findFirst()
                .ifPresent(table ->
                        drawing.change(table, TableChange.apply(table, new TableAction.RenameConstraint(from, to, 0))));
    }

    private static List<Index> replaced(Table table, Index old, Index renamed) {
        return table.indexes().stream()
                .map(one -> one.equals(old) ? renamed : one)
                .toList();
    }

    /** Foreign keys of other tables follow the table that they refer to. */
    private void others(Name table, UnaryOperator<Constraint> change) {
        for (Name other : drawing.referring().of(table)) {
            drawing.tables()
                    .find(other)
                    .filter(one -> !one.name().same(table))
                    .ifPresent(one -> drawing.change(
                            one,
                            one.withConstraints(
                                    one.constraints().stream().map(change).toList())));
        }
    }

    /** Views know what they read by its identity, not by its name. */
    private void readers(Name from, Name to) {
        for (Name reader : drawing.reading().of(from)) {
            drawing.views().find(reader).ifPresent(view -> {
                drawing.take(view);
                drawing.put(Renaming.table(view, from, to));
            });
        }
    }

    private void dropReferring(Table table, List<Name> columns) {
        Predicate<Constraint> gone = one -> one.references() != null
                && one.references().table().same(table.name())
                && meant(table, one).stream().anyMatch(meant -> columns.stream().anyMatch(meant::same));
        for (Name other : drawing.referring().of(table.name())) {
            drawing.tables()
                    .find(other)
                    .ifPresent(one -> drawing.change(
                            one,
                            one.withConstraints(one.constraints().stream()
                                    .filter(gone.negate())
                                    .toList())));
        }
    }

    private static List<Name> meant(Table table, Constraint foreignKey) {
        List<Name> written = foreignKey.references().columns();
        return written.isEmpty()
                ? table.first(Constraint.Kind.PRIMARY_KEY)
                        .map(Constraint::columns)
                        .orElse(List.of())
                : written;
    }

    /** Where a value goes among the others is not known here: a new one comes last. A renamed one says only one name. */
    private void value(SqlTree.AlterEnum alter) {
        drawing.thing(ObjectKind.TYPE, alter.type()).ifPresent(type -> {
            if (!alter.renames() && !type.values().contains(alter.value())) {
                List<String> values = new ArrayList<>(type.values());
                values.add(alter.value());
                drawing.take(type);
                drawing.put(new Thing(type.kind(), type.name(), values, type.isNew()));
            }
        });
    }
}
