package dev.stairway.lint.rules.sqlite;

import dev.stairway.finding.Severity;
import dev.stairway.lint.Facts;
import dev.stairway.lint.LintRule;
import dev.stairway.lint.Proof;
import dev.stairway.lint.Remarks;
import dev.stairway.lint.StatementView;
import dev.stairway.script.sql.tree.SqlTree.Other;
import dev.stairway.script.sql.tree.SqlTree.Vacuum;

/** The file is to be rewritten where that cannot be done. */
public final class VacuumInTx implements LintRule {

    private static final Facts FACTS = Facts.of("L17", "vacuum-in-tx", Severity.ERROR)
            .about("sqlite")
            .catches("VACUUM within a transaction")
            .when("VACUUM runs while a transaction is open: the runner's, or one that the migration began.")
            .effect("SQLite refuses it: \"cannot VACUUM from within a transaction\". The migration fails.")
            .instead(
                    "Run VACUUM in a migration of its own outside the runner's transaction, or as upkeep outside of migrations.")
            .see("https://www.sqlite.org/lang_vacuum.html")
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
        boolean into = statement
                .as(Other.class)
                .filter(other -> other.verb().equals("VACUUM INTO"))
                .isPresent();
        if (statement.transaction() && (into || statement.as(Vacuum.class).isPresent())) {
            remarks.at(statement, 0, "", "VACUUM fails, because a transaction is open");
        }
    }
}
