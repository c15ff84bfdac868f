package dev.stairway.lint.rules.changelog;

import dev.stairway.script.sql.parse.ParsedStatement;
import dev.stairway.script.sql.tree.Column;
import dev.stairway.script.sql.tree.Constraint;
import dev.stairway.script.sql.tree.Name;
import dev.stairway.script.sql.tree.ObjectKind;
import dev.stairway.script.sql.tree.SqlTree;
import dev.stairway.script.sql.tree.TableAction;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What statements make or give a new name, as far as it is known. */
final class Made {

    private final List<Thing> things = new ArrayList<>();
    private final List<Name> touched = new ArrayList<>();
    private boolean opaque;

    /** @param table of a column, a constraint, an index or a trigger; null for others */
    private record Thing(ObjectKind kind, Name name, Name table) {}

    private Made() {}

    static Made by(List<ParsedStatement> statements) {
        Made made = new Made();
        statements.forEach(made::note);
        return made;
    }

    /** True when something in them can make whatever it likes: a block, a call, what nobody understands. */
    boolean opaque() {
        return opaque;
    }

    /** True when an object of that kind is made. Tables and views stand for one another, as types and domains do. */
    boolean has(ObjectKind kind, Name name) {
        return things.stream()
                .anyMatch(thing -> family(thing.kind()) == family(kind)
                        && thing.name() != null
                        && thing.name().same(name));
    }

    /** True when a column or constraint of the table is made. */
    boolean has(ObjectKind kind, Name table, Name name) {
        return things.stream()
                .anyMatch(thing -> thing.kind() == kind
                        && thing.table() != null
                        && thing.table().same(table)
                        && (thing.name() == null || thing.name().same(name)));
    }

    /** True when a name begins with that of a table that is made or changed, as names do that a product finds. */
    boolean anyTouchedBegins(Name name) {
        return touched.stream()
                .anyMatch(table -> name.name()
                                .toLowerCase(Locale.ROOT)
                                .startsWith(table.name().toLowerCase(Locale.ROOT) + "_")
                        && things.stream().anyMatch(thing -> thing.name() == null && same(thing.table(), table)));
    }

    private static boolean same(Name one, Name other) {
        return one != null && other != null && one.same(other);
    }

    private static ObjectKind family(ObjectKind kind) {
        return switch (kind) {
            case TABLE, VIEW, MATERIALIZED_VIEW -> ObjectKind.TABLE;
            case TYPE, DOMAIN -> ObjectKind.TYPE;
            case FUNCTION, PROCEDURE, AGGREGATE -> ObjectKind.FUNCTION;
            default -> kind;
        };
    }

    private void note(ParsedStatement statement) {
        SqlTree tree = statement.tree();
        if (tree instanceof SqlTree.CreateTable table) {
            touched.add(table.table());
            add(ObjectKind.TABLE, table.table(), null);
            table.columns().forEach(column -> column(table.table(), column));
            table.constraints().forEach(constraint -> constraint(table.table(), constraint));
        } else if (tree instanceof SqlTree.AlterTable alter) {
            touched.add(alter.table());
            alter.actions().forEach(action -> action(alter.table(), action));
        } else if (tree instanceof SqlTree.CreateIndex index) {
            touched.add(index.table());
            add(ObjectKind.INDEX, index.index(), index.table());
        } else {
            other(statement, tree);
        }
    }

    private void other(ParsedStatement statement, SqlTree tree) {
        if (tree instanceof SqlTree.CreateView view) {
            add(ObjectKind.VIEW, view.view(), null);
        } else if (tree instanceof SqlTree.CreateSequence sequence) {
            add(ObjectKind.SEQUENCE, sequence.sequence(), null);
        } else if (tree instanceof SqlTree.CreateType type) {
            add(ObjectKind.TYPE, type.type(), null);
        } else if (tree instanceof SqlTree.CreateFunction function) {
            add(ObjectKind.FUNCTION, function.function(), null);
        } else if (tree instanceof SqlTree.CreateTrigger trigger) {
            add(ObjectKind.TRIGGER, trigger.trigger(), trigger.table());
        } else if (tree instanceof SqlTree.CreatePolicy policy) {
            add(ObjectKind.POLICY, policy.policy(), policy.table());
        } else if (tree instanceof SqlTree.CreateSchema schema) {
            add(ObjectKind.SCHEMA, schema.schema(), null);
        } else if (tree instanceof SqlTree.CreateExtension extension) {
            add(ObjectKind.EXTENSION, extension.extension(), null);
        } else if (tree instanceof SqlTree.CreateOther made) {
            add(made.kind(), made.name(), null);
        } else if (tree instanceof SqlTree.Rename rename) {
            add(rename.kind(), rename.to(), null);
        } else if (tree instanceof SqlTree.AlterObject alter && alter.kind() == ObjectKind.INDEX) {
            // What ATTACH PARTITION has joined nothing takes apart again but DROP INDEX of the whole.
            add(
                    ObjectKind.INDEX,
                    alter.what().toUpperCase(Locale.ROOT).startsWith("ATTACH") ? alter.name() : null,
                    null);
        } else {
            opaque |= !statement.covered() || tree instanceof SqlTree.DoBlock || tree instanceof SqlTree.Call;
            opaque |= tree instanceof SqlTree.Select select
                    && !select.query().functions().isEmpty();
        }
    }

    private void action(Name table, TableAction action) {
        if (action instanceof TableAction.AddColumn add) {
            column(table, add.column());
        } else if (action instanceof TableAction.AddConstraint add) {
            constraint(table, add.constraint());
        } else if (action instanceof TableAction.RenameTable rename) {
            touched.add(rename.to());
            add(ObjectKind.TABLE, rename.to(), null);
        } else if (action instanceof TableAction.RenameColumn rename) {
            add(ObjectKind.COLUMN, rename.to(), table);
        } else if (action instanceof TableAction.RenameConstraint rename) {
            add(ObjectKind.CONSTRAINT, rename.to(), table);
        } else if (action instanceof TableAction.AlterIdentity) {
            add(ObjectKind.SEQUENCE, null, table);
        }
    }

    private void column(Name table, Column column) {
        add(ObjectKind.COLUMN, column.name(), table);
        if (column.identity()) {
            add(ObjectKind.SEQUENCE, null, table);
        }
        column.constraints().forEach(constraint -> constraint(table, constraint));
    }

    private void constraint(Name table, Constraint constraint) {
        Name name = constraint.name() == null ? constraint.usingIndex() : constraint.name();
        add(ObjectKind.CONSTRAINT, name, table);
        if (constraint.kind() != Constraint.Kind.CHECK && constraint.kind() != Constraint.Kind.FOREIGN_KEY) {
            add(ObjectKind.INDEX, name, table);
        }
    }

    private void add(ObjectKind kind, Name name, Name table) {
        things.add(new Thing(kind, name, table));
    }
}
