package dev.stairway.lint.rules.sqlite;

import dev.stairway.lint.ReleaseView;
import dev.stairway.lint.StatementView;
import dev.stairway.lint.rules.support.Rebuild;
import dev.stairway.lint.schema.Schema;
import dev.stairway.lint.schema.Table;
import dev.stairway.script.sql.tree.Constraint;
import dev.stairway.script.sql.tree.Name;
import dev.stairway.script.sql.tree.ObjectKind;
import dev.stairway.script.sql.tree.SqlTree.Drop;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A table of an earlier migration that has been written anew.
 *
 * @param drop the statement that drops the old one
 * @param name under which it was and is known
 * @param old as it was before the drop
 * @param now as the release leaves it
 * @param rebuild how
 */
record Rebuilt(StatementView drop, Name name, Table old, Table now, Rebuild rebuild) {

    /** All of a release whose old form is known. */
    static List<Rebuilt> of(ReleaseView release) {
        List<Rebuilt> all = new ArrayList<>();
        for (StatementView statement : release.statements()) {
            statement
                    .as(Drop.class)
                    .filter(drop -> drop.kind() == ObjectKind.TABLE)
                    .ifPresent(drop -> drop.names()
                            .forEach(
                                    name -> at(statement, name, release.after()).ifPresent(all::add)));
        }
        return all;
    }

    private static Optional<Rebuilt> at(StatementView drop, Name dropped, Schema after) {
        Rebuild rebuild = Rebuild.around(drop, dropped).orElse(null);
        Table old = drop.schema().table(dropped).orElse(null);
        boolean young = old != null
                && drop.isNew(dropped)
                && old.madeBy().equals(drop.migration().id());
        if (rebuild == null || old == null || old.temporary() || young) {
            return Optional.empty();
        }
        return after.table(rebuild.table()).map(now -> new Rebuilt(drop, rebuild.table(), old, now, rebuild));
    }

    /** True when it was made from a query: then it has names and types, and nothing else. */
    boolean fromQuery() {
        return now.columns().isEmpty();
    }

    /** The column that is the number of a row itself, by https://www.sqlite.org/lang_createtable.html#rowid. */
    static Optional<Name> rowid(Table table) {
        return table.first(Constraint.Kind.PRIMARY_KEY)
                .filter(key -> !table.withoutRowid() && key.columns().size() == 1)
                .map(key -> key.columns().get(0))
                .filter(name -> table.column(name)
                        .filter(column ->
                                column.type() != null && column.type().written().equalsIgnoreCase("INTEGER"))
                        .isPresent());
    }
}
