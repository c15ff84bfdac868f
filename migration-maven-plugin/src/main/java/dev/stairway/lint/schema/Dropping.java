package dev.stairway.lint.schema;

import dev.stairway.script.sql.tree.Column;
import dev.stairway.script.sql.tree.Constraint;
import dev.stairway.script.sql.tree.Name;
import dev.stairway.script.sql.tree.ObjectKind;
import dev.stairway.script.sql.tree.SqlTree;
import dev.stairway.script.sql.tree.TableAction;
import java.util.List;

/** Draws what statements drop, with what goes along. */
final class Dropping {

    private final Drawing drawing;

    Dropping(Drawing drawing) {
        this.drawing = drawing;
    }

    void apply(SqlTree tree) {
        if (tree instanceof SqlTree.Drop drop) {
            drop.names().forEach(name -> drop(drop, name));
        } else if (tree instanceof SqlTree.Role role && role.verb().equals("DROP")) {
            thing(ObjectKind.ROLE, ConstraintNames.plain(role.role()));
        }
    }

    private void drop(SqlTree.Drop drop, Name name) {
        switch (drop.kind()) {
            case TABLE -> drawing.tables().find(name).ifPresent(table -> table(table, drop.cascade()));
            case INDEX -> drawing.indexes().find(name).ifPresent(this::index);
            case VIEW, MATERIALIZED_VIEW -> drawing.views().find(name).ifPresent(view -> view(view, drop.cascade()));
            case TRIGGER -> trigger(name, drop.onTable());
            case SCHEMA -> schema(name, drop.cascade());
            case TYPE, DOMAIN -> type(name, drop.cascade());
            default -> thing(drop.kind(), name);
        }
    }

    /** Foreign keys of others and views stay where nobody says CASCADE: PostgreSQL refuses then, and SQLite keeps them. */
    private void table(Table table, boolean cascade) {
        drawing.take(table);
        drawing.triggers().of(table.name()).stream()
                .filter(trigger -> trigger.table().same(table.name()))
                .forEach(drawing::take);
        table.columns().stream()
                .filter(Column::identity)
                .forEach(column -> thing(ObjectKind.SEQUENCE, ConstraintNames.sequence(table.name(), column.name())));
        if (cascade) {
            referring(table);
            readers(table.name());
        }
    }

    private void referring(Table table) {
        for (Name other : drawing.referring().of(table.name())) {
            drawing.tables().find(other).ifPresent(one -> {
                List<Constraint> left = one.constraints().stream()
                        .filter(constraint -> constraint.references() == null
                                || !constraint.references().table().same(table.name()))
                        .toList();
                drawing.change(one, one.withConstraints(left));
            });
        }
    }

    private void readers(Name read) {
        for (Name reader : drawing.reading().of(read)) {
            drawing.views().find(reader).ifPresent(view -> view(view, true));
        }
    }

    private void view(View view, boolean cascade) {
        drawing.take(view);
        drawing.triggers().of(view.name()).stream()
                .filter(trigger -> trigger.table().same(view.name()))
                .forEach(drawing::take);
        if (cascade) {
            readers(view.name());
        }
    }

    private void index(Index index) {
        Table table = drawing.tables().find(index.table()).orElse(null);
        if (table == null) {
            drawing.take(index);
            return;
        }
        drawing.change(
                table,
                table.withIndexes(table.indexes().stream()
                        .filter(one -> !one.equals(index))
                        .toList()));
    }

    /** SQLite's are dropped by their name alone. */
    private void trigger(Name name, Name table) {
        List<Trigger> candidates =
                table == null ? drawing.triggers().all() : drawing.triggers().of(table);
        candidates.stream().filter(trigger -> trigger.name().same(name)).forEach(drawing::take);
    }

    private void schema(Name schema, boolean cascade) {
        thing(ObjectKind.SCHEMA, schema);
        if (!cascade) {
            return;
        }
        drawing.tables().all().stream()
                .map(Table::name)
                .filter(table -> schema.is(table.schema()))
                .forEach(table -> drawing.tables().find(table).ifPresent(now -> table(now, true)));
        drawing.views().all().stream()
                .filter(view -> schema.is(view.name().schema()))
                .forEach(view -> view(view, true));
        drawing.kinds().stream()
                .flatMap(kind -> drawing.things(kind).stream())
                .filter(thing -> schema.is(thing.name().schema()))
                .forEach(drawing::take);
    }

    /** With CASCADE the columns of the type are gone too. */
    private void type(Name name, boolean cascade) {
        thing(ObjectKind.TYPE, name);
        thing(ObjectKind.DOMAIN, name);
        if (!cascade) {
            return;
        }
        for (Table table : drawing.tables().all()) {
            for (Column column : table.columns()) {
                if (column.type() != null && column.type().name().equalsIgnoreCase(name.name())) {
                    drawing.tables()
                            .find(table.name())
                            .ifPresent(now -> drawing.change(
                                    now,
                                    TableChange.apply(now, new TableAction.DropColumn(column.name(), false, true, 0))));
                }
            }
        }
    }

    private void thing(ObjectKind kind, Name name) {
        drawing.thing(kind, name).ifPresent(drawing::take);
    }
}
