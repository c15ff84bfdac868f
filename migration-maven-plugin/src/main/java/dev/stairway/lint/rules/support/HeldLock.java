package dev.stairway.lint.rules.support;

import dev.stairway.lint.StatementView;
import dev.stairway.script.sql.parse.ParsedStatement;
import dev.stairway.script.sql.tree.Name;
import dev.stairway.script.sql.tree.SqlTree;
import dev.stairway.script.sql.tree.SqlTree.AlterTable;
import dev.stairway.script.sql.tree.SqlTree.CreateIndex;
import dev.stairway.script.sql.tree.SqlTree.CreateTrigger;
import dev.stairway.script.sql.tree.SqlTree.LockTable;
import dev.stairway.script.sql.tree.SqlTree.Transaction;
import dev.stairway.script.sql.tree.TableAction;
import dev.stairway.script.sql.tree.TableAction.SetOptions;
import dev.stairway.script.sql.tree.TableAction.ValidateConstraint;
import java.util.Optional;

/**
 * A lock of PostgreSQL that a transaction took by changing a table that others use, and holds to its end:
 * https://www.postgresql.org/docs/current/explicit-locking.html.
 *
 * @param table whose readers or writers wait
 * @param by the statement that took it
 */
public record HeldLock(Name table, ParsedStatement by) {

    /** The first one that is still held when the statement runs. */
    public static Optional<HeldLock> before(StatementView statement) {
        if (!statement.transaction()) {
            return Optional.empty();
        }
        HeldLock held = null;
        for (ParsedStatement earlier : statement.before()) {
            if (ends(earlier)) {
                held = null;
            } else if (held == null && earlier.covered()) {
                held = table(earlier.tree())
                        .filter(table -> Existing.matters(statement, table))
                        .map(table -> new HeldLock(table, earlier))
                        .orElse(null);
            }
        }
        return Optional.ofNullable(held);
    }

    private static boolean ends(ParsedStatement statement) {
        return statement
                .as(Transaction.class)
                .map(Transaction::verb)
                .filter(verb -> verb.equals("COMMIT") || verb.equals("ROLLBACK"))
                .isPresent();
    }

    private static Optional<Name> table(SqlTree tree) {
        if (tree instanceof AlterTable alter) {
            return alter.actions().stream().allMatch(HeldLock::isMild) ? Optional.empty() : Optional.of(alter.table());
        }
        if (tree instanceof CreateIndex index) {
            return index.concurrently() ? Optional.empty() : Optional.of(index.table());
        }
        if (tree instanceof CreateTrigger trigger) {
            return Optional.of(trigger.table());
        }
        return tree instanceof LockTable lock ? lock.tables().stream().findFirst() : Optional.empty();
    }

    /** SHARE UPDATE EXCLUSIVE, which lets readers and writers pass. */
    private static boolean isMild(TableAction action) {
        return action instanceof ValidateConstraint || action instanceof SetOptions;
    }
}
