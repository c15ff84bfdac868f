package dev.stairway.lint.rules.postgresql;

import dev.stairway.lint.StatementView;
import dev.stairway.script.sql.tree.Column;
import dev.stairway.script.sql.tree.Name;
import dev.stairway.script.sql.tree.SqlTree.AlterTable;
import dev.stairway.script.sql.tree.SqlTree.CreateTable;
import dev.stairway.script.sql.tree.TableAction.AddColumn;
import java.util.function.BiConsumer;

/** Columns that a statement makes. */
final class NewColumns {

    private NewColumns() {}

    /** Those that a table gets on which others would wait. */
    static void ofUsedTable(StatementView statement, BiConsumer<Name, AddColumn> seen) {
        statement
                .as(AlterTable.class)
                .filter(alter -> !statement.isHarmless(alter.table()))
                .ifPresent(alter -> added(alter, seen));
    }

    /** Those of any table, new or not; a session's own tables are nobody else's. */
    static void ofAnyTable(StatementView statement, BiConsumer<Name, Column> seen) {
        statement
                .as(CreateTable.class)
                .filter(made -> !made.temporary())
                .ifPresent(made -> made.columns().forEach(column -> seen.accept(made.table(), column)));
        statement
                .as(AlterTable.class)
                .ifPresent(alter -> added(alter, (table, add) -> seen.accept(table, add.column())));
    }

    private static void added(AlterTable alter, BiConsumer<Name, AddColumn> seen) {
        alter.actions().forEach(action -> {
            if (action instanceof AddColumn add) {
                seen.accept(alter.table(), add);
            }
        });
    }
}
