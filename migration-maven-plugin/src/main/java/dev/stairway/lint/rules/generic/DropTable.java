package dev.stairway.lint.rules.generic;

import dev.stairway.finding.Severity;
import dev.stairway.lint.Facts;
import dev.stairway.lint.LintRule;
import dev.stairway.lint.Proof;
import dev.stairway.lint.Remarks;
import dev.stairway.lint.StatementView;
import dev.stairway.lint.rules.support.Actions;
import dev.stairway.lint.rules.support.Names;
import dev.stairway.lint.rules.support.Rebuild;
import dev.stairway.script.sql.tree.Name;
import dev.stairway.script.sql.tree.ObjectKind;
import dev.stairway.script.sql.tree.SqlTree.Drop;
import dev.stairway.script.sql.tree.TableAction.RenameTable;
import java.util.List;
import java.util.Optional;

/** A table that holds rows is dropped. */
public final class DropTable implements LintRule {

    private static final Facts FACTS = Facts.of("G01", "drop-table", Severity.ERROR)
            .catches("DROP TABLE of a table that was there before the release")
            .when(
                    "A table is dropped that this release did not make. Quiet for temporary tables and for tables that are"
                            + " written anew: all rows are copied first, and a table of that name is there again afterwards.")
            .effect(
                    "All its rows are gone. A way back that creates it again restores its shape, not its rows. Code of the"
                            + " release that still runs fails at once.")
            .instead(
                    "Stop using the table in one release and drop it in a later one, when no running code reads it. Keep its"
                            + " rows where the way back can fetch them, and waive this rule with the reason.")
            .see(
                    "https://www.postgresql.org/docs/current/sql-droptable.html",
                    "https://www.sqlite.org/lang_droptable.html")
            .provenBy(Proof.LOSES_DATA, Proof.QUERY_SUFFERS);

    @Override
    public Facts facts() {
        return FACTS;
    }

    @Override
    public void statement(StatementView statement, Remarks remarks) {
        statement
                .as(Drop.class)
                .filter(drop -> drop.kind() == ObjectKind.TABLE)
                .ifPresent(drop -> drop(statement, drop.names(), remarks));
    }

    private static void drop(StatementView statement, List<Name> names, Remarks remarks) {
        for (Name table : names) {
            Optional<Rebuild> rebuild = Rebuild.around(statement, table);
            if (statement.isNew(table) && rebuild.isEmpty() || isLeftOver(statement, table)) {
                continue;
            }
            if (rebuild.isEmpty()) {
                remarks.at(
                        statement,
                        0,
                        table.written(),
                        "All rows of " + table + " are gone with the table",
                        later(table));
            } else if (rebuild.get().leavesRows()) {
                remarks.at(
                        statement,
                        0,
                        table.written(),
                        "Rows of " + table + " are gone that were not copied to "
                                + rebuild.get().copy() + " before");
            }
        }
    }

    /** What a broken try left of a copy that takes another table's place in a moment, and that no release ever kept. */
    private static boolean isLeftOver(StatementView statement, Name table) {
        boolean guarded = statement.as(Drop.class).filter(Drop::ifExists).isPresent();
        return guarded
                && statement.schema().table(table).isEmpty()
                && Actions.on(table, statement.after(), RenameTable.class)
                        .findAny()
                        .isPresent();
    }

    private static String later(Name table) {
        return "Drop " + table
                + " in a later release than the one that stops using it, and keep its rows for the way back:"
                + " CREATE TABLE " + Names.beside(table, table, "kept") + " AS SELECT * FROM " + table + ";";
    }
}
