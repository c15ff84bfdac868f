package dev.stairway.lint.rules.sqlite;

import dev.stairway.finding.Severity;
import dev.stairway.lint.Facts;
import dev.stairway.lint.LintRule;
import dev.stairway.lint.Proof;
import dev.stairway.lint.Remarks;
import dev.stairway.lint.StatementView;
import dev.stairway.lint.rules.support.Actions;
import dev.stairway.lint.rules.support.Names;
import dev.stairway.lint.schema.Table;
import dev.stairway.lint.schema.View;
import dev.stairway.script.sql.tree.Name;
import dev.stairway.script.sql.tree.SqlTree.CreateTable;
import dev.stairway.script.sql.tree.TableAction.RenameTable;
import java.util.ArrayList;
import java.util.List;

/** A table is moved aside, and all that referred to it moves along. */
public final class RenameRewritesRefs implements LintRule {

    private static final Facts FACTS = Facts.of("L04", "rename-rewrites-refs", Severity.ERROR)
            .about("sqlite")
            .catches("a rebuild that renames the old table first")
            .when(
                    "A table that was there before the release is renamed, and a new one of its old name is created in the same"
                            + " migration. Quiet when the history shows that no other table and no view refers to it, and with PRAGMA"
                            + " legacy_alter_table = ON.")
            .effect(
                    "ALTER TABLE ... RENAME TO changes the foreign keys of all other tables, triggers and views, too: they now"
                            + " refer to the table with the temporary name, and to nothing at all once that is dropped. Inserts into"
                            + " those tables fail with \"no such table\" from then on.")
            .instead(
                    "Create the new table under a temporary name, copy, drop the old table, and rename the new one: then nothing"
                            + " else is changed.")
            .see(
                    "https://www.sqlite.org/lang_altertable.html#otheralter",
                    "https://www.sqlite.org/lang_altertable.html#alter_table_rename")
            .provenBy(Proof.QUERY_SUFFERS, Proof.REPEAT_DIFFERS);

    @Override
    public Facts facts() {
        return FACTS;
    }

    @Override
    public void back(StatementView statement, Remarks remarks) {
        statement(statement, remarks);
    }

    @Override
    public void statement(StatementView statement, Remarks remarks) {
        for (RenameTable rename : Actions.of(statement, RenameTable.class)) {
            Name table = Actions.table(statement);
            boolean again = statement.after().stream()
                    .flatMap(later -> later.as(CreateTable.class).stream())
                    .anyMatch(made -> made.table().same(table));
            if (again && !statement.isNew(table) && !Sqlite.on(statement, "legacy_alter_table")) {
                look(statement, table, rename, remarks);
            }
        }
    }

    private static void look(StatementView statement, Name table, RenameTable rename, Remarks remarks) {
        List<Name> bound = bound(statement, table);
        boolean known = statement.schema().table(table).isPresent();
        if (known && bound.isEmpty()) {
            return;
        }
        String who = known ? Names.and(bound) : "Every table, view and trigger that refers to " + table;
        String verb = known && bound.size() > 1 ? " refer to " : " refers to ";
        remarks.at(
                statement,
                rename.offset(),
                table.written(),
                who + verb + rename.to() + " from now on, not to the new " + table,
                "CREATE TABLE " + Names.made(table, "new") + " (...); INSERT INTO " + Names.made(table, "new")
                        + " SELECT ... FROM " + table + "; DROP TABLE " + table + "; ALTER TABLE "
                        + Names.made(table, "new") + " RENAME TO " + table + ";");
    }

    private static List<Name> bound(StatementView statement, Name table) {
        List<Name> bound = new ArrayList<>();
        statement.schema().referring(table).stream()
                .map(Table::name)
                .filter(other -> !other.same(table))
                .forEach(bound::add);
        statement.schema().viewsOn(table).stream().map(View::name).forEach(bound::add);
        return bound;
    }
}
