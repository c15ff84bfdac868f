package dev.stairway.lint.rules.support;

import dev.stairway.lint.StatementView;
import dev.stairway.script.sql.tree.SqlTree.AlterTable;
import dev.stairway.script.sql.tree.SqlTree.CreateIndex;

/**
 * Statements of a way back. It is walked seldom, by people who are watching, so that a lock there is worth a word only where
 * the table is known to be large.
 */
public final class WayBack {

    private WayBack() {}

    /** True when the table that the statement alters or indexes is known to be large. */
    public static boolean onLargeTable(StatementView statement) {
        return statement
                .as(AlterTable.class)
                .map(AlterTable::table)
                .or(() -> statement.as(CreateIndex.class).map(CreateIndex::table))
                .filter(statement::isLarge)
                .isPresent();
    }
}
