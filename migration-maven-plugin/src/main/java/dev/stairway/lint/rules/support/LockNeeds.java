package dev.stairway.lint.rules.support;

import dev.stairway.lint.rules.support.LockNeed.Work;
import dev.stairway.lint.schema.Schema;
import dev.stairway.script.sql.tree.Name;
import dev.stairway.script.sql.tree.ObjectKind;
import dev.stairway.script.sql.tree.Query;
import dev.stairway.script.sql.tree.SqlTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which tables a statement of PostgreSQL 14 or newer locks, and how. The facts are those of the manual's pages of the
 * statements and of {@code AlterTableGetLockLevel} in the server's source.
 */
public final class LockNeeds {

    private LockNeeds() {}

    /**
     * The locks in the order of the statement; a table is named once for each reason. Weaker ones than {@code ROW EXCLUSIVE}
     * are told only where LOCK TABLE asks for them.
     *
     * @param schema as it is before the statement
     */
    public static List<LockNeed> of(SqlTree tree, Schema schema) {
        if (tree instanceof SqlTree.AlterTable alter) {
            return AlterLocks.of(alter, schema);
        }
        if (tree instanceof SqlTree.CreateTable create) {
            return created(create);
        }
        if (tree instanceof SqlTree.Drop drop) {
            return dropped(drop, schema);
        }
        List<LockNeed> rows = rows(tree);
        return rows.isEmpty() ? others(tree, schema) : rows;
    }

    /** The strongest lock of a table among them. */
    public static Optional<LockNeed> strongest(List<LockNeed> needs, Name table) {
        return needs.stream()
                .filter(need -> need.table().same(table))
                .max((one, other) -> one.mode().compareTo(other.mode()));
    }

    private static List<LockNeed> created(SqlTree.CreateTable create) {
        List<LockNeed> needs = new ArrayList<>();
        if (create.partitionOf() != null) {
            needs.add(quick(create.partitionOf(), LockMode.ACCESS_EXCLUSIVE));
        }
        create.allConstraints().stream()
                .filter(constraint -> constraint.references() != null)
                .map(constraint -> constraint.references().table())
                .filter(table -> !table.same(create.table()))
                .forEach(table -> needs.add(quick(table, LockMode.SHARE_ROW_EXCLUSIVE)));
        return needs;
    }

    private static List<LockNeed> dropped(SqlTree.Drop drop, Schema schema) {
        if (drop.kind() == ObjectKind.INDEX) {
            LockMode mode = drop.concurrently() ? LockMode.SHARE_UPDATE_EXCLUSIVE : LockMode.ACCESS_EXCLUSIVE;
            return drop.names().stream()
                    .flatMap(name -> schema.index(name).stream())
                    .map(index -> quick(index.table(), mode))
                    .toList();
        }
        if (drop.onTable() != null) {
            return List.of(quick(drop.onTable(), LockMode.ACCESS_EXCLUSIVE));
        }
        return drop.kind() == ObjectKind.TABLE ? tables(drop.names(), LockMode.ACCESS_EXCLUSIVE) : List.of();
    }

    private static List<LockNeed> rows(SqlTree tree) {
        if (tree instanceof SqlTree.Insert insert) {
            return List.of(written(insert.table(), insert.query() != null));
        }
        if (tree instanceof SqlTree.Update update) {
            return List.of(written(update.table(), Selective.everyRow(update.where())));
        }
        if (tree instanceof SqlTree.Delete delete) {
            return List.of(written(delete.table(), Selective.everyRow(delete.where())));
        }
        if (tree instanceof SqlTree.Copy copy && copy.from()) {
            return List.of(written(copy.table(), true));
        }
        return List.of();
    }

    private static List<LockNeed> others(SqlTree tree, Schema schema) {
        if (tree instanceof SqlTree.CreateIndex index) {
            return List.of(scans(index.table(), concurrentOr(index.concurrently(), LockMode.SHARE)));
        }
        if (tree instanceof SqlTree.Truncate truncate) {
            return truncated(truncate, schema);
        }
        if (tree instanceof SqlTree.CreateTrigger trigger) {
            return trigger.timing().startsWith("INSTEAD")
                    ? List.of()
                    : List.of(quick(trigger.table(), LockMode.SHARE_ROW_EXCLUSIVE));
        }
        if (tree instanceof SqlTree.CreatePolicy policy) {
            return List.of(quick(policy.table(), LockMode.ACCESS_EXCLUSIVE));
        }
        if (tree instanceof SqlTree.LockTable lock) {
            return tables(lock.tables(), LockMode.of(lock.mode()));
        }
        return maintenance(tree, schema);
    }

    private static List<LockNeed> maintenance(SqlTree tree, Schema schema) {
        if (tree instanceof SqlTree.Vacuum vacuum) {
            return vacuum.tables().stream()
                    .map(table -> vacuum.full() ? rewrites(table) : scans(table, LockMode.SHARE_UPDATE_EXCLUSIVE))
                    .toList();
        }
        if (tree instanceof SqlTree.Cluster cluster) {
            return List.of(rewrites(cluster.table()));
        }
        if (tree instanceof SqlTree.RefreshView refresh) {
            LockMode mode = refresh.concurrently() ? LockMode.EXCLUSIVE : LockMode.ACCESS_EXCLUSIVE;
            return List.of(new LockNeed(refresh.view(), mode, Work.REWRITES, 0));
        }
        if (tree instanceof SqlTree.Analyze analyze) {
            return tables(analyze.tables(), LockMode.SHARE_UPDATE_EXCLUSIVE);
        }
        if (tree instanceof SqlTree.Comment comment && comment.kind() == ObjectKind.TABLE) {
            return List.of(quick(comment.name(), LockMode.SHARE_UPDATE_EXCLUSIVE));
        }
        return tree instanceof SqlTree.Reindex reindex ? reindexed(reindex, schema) : List.of();
    }

    private static List<LockNeed> reindexed(SqlTree.Reindex reindex, Schema schema) {
        LockMode mode = concurrentOr(reindex.concurrently(), LockMode.SHARE);
        if (reindex.kind() == ObjectKind.TABLE) {
            return List.of(scans(reindex.name(), mode));
        }
        if (reindex.kind() != ObjectKind.INDEX) {
            return List.of();
        }
        return schema.index(reindex.name()).stream()
                .map(index -> scans(index.table(), mode))
                .toList();
    }

    private static List<LockNeed> truncated(SqlTree.Truncate truncate, Schema schema) {
        List<LockNeed> needs = new ArrayList<>(tables(truncate.tables(), LockMode.ACCESS_EXCLUSIVE));
        if (truncate.cascade()) {
            truncate.tables().stream()
                    .flatMap(table -> schema.referring(table).stream())
                    .forEach(table -> needs.add(quick(table.name(), LockMode.ACCESS_EXCLUSIVE)));
        }
        return needs;
    }

    private static LockMode concurrentOr(boolean concurrently, LockMode plain) {
        return concurrently ? LockMode.SHARE_UPDATE_EXCLUSIVE : plain;
    }

    private static List<LockNeed> tables(List<Name> tables, LockMode mode) {
        return tables.stream().map(table -> quick(table, mode)).toList();
    }

    private static LockNeed written(Name table, boolean many) {
        return new LockNeed(table, LockMode.ROW_EXCLUSIVE, many ? Work.REWRITES : Work.QUICK, 0);
    }

    private static LockNeed quick(Name table, LockMode mode) {
        return new LockNeed(table, mode, Work.QUICK, 0);
    }

    private static LockNeed scans(Name table, LockMode mode) {
        return new LockNeed(table, mode, Work.SCANS, 0);
    }

    private static LockNeed rewrites(Name table) {
        return new LockNeed(table, LockMode.ACCESS_EXCLUSIVE, Work.REWRITES, 0);
    }

    /** Tables that a statement reads all over to fill something else: the rows of a new table, of a view or of an INSERT. */
    public static List<Name> read(SqlTree tree) {
        Query query = null;
        if (tree instanceof SqlTree.CreateTable create) {
            query = create.as();
        } else if (tree instanceof SqlTree.CreateView view && view.materialized() && view.withData()) {
            query = view.query();
        } else if (tree instanceof SqlTree.Insert insert) {
            query = insert.query();
        }
        return query == null ? List.of() : query.tables();
    }
}
