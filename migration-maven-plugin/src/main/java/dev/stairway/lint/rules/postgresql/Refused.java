package dev.stairway.lint.rules.postgresql;

import dev.stairway.lint.StatementView;
import dev.stairway.script.sql.tree.ObjectKind;
import dev.stairway.script.sql.tree.SqlTree;
import dev.stairway.script.sql.tree.SqlTree.CreateIndex;
import dev.stairway.script.sql.tree.SqlTree.Drop;

/** What CONCURRENTLY cannot do even outside a transaction. */
final class Refused {

    private Refused() {}

    /** Why, after the statement's name; empty where nothing is known against it. */
    static String why(StatementView statement) {
        SqlTree tree = statement.tree();
        if (tree instanceof CreateIndex index && index.concurrently()) {
            return Relations.partitioned(statement, index.table())
                    ? index.table() + " has partitions: PostgreSQL makes an index concurrently on each, and not on all"
                    : "";
        }
        boolean drops = tree instanceof Drop drop && drop.kind() == ObjectKind.INDEX && drop.concurrently();
        return drops ? why(statement, (Drop) tree) : "";
    }

    private static String why(StatementView statement, Drop drop) {
        if (drop.names().size() > 1) {
            return "PostgreSQL drops one index at a time concurrently, and not "
                    + drop.names().size();
        }
        if (drop.cascade()) {
            return "PostgreSQL drops nothing CASCADE and CONCURRENTLY at once";
        }
        return Relations.partitionedIndex(statement, drop.names().get(0))
                ? drop.names().get(0) + " belongs to a table with partitions, and cannot be dropped concurrently"
                : "";
    }

    /** What to write. */
    static String instead(SqlTree tree) {
        if (tree instanceof CreateIndex index) {
            return "CREATE INDEX ON ONLY " + index.table()
                    + ", then CREATE INDEX CONCURRENTLY on each partition and ALTER"
                    + " INDEX ... ATTACH PARTITION for each";
        }
        return "DROP INDEX CONCURRENTLY of one index in each statement; what is in the way is dropped before by name, and an"
                + " index of a table with partitions without CONCURRENTLY";
    }
}
