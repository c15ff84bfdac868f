package dev.stairway.lint.schema;

import dev.stairway.script.sql.tree.Column;
import dev.stairway.script.sql.tree.Constraint;
import dev.stairway.script.sql.tree.Name;
import dev.stairway.script.sql.tree.ObjectKind;
import dev.stairway.script.sql.tree.SqlTree;
import java.util.List;

/** Draws what statements make. */
final class Making {

    private final Drawing drawing;
    private final String migration;
    private final Table.Origin origin;

    Making(Drawing drawing, String migration, Table.Origin origin) {
        this.drawing = drawing;
        this.migration = migration;
        this.origin = origin;
    }

    void apply(SqlTree tree) {
        if (tree instanceof SqlTree.CreateTable made) {
            table(made);
        } else if (tree instanceof SqlTree.CreateIndex made) {
            index(made);
        } else if (tree instanceof SqlTree.CreateView made) {
            view(made);
        } else if (tree instanceof SqlTree.CreateTrigger made) {
            trigger(made);
        } else if (tree instanceof SqlTree.CreateType made) {
            drawing.put(new Thing(made.kind(), made.type(), made.values(), isNew()));
        } else {
            thing(tree);
        }
    }

    private void thing(SqlTree tree) {
        if (tree instanceof SqlTree.CreateSequence made) {
            thing(ObjectKind.SEQUENCE, made.sequence());
        } else if (tree instanceof SqlTree.CreateFunction made) {
            thing(made.kind(), made.function());
        } else if (tree instanceof SqlTree.CreateSchema made) {
            thing(ObjectKind.SCHEMA, made.schema());
        } else if (tree instanceof SqlTree.CreateExtension made) {
            thing(ObjectKind.EXTENSION, made.extension());
        } else if (tree instanceof SqlTree.CreatePolicy made) {
            thing(ObjectKind.POLICY, made.policy());
        } else if (tree instanceof SqlTree.CreateOther made && made.name() != null) {
            thing(made.kind(), made.name());
        } else if (tree instanceof SqlTree.Role role && role.verb().equals("CREATE")) {
            thing(ObjectKind.ROLE, ConstraintNames.plain(role.role()));
        }
    }

    /** One that is there already, as with IF NOT EXISTS and OR REPLACE, is as old as it was. */
    private void thing(ObjectKind kind, Name name) {
        if (drawing.thing(kind, name).isEmpty()) {
            drawing.put(new Thing(kind, name, List.of(), isNew()));
        }
    }

    private boolean isNew() {
        return origin == Table.Origin.RELEASE;
    }

    private void table(SqlTree.CreateTable made) {
        if (made.ifNotExists() && drawing.tables().find(made.table()).isPresent()) {
            return;
        }
        Table table = new Table(
                made.table(),
                columns(made),
                List.of(),
                List.of(),
                made.temporary(),
                made.partitioned(),
                made.strict(),
                made.withoutRowid(),
                origin,
                migration);
        for (Column column : made.columns()) {
            for (Constraint constraint : column.constraints()) {
                table = TableChange.withConstraint(table, TableChange.ofColumn(constraint, column));
            }
        }
        for (Constraint constraint : made.constraints()) {
            table = TableChange.withConstraint(table, constraint);
        }
        drawing.put(table);
        table.columns().stream()
                .filter(Column::identity)
                .forEach(column -> thing(ObjectKind.SEQUENCE, ConstraintNames.sequence(made.table(), column.name())));
    }

    /** A partition has the columns of its table. */
    private List<Column> columns(SqlTree.CreateTable made) {
        if (made.partitionOf() != null && made.columns().isEmpty()) {
            return drawing.tables().find(made.partitionOf()).map(Table::columns).orElse(List.of());
        }
        return made.columns().stream().map(Columns::kept).toList();
    }

    private void index(SqlTree.CreateIndex made) {
        Name name = made.index() == null ? unnamed(made) : Renaming.moved(made.table(), made.index());
        if (made.ifNotExists() && drawing.indexes().find(name).isPresent()) {
            return;
        }
        Index index = new Index(
                name,
                made.table(),
                made.parts(),
                made.unique(),
                made.where() != null,
                made.where() == null ? "" : made.where().text(),
                made.method(),
                isNew());
        Table table = drawing.tables().find(made.table()).orElse(null);
        if (table == null) {
            drawing.put(index);
        } else {
            drawing.change(table, TableChange.withIndex(table, index));
        }
    }

    /** {@code t_a_b_idx}, as PostgreSQL calls one that has no name. */
    private Name unnamed(SqlTree.CreateIndex made) {
        StringBuilder name = new StringBuilder(made.table().name());
        made.parts()
                .forEach(part -> name.append('_')
                        .append(part.column() == null ? "expr" : part.column().name()));
        Name first = Renaming.moved(made.table(), ConstraintNames.plain(name + "_idx"));
        Name free = first;
        for (int at = 1; drawing.indexes().find(free).isPresent(); at++) {
            free = Renaming.moved(made.table(), ConstraintNames.plain(name + "_idx" + at));
        }
        return free;
    }

    /** A view that is replaced is as old as it was. */
    private void view(SqlTree.CreateView made) {
        boolean isNew = drawing.views()
                .find(made.view())
                .filter(old -> made.orReplace())
                .map(View::isNew)
                .orElse(isNew());
        drawing.put(new View(made.view(), made.query(), made.materialized(), isNew));
    }

    private void trigger(SqlTree.CreateTrigger made) {
        drawing.triggers().of(made.table()).stream()
                .filter(old -> old.name().same(made.trigger()) && old.table().same(made.table()))
                .forEach(drawing::take);
        drawing.put(new Trigger(made.trigger(), made.table(), made.events(), made.body(), isNew()));
    }
}
