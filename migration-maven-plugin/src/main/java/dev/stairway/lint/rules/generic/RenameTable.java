package dev.stairway.lint.rules.generic;

import dev.stairway.finding.Severity;
import dev.stairway.lint.Facts;
import dev.stairway.lint.LintRule;
import dev.stairway.lint.Proof;
import dev.stairway.lint.Remarks;
import dev.stairway.lint.StatementView;
import dev.stairway.lint.rules.support.Actions;
import dev.stairway.script.sql.parse.ParsedStatement;
import dev.stairway.script.sql.tree.Name;
import dev.stairway.script.sql.tree.ObjectKind;
import dev.stairway.script.sql.tree.SqlTree.CreateTable;
import dev.stairway.script.sql.tree.SqlTree.CreateView;
import dev.stairway.script.sql.tree.SqlTree.Rename;
import dev.stairway.script.sql.tree.TableAction;
import java.util.Set;

/** A table or a view gets another name. */
public final class RenameTable implements LintRule {

    private static final Set<ObjectKind> READ = Set.of(
            ObjectKind.TABLE, ObjectKind.VIEW, ObjectKind.MATERIALIZED_VIEW, ObjectKind.SCHEMA, ObjectKind.SEQUENCE);

    private static final Facts FACTS = Facts.of("G07", "rename-table", Severity.ERROR)
            .catches("RENAME of a table, view, sequence or schema that was there before the release")
            .when(
                    "Something that this release did not make gets another name. Quiet when a table of the former name is there"
                            + " again at the end of the same migration, or on PostgreSQL a view, which code can write to; in SQLite it"
                            + " cannot.")
            .effect("Code of the release that still runs fails at once, on every statement that says the former name.")
            .instead("Leave a view of the former name behind, in the same transaction; drop it in a later release.")
            .see(
                    "https://www.postgresql.org/docs/current/sql-altertable.html",
                    "https://www.postgresql.org/docs/current/sql-createview.html#SQL-CREATEVIEW-UPDATABLE-VIEWS")
            .provenBy(Proof.QUERY_SUFFERS);

    @Override
    public Facts facts() {
        return FACTS;
    }

    @Override
    public void statement(StatementView statement, Remarks remarks) {
        for (TableAction.RenameTable rename : Actions.of(statement, TableAction.RenameTable.class)) {
            Name table = Actions.table(statement);
            if (!statement.isNew(table) && !isBack(statement, table)) {
                remarks.at(
                        statement,
                        rename.offset(),
                        table.written(),
                        "Running code that still says " + table + " fails: it is called " + rename.to()
                                + " from now on",
                        "Leave a view behind, in the same transaction: CREATE VIEW " + table + " AS SELECT * FROM "
                                + rename.to() + ";");
            }
        }
        statement.as(Rename.class).ifPresent(rename -> rename(statement, rename, remarks));
    }

    private static void rename(StatementView statement, Rename rename, Remarks remarks) {
        boolean made = rename.kind() == ObjectKind.TABLE
                ? statement.isNew(rename.from())
                : statement.schema().isNew(rename.kind(), rename.from());
        if (READ.contains(rename.kind()) && !made && !isBack(statement, rename.from())) {
            remarks.at(
                    statement,
                    0,
                    rename.from().written(),
                    "Running code that still says " + rename.from() + " fails: it is called " + rename.to()
                            + " from now on");
        }
    }

    private static boolean isBack(StatementView statement, Name name) {
        return statement.after().stream().anyMatch(later -> takes(statement, later, name));
    }

    private static boolean takes(StatementView statement, ParsedStatement later, Name name) {
        return later.as(CreateView.class)
                        .filter(view ->
                                view.view().same(name) && !statement.targets().is("sqlite"))
                        .isPresent()
                || later.as(CreateTable.class)
                        .filter(table -> table.table().same(name))
                        .isPresent()
                || later.as(Rename.class)
                        .filter(rename -> rename.to().same(name))
                        .isPresent()
                || Actions.of(later, TableAction.RenameTable.class)
                        .anyMatch(rename -> rename.to().same(name));
    }
}
