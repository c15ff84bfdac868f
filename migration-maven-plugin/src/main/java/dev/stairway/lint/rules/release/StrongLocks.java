package dev.stairway.lint.rules.release;

import dev.stairway.lint.StatementView;
import dev.stairway.lint.schema.Index;
import dev.stairway.script.sql.tree.Constraint;
import dev.stairway.script.sql.tree.Name;
import dev.stairway.script.sql.tree.ObjectKind;
import dev.stairway.script.sql.tree.SqlTree;
import dev.stairway.script.sql.tree.TableAction;
import java.util.ArrayList;
import java.util.List;

/**
 * Tables whose readers or writers have to wait for a statement, on PostgreSQL. New and small ones are left out: nobody waits
 * for them, or not for long. https://www.postgresql.org/docs/current/explicit-locking.html#LOCKING-TABLES
 */
final class StrongLocks {

    private StrongLocks() {}

    /** Each table once. */
    static List<Name> of(StatementView statement) {
        List<Name> tables = new ArrayList<>();
        tables(statement).stream()
                .filter(table -> !statement.isHarmless(table))
                .filter(table -> tables.stream().noneMatch(table::same))
                .forEach(tables::add);
        return tables;
    }

    private static List<Name> tables(StatementView statement) {
        SqlTree tree = statement.tree();
        if (tree instanceof SqlTree.AlterTable altered) {
            return altered(altered);
        } else if (tree instanceof SqlTree.CreateTable made) {
            return parents(made.allConstraints());
        } else if (tree instanceof SqlTree.CreateIndex made) {
            return made.concurrently() ? List.of() : List.of(made.table());
        } else if (tree instanceof SqlTree.Drop drop) {
            return dropped(statement, drop);
        } else if (tree instanceof SqlTree.Truncate truncate) {
            return truncate.tables();
        } else if (tree instanceof SqlTree.LockTable lock) {
            return lock.tables();
        } else if (tree instanceof SqlTree.CreateTrigger made) {
            return List.of(made.table());
        } else if (tree instanceof SqlTree.CreatePolicy made) {
            return List.of(made.table());
        } else if (tree instanceof SqlTree.Vacuum vacuum) {
            return vacuum.full() ? vacuum.tables() : List.of();
        } else if (tree instanceof SqlTree.Cluster cluster && cluster.table() != null) {
            return List.of(cluster.table());
        }
        return reindexed(statement, tree);
    }

    private static List<Name> reindexed(StatementView statement, SqlTree tree) {
        if (tree instanceof SqlTree.Reindex reindex && !reindex.concurrently() && reindex.name() != null) {
            return reindex.kind() == ObjectKind.TABLE
                    ? List.of(reindex.name())
                    : statement.schema().index(reindex.name()).map(Index::table).stream()
                            .toList();
        }
        return List.of();
    }

    private static List<Name> altered(SqlTree.AlterTable altered) {
        List<Name> tables = new ArrayList<>();
        if (altered.actions().stream().anyMatch(StrongLocks::isStrong)) {
            tables.add(altered.table());
        }
        for (TableAction action : altered.actions()) {
            if (action instanceof TableAction.AddConstraint added) {
                tables.addAll(parents(List.of(added.constraint())));
            } else if (action instanceof TableAction.AddColumn added) {
                tables.addAll(parents(added.column().constraints()));
            }
        }
        return tables;
    }

    private static boolean isStrong(TableAction action) {
        boolean lets = action instanceof TableAction.ValidateConstraint
                || action instanceof TableAction.AttachPartition
                || action instanceof TableAction.SetOptions
                || action instanceof TableAction.DetachPartition detached && detached.concurrently();
        return !lets;
    }

    private static List<Name> parents(List<Constraint> constraints) {
        return constraints.stream()
                .filter(constraint -> constraint.references() != null)
                .map(constraint -> constraint.references().table())
                .toList();
    }

    private static List<Name> dropped(StatementView statement, SqlTree.Drop drop) {
        if (drop.kind() == ObjectKind.TABLE) {
            return drop.names();
        }
        if (drop.kind() == ObjectKind.INDEX && !drop.concurrently()) {
            return drop.names().stream()
                    .flatMap(name -> statement.schema().index(name).stream())
                    .map(Index::table)
                    .toList();
        }
        return drop.onTable() == null ? List.of() : List.of(drop.onTable());
    }
}
