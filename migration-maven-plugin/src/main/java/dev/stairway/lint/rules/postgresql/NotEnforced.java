package dev.stairway.lint.rules.postgresql;

import dev.stairway.finding.Severity;
import dev.stairway.lint.Facts;
import dev.stairway.lint.LintRule;
import dev.stairway.lint.Remarks;
import dev.stairway.lint.StatementView;
import dev.stairway.lint.rules.support.Words;
import dev.stairway.script.sql.tree.SqlTree.AlterTable;

/** P53. */
public final class NotEnforced implements LintRule {

    private static final Facts FACTS = Facts.of("P53", "not-enforced", Severity.WARNING)
            .about("postgresql")
            .catches("A constraint that the server does not look at")
            .when("A CHECK or a foreign key is made NOT ENFORCED, or altered to be so (PostgreSQL 18).")
            .effect(
                    "The constraint stands in the schema and protects nothing: rows that break it are written, and turn up when"
                            + " somebody enforces it.")
            .instead("Add it NOT VALID, which checks every new row, and VALIDATE CONSTRAINT in a later migration")
            .see("https://www.postgresql.org/docs/current/sql-createtable.html#SQL-CREATETABLE-PARMS-ENFORCED");

    @Override
    public Facts facts() {
        return FACTS;
    }

    @Override
    public void statement(StatementView statement, Remarks remarks) {
        for (Checks made : Checks.of(statement.tree())) {
            if (made.constraint().notEnforced()) {
                String name = made.constraint().name() == null
                        ? "A constraint"
                        : made.constraint().name().written();
                remarks.at(
                        statement,
                        made.constraint().offset(),
                        made.on().written(),
                        name + " of " + made.on() + " is not enforced: rows that break it are written");
            }
        }
        statement.as(AlterTable.class).ifPresent(alter -> altered(statement, alter, remarks));
    }

    private static void altered(StatementView statement, AlterTable alter, Remarks remarks) {
        Words words = Words.of(statement.parsed().source().sql());
        int at = words.find("ALTER", "CONSTRAINT");
        if (at >= 0 && words.find(at, "NOT", "ENFORCED") >= 0) {
            remarks.at(
                    statement,
                    words.offset(at),
                    alter.table().written(),
                    words.written(at + 2) + " of " + alter.table()
                            + " is not enforced any more: rows that break it are written",
                    "Leave " + words.written(at + 2) + " enforced");
        }
    }
}
