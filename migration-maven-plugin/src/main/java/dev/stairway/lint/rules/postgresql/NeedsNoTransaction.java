package dev.stairway.lint.rules.postgresql;

import dev.stairway.script.sql.tree.ObjectKind;
import dev.stairway.script.sql.tree.SqlTree;
import dev.stairway.script.sql.tree.SqlTree.AlterTable;
import dev.stairway.script.sql.tree.SqlTree.CreateIndex;
import dev.stairway.script.sql.tree.SqlTree.Drop;
import dev.stairway.script.sql.tree.SqlTree.Reindex;
import dev.stairway.script.sql.tree.SqlTree.Vacuum;
import dev.stairway.script.sql.tree.TableAction.DetachPartition;

/** Statements that PostgreSQL refuses in a transaction. REFRESH ... CONCURRENTLY is none of them. */
final class NeedsNoTransaction {

    private NeedsNoTransaction() {}

    /** What it is called, empty for a statement that may be in a transaction. */
    static String what(SqlTree tree) {
        if (tree instanceof CreateIndex index && index.concurrently()) {
            return "CREATE INDEX CONCURRENTLY";
        } else if (tree instanceof Drop drop && drop.concurrently()) {
            return "DROP INDEX CONCURRENTLY";
        } else if (tree instanceof Reindex reindex && (reindex.concurrently() || reindexesMany(reindex))) {
            return reindex.concurrently() ? "REINDEX CONCURRENTLY" : "REINDEX of more than one table";
        } else if (tree instanceof Vacuum vacuum && !vacuum.full()) {
            return "VACUUM";
        }
        return detaches(tree) ? "DETACH PARTITION CONCURRENTLY" : "";
    }

    /** REINDEX SCHEMA, DATABASE or SYSTEM begins a transaction for each table. */
    static boolean reindexesMany(Reindex reindex) {
        return reindex.kind() != ObjectKind.INDEX && reindex.kind() != ObjectKind.TABLE;
    }

    private static boolean detaches(SqlTree tree) {
        return tree instanceof AlterTable alter
                && alter.actions().stream()
                        .anyMatch(action -> action instanceof DetachPartition detach && detach.concurrently());
    }

    /** What it is about, for people. */
    static String object(SqlTree tree) {
        if (tree instanceof CreateIndex index) {
            return index.index() == null
                    ? index.table().written()
                    : index.index().written();
        } else if (tree instanceof Drop drop) {
            return drop.names().get(0).written();
        } else if (tree instanceof AlterTable alter) {
            return alter.table().written();
        } else if (tree instanceof Vacuum vacuum && !vacuum.tables().isEmpty()) {
            return vacuum.tables().get(0).written();
        }
        return tree instanceof Reindex reindex && reindex.name() != null
                ? reindex.name().written()
                : "";
    }
}
