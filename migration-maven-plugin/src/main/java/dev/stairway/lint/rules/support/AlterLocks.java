package dev.stairway.lint.rules.support;

import dev.stairway.lint.rules.support.LockNeed.Work;
import dev.stairway.lint.schema.Schema;
import dev.stairway.lint.schema.Table;
import dev.stairway.script.sql.tree.Column;
import dev.stairway.script.sql.tree.Constraint;
import dev.stairway.script.sql.tree.Constraint.Kind;
import dev.stairway.script.sql.tree.Name;
import dev.stairway.script.sql.tree.SqlTree.AlterTable;
import dev.stairway.script.sql.tree.TableAction;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Locks of one ALTER TABLE: https://www.postgresql.org/docs/current/sql-altertable.html. */
final class AlterLocks {

    private final Name table;
    private final Schema schema;
    private final List<LockNeed> needs = new ArrayList<>();

    private AlterLocks(Name table, Schema schema) {
        this.table = table;
        this.schema = schema;
    }

    static List<LockNeed> of(AlterTable alter, Schema schema) {
        AlterLocks locks = new AlterLocks(alter.table(), schema);
        alter.actions().forEach(locks::action);
        return locks.needs;
    }

    private void action(TableAction action) {
        int at = action.offset();
        if (action instanceof TableAction.AddColumn add) {
            column(add.column(), at);
        } else if (action instanceof TableAction.AlterType type) {
            type(type, at);
        } else if (action instanceof TableAction.AlterNotNull change) {
            exclusive(
                    change.notNull() && !NotNullProof.drawn(schema, table, change.column()) ? Work.SCANS : Work.QUICK,
                    at);
        } else if (action instanceof TableAction.AddConstraint add) {
            constraint(add.constraint(), at);
        } else if (action instanceof TableAction.DropConstraint drop) {
            dropped(drop, at);
        } else if (action instanceof TableAction.ValidateConstraint) {
            need(table, LockMode.SHARE_UPDATE_EXCLUSIVE, Work.SCANS, at);
        } else if (action instanceof TableAction.SetStorage) {
            exclusive(Work.REWRITES, at);
        } else {
            partitions(action, at);
        }
    }

    /** Foreign keys that refer to the column are made anew, with their tables locked as well. */
    private void type(TableAction.AlterType type, int at) {
        exclusive(Retyping.rewrites(type, known(type.column())) ? Work.REWRITES : Work.QUICK, at);
        schema.referring(table).stream()
                .filter(other -> !other.name().same(table))
                .filter(other -> other.all(Kind.FOREIGN_KEY).stream().anyMatch(key -> refersTo(key, type.column())))
                .forEach(other -> need(other.name(), LockMode.ACCESS_EXCLUSIVE, Work.SCANS, at));
    }

    private boolean refersTo(Constraint key, Name column) {
        if (key.references() == null || !key.references().table().same(table)) {
            return false;
        }
        List<Name> columns = key.references().columns().isEmpty()
                ? primaryKey()
                : key.references().columns();
        return Names.contains(columns, column);
    }

    private List<Name> primaryKey() {
        return schema.table(table)
                .flatMap(known -> known.first(Kind.PRIMARY_KEY))
                .map(Constraint::columns)
                .orElse(List.of());
    }

    private void partitions(TableAction action, int at) {
        if (action instanceof TableAction.AttachPartition attach) {
            need(table, LockMode.SHARE_UPDATE_EXCLUSIVE, Work.QUICK, at);
            need(attach.partition(), LockMode.ACCESS_EXCLUSIVE, Work.SCANS, at);
        } else if (action instanceof TableAction.DetachPartition detach) {
            LockMode mode = detach.concurrently() ? LockMode.SHARE_UPDATE_EXCLUSIVE : LockMode.ACCESS_EXCLUSIVE;
            need(table, mode, Work.QUICK, at);
            need(detach.partition(), LockMode.ACCESS_EXCLUSIVE, Work.QUICK, at);
        } else if (action instanceof TableAction.SwitchTrigger) {
            need(table, LockMode.SHARE_ROW_EXCLUSIVE, Work.QUICK, at);
        } else if (action instanceof TableAction.SetOptions) {
            need(table, LockMode.SHARE_UPDATE_EXCLUSIVE, Work.QUICK, at);
        } else if (action instanceof TableAction.Other other) {
            need(table, other(other.text().toUpperCase(Locale.ROOT)), Work.QUICK, at);
        } else {
            exclusive(Work.QUICK, at);
        }
    }

    private static LockMode other(String text) {
        boolean statistics = text.contains("SET STATISTICS") || text.contains("N_DISTINCT");
        boolean clustering = text.startsWith("CLUSTER ON") || text.startsWith("SET WITHOUT CLUSTER");
        return statistics || clustering ? LockMode.SHARE_UPDATE_EXCLUSIVE : LockMode.ACCESS_EXCLUSIVE;
    }

    private void column(Column column, int at) {
        exclusive(written(column) ? Work.REWRITES : scanned(column) ? Work.SCANS : Work.QUICK, at);
        // What is null everywhere refers to nothing: a new column's foreign key is checked only where it has a default.
        Work check = column.defaultValue() == null ? Work.QUICK : Work.SCANS;
        column.constraints().stream()
                .filter(constraint -> constraint.kind() == Kind.FOREIGN_KEY)
                .forEach(key -> referenced(key, key.notValid() ? Work.QUICK : check, at));
    }

    private boolean written(Column column) {
        boolean computed = column.generated() != null && column.stored();
        boolean differs = Volatility.of(column.defaultValue()).isPresent();
        return computed || column.identity() || differs;
    }

    private static boolean scanned(Column column) {
        return column.has(Kind.UNIQUE) || column.has(Kind.PRIMARY_KEY) || column.has(Kind.CHECK);
    }

    private void constraint(Constraint constraint, int at) {
        boolean unchecked = constraint.notValid() || constraint.notEnforced() || constraint.usingIndex() != null;
        Work work = unchecked ? Work.QUICK : Work.SCANS;
        if (constraint.kind() == Kind.FOREIGN_KEY) {
            need(table, LockMode.SHARE_ROW_EXCLUSIVE, work, at);
            referenced(constraint, work, at);
        } else {
            exclusive(work, at);
        }
    }

    private void referenced(Constraint key, Work work, int at) {
        if (key.references() != null && !key.references().table().same(table)) {
            need(key.references().table(), LockMode.SHARE_ROW_EXCLUSIVE, work, at);
        }
    }

    private void dropped(TableAction.DropConstraint drop, int at) {
        exclusive(Work.QUICK, at);
        schema.table(table).stream()
                .flatMap(known -> known.all(Kind.FOREIGN_KEY).stream())
                .filter(key -> key.name() != null && key.name().same(drop.constraint()))
                .filter(key -> !key.references().table().same(table))
                .forEach(key -> need(key.references().table(), LockMode.ACCESS_EXCLUSIVE, Work.QUICK, at));
    }

    private Column known(Name column) {
        return schema.table(table)
                .flatMap((Table known) -> known.column(column))
                .orElse(null);
    }

    private void exclusive(Work work, int at) {
        need(table, LockMode.ACCESS_EXCLUSIVE, work, at);
    }

    private void need(Name name, LockMode mode, Work work, int at) {
        needs.add(new LockNeed(name, mode, work, at));
    }
}
