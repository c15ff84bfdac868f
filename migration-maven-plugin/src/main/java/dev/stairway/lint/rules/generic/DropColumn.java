package dev.stairway.lint.rules.generic;

import dev.stairway.finding.Severity;
import dev.stairway.lint.Facts;
import dev.stairway.lint.LintRule;
import dev.stairway.lint.Proof;
import dev.stairway.lint.ReleaseView;
import dev.stairway.lint.Remarks;
import dev.stairway.lint.StatementView;
import dev.stairway.lint.rules.support.Actions;
import dev.stairway.lint.rules.support.Earlier;
import dev.stairway.lint.rules.support.Names;
import dev.stairway.lint.rules.support.Rebuild;
import dev.stairway.lint.schema.Table;
import dev.stairway.script.sql.tree.Column;
import dev.stairway.script.sql.tree.Name;
import dev.stairway.script.sql.tree.ObjectKind;
import dev.stairway.script.sql.tree.SqlTree.Drop;
import dev.stairway.script.sql.tree.TableAction;
import java.util.List;

/** A column that holds values is dropped. */
public final class DropColumn implements LintRule {

    private static final Facts FACTS = Facts.of("G02", "drop-column", Severity.ERROR)
            .catches("DROP COLUMN of a column that was there before the release")
            .when(
                    "A column is dropped that this release did not add, or a table is written anew without it. Quiet when the"
                            + " table or the column is of this release.")
            .effect(
                    "Its values are gone, and no way back can restore them. Code of the release that still runs fails on every"
                            + " statement that names the column.")
            .instead(
                    "Stop reading and writing the column in one release (make it nullable or give it a default), and drop it in"
                            + " a later one. Keep its values where the way back can fetch them, and waive this rule with the reason.")
            .see(
                    "https://www.postgresql.org/docs/current/sql-altertable.html",
                    "https://www.sqlite.org/lang_altertable.html#alter_table_drop_column")
            .provenBy(Proof.LOSES_DATA, Proof.QUERY_SUFFERS);

    @Override
    public Facts facts() {
        return FACTS;
    }

    @Override
    public void release(ReleaseView release, Remarks remarks) {
        Earlier.walk(release, (statement, earlier) -> {
            drop(statement, earlier, remarks);
            statement
                    .as(Drop.class)
                    .filter(drop -> drop.kind() == ObjectKind.TABLE)
                    .ifPresent(drop -> drop.names().forEach(table -> rebuild(statement, table, remarks)));
        });
    }

    private static void drop(StatementView statement, Earlier earlier, Remarks remarks) {
        for (TableAction.DropColumn drop : Actions.of(statement, TableAction.DropColumn.class)) {
            Name table = Actions.table(statement);
            Name column = drop.column();
            if (!statement.isNew(table)
                    && earlier.added(statement, table, column, drop.offset()).isEmpty()) {
                remarks.at(
                        statement,
                        drop.offset(),
                        Names.column(table, column),
                        "All values of " + column + " in " + table + " are gone, and running code that names it fails",
                        later(statement, table, column));
            }
        }
    }

    private static void rebuild(StatementView statement, Name dropped, Remarks remarks) {
        Rebuild rebuild = Rebuild.around(statement, dropped).orElse(null);
        Table old = statement.schema().table(dropped).orElse(null);
        Table copy = rebuild == null
                ? null
                : statement.schema().table(rebuild.copy()).orElse(null);
        if (old == null || copy == null || copy.columns().isEmpty()) {
            return;
        }
        List<Name> lost = old.columns().stream()
                .map(Column::name)
                .filter(column -> copy.column(column).isEmpty())
                .toList();
        if (!lost.isEmpty()) {
            remarks.at(
                    statement,
                    0,
                    Names.column(rebuild.table(), lost.get(0)),
                    rebuild.table() + " is written anew without " + Names.and(lost) + ", whose values are gone");
        }
    }

    private static String later(StatementView statement, Name table, Name column) {
        String optional = statement.targets().is("sqlite")
                ? ""
                : " (where it is NOT NULL: ALTER TABLE " + table + " ALTER COLUMN " + column + " DROP NOT NULL;)";
        return "Release 1: code stops using " + column + optional + ". Release 2: ALTER TABLE " + table
                + " DROP COLUMN " + column + ";";
    }
}
