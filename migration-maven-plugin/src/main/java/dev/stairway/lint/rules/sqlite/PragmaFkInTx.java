package dev.stairway.lint.rules.sqlite;

import dev.stairway.finding.Severity;
import dev.stairway.lint.Facts;
import dev.stairway.lint.LintRule;
import dev.stairway.lint.Proof;
import dev.stairway.lint.Remarks;
import dev.stairway.lint.StatementView;
import dev.stairway.script.sql.parse.ParsedStatement;
import dev.stairway.script.sql.tree.SqlTree.Pragma;
import dev.stairway.script.sql.tree.SqlTree.Transaction;

/** Foreign keys are to be switched off where that cannot be done. */
public final class PragmaFkInTx implements LintRule {

    private static final Facts FACTS = Facts.of("L03", "pragma-fk-in-tx", Severity.ERROR)
            .about("sqlite")
            .catches("PRAGMA foreign_keys within a transaction")
            .when(
                    "Foreign keys are switched off or on while a transaction is open: the runner's, or one that the migration began."
                            + " Quiet where the migration says BEGIN behind it, which explicit-tx speaks of when the runner has begun a"
                            + " transaction, too.")
            .effect(
                    "SQLite ignores the pragma without a word. What follows runs with foreign keys enforced: a DROP TABLE"
                            + " deletes all rows of the table first, and takes rows that refer to them along, or fails.")
            .instead("Run the migration outside the runner's transaction: PRAGMA foreign_keys = OFF; BEGIN; ... PRAGMA"
                    + " foreign_key_check; COMMIT; PRAGMA foreign_keys = ON;")
            .see(
                    "https://www.sqlite.org/pragma.html#pragma_foreign_keys",
                    "https://www.sqlite.org/lang_altertable.html#otheralter")
            .provenBy(Proof.LOSES_DATA, Proof.FAILS_ON_ROWS);

    @Override
    public Facts facts() {
        return FACTS;
    }

    @Override
    public void back(StatementView statement, Remarks remarks) {
        statement(statement, remarks);
    }

    @Override
    public void statement(StatementView statement, Remarks remarks) {
        boolean switches =
                statement.as(Pragma.class).filter(ForeignKeys::switches).isPresent();
        boolean begins = statement.migration().transactional()
                && statement.after().stream().anyMatch(PragmaFkInTx::begins);
        if (switches && statement.transaction() && !begins) {
            remarks.at(
                    statement,
                    0,
                    "foreign_keys",
                    "Foreign keys stay as they are, because a transaction is open and SQLite ignores this pragma then");
        }
    }

    private static boolean begins(ParsedStatement later) {
        return later.as(Transaction.class)
                .filter(control -> control.verb().equals("BEGIN"))
                .isPresent();
    }
}
