package dev.stairway.lint.rules.generic;

import dev.stairway.finding.Severity;
import dev.stairway.lint.Facts;
import dev.stairway.lint.LintRule;
import dev.stairway.lint.Proof;
import dev.stairway.lint.Remarks;
import dev.stairway.lint.StatementView;
import dev.stairway.lint.schema.View;
import dev.stairway.script.sql.tree.Name;
import dev.stairway.script.sql.tree.ObjectKind;
import dev.stairway.script.sql.tree.SqlTree.AlterTable;
import dev.stairway.script.sql.tree.SqlTree.Drop;
import dev.stairway.script.sql.tree.TableAction;
import java.util.List;
import java.util.stream.Collectors;

/** A change of what a view stands on. */
public final class ViewDepends implements LintRule {

    private static final Facts FACTS = Facts.of("G55", "view-depends", Severity.WARNING)
            .about("postgresql")
            .catches("A table or column that is changed while a view reads it")
            .when(
                    "A column that a known view reads is dropped, renamed or gets another type, or a table or view that another view reads"
                            + " is dropped, without CASCADE. Quiet when the view is dropped first. SQLite's own cases are told by"
                            + " drop-column-used.")
            .effect(
                    "PostgreSQL refuses to drop the column or to change its type, and the migration fails. A renamed column keeps its"
                            + " old name in the view, so that from now on the two disagree.")
            .instead("Drop the view before, and create it again afterwards")
            .see(
                    "https://www.postgresql.org/docs/current/ddl-depend.html",
                    "https://www.postgresql.org/docs/current/sql-createview.html")
            .provenBy(Proof.FAILS);

    @Override
    public Facts facts() {
        return FACTS;
    }

    @Override
    public void statement(StatementView statement, Remarks remarks) {
        statement
                .as(AlterTable.class)
                .ifPresent(altered ->
                        altered.actions().forEach(action -> action(statement, altered.table(), action, remarks)));
        statement
                .as(Drop.class)
                .filter(drop -> !drop.cascade() && isRelation(drop.kind()))
                .ifPresent(drop -> drop.names().forEach(name -> dropped(statement, drop, name, remarks)));
    }

    private static boolean isRelation(ObjectKind kind) {
        return kind == ObjectKind.TABLE || kind == ObjectKind.VIEW || kind == ObjectKind.MATERIALIZED_VIEW;
    }

    private static void action(StatementView statement, Name table, TableAction action, Remarks remarks) {
        if (action instanceof TableAction.DropColumn dropped && !dropped.cascade()) {
            column(statement, table, dropped.column(), action.offset(), "cannot be dropped", remarks);
        } else if (action instanceof TableAction.AlterType typed) {
            column(statement, table, typed.column(), action.offset(), "cannot get another type", remarks);
        } else if (action instanceof TableAction.RenameColumn renamed) {
            column(statement, table, renamed.from(), action.offset(), "keeps its old name in the view", remarks);
        }
    }

    private static void column(
            StatementView statement, Name table, Name column, int offset, String what, Remarks remarks) {
        List<View> views = statement.schema().viewsOn(table).stream()
                .filter(view -> ViewColumns.reads(view, table, column, statement.schema()))
                .toList();
        if (!views.isEmpty()) {
            String names = ViewColumns.names(views);
            String read = views.size() == 1 ? "view " + names + " reads it" : "views " + names + " read it";
            remarks.at(
                    statement,
                    offset,
                    table.written(),
                    table.written() + "." + column.written() + " " + what + ": " + read,
                    around(views));
        }
    }

    private static void dropped(StatementView statement, Drop drop, Name name, Remarks remarks) {
        List<View> views = statement.schema().viewsOn(name).stream()
                .filter(view -> view.query().tables().stream().anyMatch(name::same))
                .filter(view -> drop.names().stream().noneMatch(view.name()::same))
                .toList();
        if (!views.isEmpty()) {
            String names = ViewColumns.names(views);
            String read = views.size() == 1 ? "view " + names + " reads it" : "views " + names + " read it";
            remarks.at(statement, 0, name.written(), name.written() + " cannot be dropped: " + read, around(views));
        }
    }

    private static String around(List<View> views) {
        String drops = views.stream()
                .map(view -> "DROP " + (view.materialized() ? "MATERIALIZED " : "") + "VIEW "
                        + view.name().written() + ";")
                .collect(Collectors.joining(" "));
        return drops + " before, and CREATE VIEW again afterwards, in the same transaction";
    }
}
