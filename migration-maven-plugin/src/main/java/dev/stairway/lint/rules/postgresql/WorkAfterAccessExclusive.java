package dev.stairway.lint.rules.postgresql;

import dev.stairway.finding.Severity;
import dev.stairway.lint.Facts;
import dev.stairway.lint.LintRule;
import dev.stairway.lint.Proof;
import dev.stairway.lint.Remarks;
import dev.stairway.lint.StatementView;
import dev.stairway.lint.rules.support.LockMode;
import dev.stairway.lint.rules.support.LockNeed;
import dev.stairway.lint.rules.support.LockNeeds;
import dev.stairway.lint.rules.support.SameTransaction;
import dev.stairway.lint.schema.Schema;
import dev.stairway.script.sql.tree.Name;
import dev.stairway.script.sql.tree.SqlTree;
import dev.stairway.script.sql.tree.TableAction;
import java.util.List;
import java.util.Optional;

/** P30. */
public final class WorkAfterAccessExclusive implements LintRule {

    private static final Facts FACTS = Facts.of("P30", "work-after-accessexclusive", Severity.ERROR)
            .about("postgresql")
            .catches("Slow work while a table is locked against everybody")
            .when(
                    "A statement takes ACCESS EXCLUSIVE on a table that is in use, and a later one of the same transaction validates a"
                            + " constraint, builds an index or copies rows, or changes rows behind LOCK TABLE. Another quick change under the lock is fine, and rows that are"
                            + " changed beside a change of the schema are told by ddl-plus-dml-one-tx.")
            .effect(
                    "Locks are kept until the transaction ends. The change itself takes milliseconds, but nobody can read the table"
                            + " until the slow statement behind it is through.")
            .instead("Put the slow statement into a migration of its own, so that the lock is given back first")
            .see("https://www.postgresql.org/docs/current/explicit-locking.html#LOCKING-TABLES")
            .provenBy(Proof.BLOCKS_READS);

    @Override
    public Facts facts() {
        return FACTS;
    }

    @Override
    public void statement(StatementView statement, Remarks remarks) {
        if (slow(statement, statement.tree(), List.of()).isEmpty() && !changesRows(statement.tree())) {
            return;
        }
        List<SqlTree> before = SameTransaction.before(statement);
        slow(statement, statement.tree(), before)
                .flatMap(work -> locked(statement, before).map(table -> new Held(work, table)))
                .filter(held -> !saidAlready(statement, before))
                .ifPresent(held -> tell(statement, held, remarks));
    }

    private static void tell(StatementView statement, Held held, Remarks remarks) {
        String what = "The " + held.slow().what() + " runs while " + held.table()
                + " is still locked by an earlier statement of the transaction, so nobody can read " + held.table()
                + " until it is through";
        String instead =
                "Move the " + held.slow().what() + " into a migration of its own behind this one; with the change of "
                        + held.table() + " committed first its lock lasts milliseconds";
        remarks.at(statement, 0, held.table().written(), what, instead);
    }

    /** One remark for a transaction is enough: its first slow statement. */
    private static boolean saidAlready(StatementView statement, List<SqlTree> before) {
        for (int at = 1; at < before.size(); at++) {
            List<SqlTree> earlier = before.subList(0, at);
            if (slow(statement, before.get(at), earlier).isPresent()
                    && locked(statement, earlier).isPresent()) {
                return true;
            }
        }
        return false;
    }

    /** What takes ACCESS EXCLUSIVE itself and scans is told by rules of its own, whatever ran before. */
    private static Optional<Slow> slow(StatementView statement, SqlTree tree, List<SqlTree> before) {
        if (tree instanceof SqlTree.AlterTable alter) {
            return alter.actions().stream()
                    .filter(TableAction.ValidateConstraint.class::isInstance)
                    .map(TableAction.ValidateConstraint.class::cast)
                    .filter(validate -> !statement.isHarmless(alter.table()) && !added(validate, before))
                    .map(validate -> new Slow("validation of " + validate.constraint() + " on " + alter.table()))
                    .findFirst();
        }
        if (tree instanceof SqlTree.CreateIndex index && !index.concurrently()) {
            return Optional.of(index.table())
                    .filter(table -> !statement.isHarmless(table))
                    .map(table -> new Slow("build of an index on " + table));
        }
        if (tree instanceof SqlTree.RefreshView refresh) {
            return Optional.of(new Slow("query of " + refresh.view()));
        }
        if (tree instanceof SqlTree.Copy copy && copy.from()) {
            return Optional.of(new Slow("load of " + copy.table()));
        }
        if (changesRows(tree) && before.stream().anyMatch(SqlTree.LockTable.class::isInstance)) {
            return LockNeeds.of(tree, statement.schema()).stream()
                    .map(LockNeed::table)
                    .filter(table -> !statement.isHarmless(table))
                    .findFirst()
                    .map(table -> new Slow("change of rows of " + table));
        }
        return copies(tree)
                ? LockNeeds.read(tree).stream()
                        .filter(table -> !statement.isHarmless(table) && ofUsers(table))
                        .map(table -> new Slow("copy of rows of " + table))
                        .findFirst()
                : Optional.empty();
    }

    private static boolean changesRows(SqlTree tree) {
        return tree instanceof SqlTree.Update
                || tree instanceof SqlTree.Delete
                || tree instanceof SqlTree.Insert insert && insert.query() != null;
    }

    private static boolean copies(SqlTree tree) {
        return tree instanceof SqlTree.CreateTable || tree instanceof SqlTree.CreateView;
    }

    private static boolean ofUsers(Name table) {
        return !table.name().startsWith("pg_") && !table.schema().equals("information_schema");
    }

    /** That a constraint is added and validated at once is told by a rule of its own. */
    private static boolean added(TableAction.ValidateConstraint validate, List<SqlTree> before) {
        return before.stream()
                .filter(SqlTree.AlterTable.class::isInstance)
                .flatMap(tree -> ((SqlTree.AlterTable) tree).actions().stream())
                .filter(TableAction.AddConstraint.class::isInstance)
                .map(action -> ((TableAction.AddConstraint) action).constraint())
                .anyMatch(constraint ->
                        constraint.name() != null && constraint.name().same(validate.constraint()));
    }

    private static Optional<Name> locked(StatementView statement, List<SqlTree> before) {
        Schema schema = statement.schema();
        return before.stream()
                .filter(tree -> !(tree instanceof SqlTree.Drop || tree instanceof SqlTree.RefreshView))
                .flatMap(tree -> LockNeeds.of(tree, schema).stream())
                .filter(need -> need.mode() == LockMode.ACCESS_EXCLUSIVE)
                .map(LockNeed::table)
                .filter(table -> !statement.isHarmless(table))
                .findFirst();
    }

    /** Work that takes its time. */
    private record Slow(String what) {}

    /** The same under a lock of a table. */
    private record Held(Slow slow, Name table) {}
}
