package dev.stairway.lint.rules.sqlite;

import dev.stairway.finding.Severity;
import dev.stairway.lint.Facts;
import dev.stairway.lint.LintRule;
import dev.stairway.lint.Proof;
import dev.stairway.lint.Remarks;
import dev.stairway.lint.StatementView;
import dev.stairway.script.sql.tree.SqlTree.Pragma;
import java.util.Set;

/** How the file is written is to be changed where that cannot be done. */
public final class JournalModeInTx implements LintRule {

    private static final Set<String> PRAGMAS = Set.of("journal_mode", "synchronous");

    private static final Facts FACTS = Facts.of("L18", "journal-mode-in-tx", Severity.ERROR)
            .about("sqlite")
            .catches("PRAGMA journal_mode or synchronous within a transaction")
            .when(
                    "PRAGMA journal_mode or PRAGMA synchronous is given a value while a transaction is open: the runner's, or one"
                            + " that the migration began. Quiet for a pragma that only asks.")
            .effect(
                    "SQLite refuses to change into or out of WAL and to change synchronous then, and the migration fails; other"
                            + " modes of the journal stay as they are without a word.")
            .instead(
                    "Set it where the connection is made, or in a migration of its own outside the runner's transaction.")
            .see(
                    "https://www.sqlite.org/pragma.html#pragma_journal_mode",
                    "https://www.sqlite.org/wal.html#activating_and_configuring_wal_mode")
            .provenBy(Proof.FAILS);

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
        statement
                .as(Pragma.class)
                .filter(pragma ->
                        PRAGMAS.contains(pragma.name()) && !pragma.value().isEmpty())
                .filter(pragma -> statement.transaction())
                .ifPresent(pragma -> remarks.at(
                        statement,
                        0,
                        pragma.name(),
                        "PRAGMA " + pragma.name() + " = " + pragma.value()
                                + " fails or does nothing, because a transaction is" + " open"));
    }
}
