package dev.stairway.lint.rules.changelog;

import dev.stairway.script.sql.parse.ParsedStatement;
import dev.stairway.script.sql.tree.Column;
import dev.stairway.script.sql.tree.Constraint;
import dev.stairway.script.sql.tree.Name;
import dev.stairway.script.sql.tree.SqlTree;
import dev.stairway.script.sql.tree.TableAction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What of a way up refers to what, so that it must go first. */
final class Needs {

    /**
     * Something refers to something else.
     *
     * @param by table or view that refers
     * @param on what it refers to
     * @param through name of the constraint; null where it has none
     * @param columns that refer; empty for a view
     * @param type true when it is the type of a column
     */
    record Need(Name by, Name on, Name through, List<Name> columns, boolean type) {}

    private final List<Need> needs = new ArrayList<>();
    private final Map<String, Name> tables = new HashMap<>();
    private final List<Name> types = new ArrayList<>();

    private Needs() {}

    static Needs of(List<ParsedStatement> up) {
        Needs needs = new Needs();
        up.stream().filter(ParsedStatement::covered).forEach(statement -> needs.note(statement.tree()));
        return needs;
    }

    /** Who refers to it. */
    List<Need> on(Name name) {
        return needs.stream()
                .filter(need -> need.on().same(name) && !need.by().same(name))
                .toList();
    }

    /** Table of an index or trigger that the way up makes. */
    Optional<Name> tableOf(Name part) {
        return Optional.ofNullable(tables.get(part.name().toLowerCase(Locale.ROOT)));
    }

    /** A constraint is dropped; one without a name may be the one that the product has named so. */
    void free(Name table, Name constraint) {
        needs.removeIf(need -> need.by().same(table)
                && !need.type()
                && (need.through() == null || need.through().same(constraint)));
    }

    void freeColumn(Name table, Name column) {
        needs.removeIf(need -> need.by().same(table) && need.columns().stream().anyMatch(column::same));
    }

    void freeTypes(Name table) {
        needs.removeIf(need -> need.by().same(table) && need.type());
    }

    private void note(SqlTree tree) {
        if (tree instanceof SqlTree.CreateTable made) {
            made.columns().forEach(column -> column(made.table(), column));
            made.constraints().forEach(constraint -> constraint(made.table(), constraint, constraint.columns()));
        } else if (tree instanceof SqlTree.AlterTable alter) {
            alter.actions().forEach(action -> action(alter.table(), action));
        } else if (tree instanceof SqlTree.CreateView view) {
            view.query().tables().forEach(table -> needs.add(new Need(view.view(), table, null, List.of(), false)));
        } else if (tree instanceof SqlTree.CreateIndex index && index.index() != null) {
            tables.put(index.index().name().toLowerCase(Locale.ROOT), index.table());
        } else if (tree instanceof SqlTree.CreateTrigger trigger) {
            tables.put(trigger.trigger().name().toLowerCase(Locale.ROOT), trigger.table());
        } else if (tree instanceof SqlTree.CreateType type) {
            types.add(type.type());
        }
    }

    private void action(Name table, TableAction action) {
        if (action instanceof TableAction.AddColumn add) {
            column(table, add.column());
        } else if (action instanceof TableAction.AddConstraint add) {
            constraint(table, add.constraint(), add.constraint().columns());
        }
    }

    private void column(Name table, Column column) {
        column.constraints().forEach(constraint -> constraint(table, constraint, List.of(column.name())));
        if (column.type() != null) {
            String type = column.type().name();
            types.stream()
                    .filter(made ->
                            made.is(type) || type.toLowerCase(Locale.ROOT).endsWith("." + made.name()))
                    .forEach(made -> needs.add(new Need(table, made, null, List.of(column.name()), true)));
        }
    }

    private void constraint(Name table, Constraint constraint, List<Name> columns) {
        if (constraint.references() != null) {
            needs.add(new Need(table, constraint.references().table(), constraint.name(), columns, false));
        }
    }
}
