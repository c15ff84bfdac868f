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
import dev.stairway.lint.rules.support.Timeouts;
import dev.stairway.script.sql.tree.Name;
import dev.stairway.script.sql.tree.SqlTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** P31. */
public final class MultiTableExclusive implements LintRule {

    private static final Facts FACTS = Facts.of("P31", "multi-table-exclusive", Severity.WARNING)
            .about("postgresql")
            .catches("Several tables are locked against everybody in one transaction")
            .when(
                    "ALTER TABLE or LOCK TABLE takes ACCESS EXCLUSIVE on a second table that is in use while the transaction still"
                            + " holds it on a first one. Quiet when a lock_timeout limits the wait, unless both tables are known to be"
                            + " large: then each further table is told, for the limit ends no deadlock and holds up both meanwhile.")
            .effect(
                    "The first table stays locked while the second lock is waited for. An application that uses the tables in the"
                            + " other order runs into a deadlock, and one of the two is aborted.")
            .instead("One migration for each table")
            .see("https://www.postgresql.org/docs/current/explicit-locking.html#LOCKING-DEADLOCKS")
            .provenBy(Proof.BLOCKS_READS);

    @Override
    public Facts facts() {
        return FACTS;
    }

    @Override
    public void statement(StatementView statement, Remarks remarks) {
        List<Name> wanted = exclusive(statement, statement.tree());
        if (wanted.isEmpty()) {
            return;
        }
        List<Name> held = new ArrayList<>();
        SameTransaction.before(statement).forEach(tree -> add(held, exclusive(statement, tree)));
        List<Name> large = held.stream().filter(statement::isLarge).toList();
        // Of tables whose size nobody knows only the second is told: a third one says nothing new.
        if (held.size() == 1 && !Timeouts.limited(statement, "lock_timeout")) {
            another(wanted, held).ifPresent(table -> tell(statement, held.get(0), table, remarks));
        } else if (!large.isEmpty()) {
            another(wanted, held)
                    .filter(statement::isLarge)
                    .ifPresent(table -> tell(statement, large.get(0), table, remarks));
        }
    }

    private static Optional<Name> another(List<Name> wanted, List<Name> held) {
        return wanted.stream()
                .filter(table -> held.stream().noneMatch(table::same))
                .findFirst();
    }

    private static void tell(StatementView statement, Name first, Name second, Remarks remarks) {
        remarks.at(
                statement,
                0,
                second.written(),
                "The transaction waits for ACCESS EXCLUSIVE on " + second + " while it holds it on " + first,
                "Change " + second + " in a migration of its own, so that the lock of " + first
                        + " is given back first");
    }

    private static void add(List<Name> held, List<Name> tables) {
        for (Name table : tables) {
            if (held.stream().noneMatch(table::same)) {
                held.add(table);
            }
        }
    }

    /** Only what the statement names: partitions that come and go, and tables that refer to it, are no plan of the writer. */
    private static List<Name> exclusive(StatementView statement, SqlTree tree) {
        List<Name> named = List.of();
        if (tree instanceof SqlTree.AlterTable alter) {
            named = List.of(alter.table());
        } else if (tree instanceof SqlTree.LockTable lock) {
            named = lock.tables();
        }
        if (named.isEmpty()) {
            return named;
        }
        List<LockNeed> needs = LockNeeds.of(tree, statement.schema());
        return named.stream()
                .filter(table -> !statement.isHarmless(table))
                .filter(table -> LockNeeds.strongest(needs, table)
                        .filter(need -> need.mode() == LockMode.ACCESS_EXCLUSIVE)
                        .isPresent())
                .toList();
    }
}
