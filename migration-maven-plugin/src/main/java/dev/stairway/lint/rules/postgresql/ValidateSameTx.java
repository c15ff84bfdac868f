package dev.stairway.lint.rules.postgresql;

import dev.stairway.finding.Severity;
import dev.stairway.lint.Facts;
import dev.stairway.lint.LintRule;
import dev.stairway.lint.Proof;
import dev.stairway.lint.Remarks;
import dev.stairway.lint.StatementView;
import dev.stairway.script.sql.parse.ParsedStatement;
import dev.stairway.script.sql.tree.Name;
import dev.stairway.script.sql.tree.SqlTree;
import dev.stairway.script.sql.tree.SqlTree.AlterTable;
import dev.stairway.script.sql.tree.SqlTree.Transaction;
import dev.stairway.script.sql.tree.TableAction.AddConstraint;
import dev.stairway.script.sql.tree.TableAction.ValidateConstraint;
import java.util.List;

/** P11: a constraint that is added NOT VALID and validated while the lock of adding it is still held. */
public final class ValidateSameTx implements LintRule {

    private static final Facts FACTS = Phrases.facts("P11", "validate-same-tx", Severity.ERROR)
            .catches("VALIDATE CONSTRAINT in the transaction that added it")
            .when(
                    "A constraint is added NOT VALID and validated in the same transaction. Quiet on tables of this release and on"
                            + " small ones, and where each of the two has a transaction of its own.")
            .effect(
                    "Locks are held to the end of the transaction, so that all rows are checked under the strong lock that"
                            + " adding has taken: NOT VALID has won nothing.")
            .instead("VALIDATE CONSTRAINT in a migration of its own.")
            .see(Phrases.manual("sql-altertable#SQL-ALTERTABLE-NOTES"), Phrases.manual("explicit-locking"))
            .provenBy(Proof.BLOCKS_WRITES);

    @Override
    public Facts facts() {
        return FACTS;
    }

    @Override
    public void statement(StatementView statement, Remarks remarks) {
        statement
                .as(AlterTable.class)
                .filter(alter -> !statement.isHarmless(alter.table()))
                .ifPresent(alter -> alter.actions().forEach(action -> {
                    if (action instanceof ValidateConstraint validate && addedHere(statement, alter, validate)) {
                        say(statement, alter.table(), validate, remarks);
                    }
                }));
    }

    private static boolean addedHere(StatementView statement, AlterTable alter, ValidateConstraint validate) {
        return adds(alter, alter.table(), validate.constraint())
                || statement.transaction()
                        && sinceBegin(statement.before()).stream()
                                .filter(ParsedStatement::covered)
                                .anyMatch(parsed -> adds(parsed.tree(), alter.table(), validate.constraint()));
    }

    /** Those that share the transaction. */
    private static List<ParsedStatement> sinceBegin(List<ParsedStatement> before) {
        for (int at = before.size() - 1; at >= 0; at--) {
            String verb =
                    before.get(at).as(Transaction.class).map(Transaction::verb).orElse("");
            if (verb.equals("BEGIN") || verb.equals("COMMIT") || verb.equals("ROLLBACK")) {
                return before.subList(at + 1, before.size());
            }
        }
        return before;
    }

    private static boolean adds(SqlTree tree, Name table, Name constraint) {
        return tree instanceof AlterTable alter
                && alter.table().same(table)
                && alter.actions().stream()
                        .anyMatch(action -> action instanceof AddConstraint add
                                && add.constraint().notValid()
                                && add.constraint().name() != null
                                && add.constraint().name().is(constraint.name()));
    }

    private static void say(StatementView statement, Name table, ValidateConstraint validate, Remarks remarks) {
        remarks.at(
                statement,
                validate.offset(),
                validate.constraint().written(),
                "All rows of " + table + " are checked for " + validate.constraint()
                        + " under the lock that adding it has taken in the same transaction",
                "ALTER TABLE " + table + " VALIDATE CONSTRAINT " + validate.constraint()
                        + "; in a later migration, which then lets readers and writers work");
    }
}
