package dev.stairway.lint.rules.postgresql;

import dev.stairway.lint.StatementView;
import dev.stairway.lint.schema.Index;
import dev.stairway.lint.schema.Table;
import dev.stairway.script.sql.tree.Name;

/** Whom work on a relation can hurt. */
final class Relations {

    private Relations() {}

    /** True when nobody waits for the table of an index: it is new or small, or the index is new. */
    static boolean harmlessIndex(StatementView statement, Name index) {
        return statement
                .schema()
                .index(index)
                .map(known -> known.isNew() || statement.isHarmless(known.table()))
                .orElse(false);
    }

    /** True when it is known to have partitions. */
    static boolean partitioned(StatementView statement, Name table) {
        return statement.schema().table(table).map(Table::partitioned).orElse(false);
    }

    /** True when the index is known to be one of a table with partitions. */
    static boolean partitionedIndex(StatementView statement, Name index) {
        return statement
                .schema()
                .index(index)
                .map(Index::table)
                .map(table -> partitioned(statement, table))
                .orElse(false);
    }
}
