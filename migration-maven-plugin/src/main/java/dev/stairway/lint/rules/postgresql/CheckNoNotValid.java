package dev.stairway.lint.rules.postgresql;

import dev.stairway.finding.Severity;
import dev.stairway.lint.Facts;
import dev.stairway.lint.LintRule;
import dev.stairway.lint.Proof;
import dev.stairway.lint.Remarks;
import dev.stairway.lint.StatementView;
import dev.stairway.lint.rules.support.WayBack;
import dev.stairway.script.sql.tree.Constraint;

/** P10: a check that goes through all rows under the strongest lock. */
public final class CheckNoNotValid implements LintRule {

    private static final Facts FACTS = Phrases.facts("P10", "check-no-not-valid", Severity.ERROR)
            .catches("CHECK without NOT VALID")
            .when(
                    "A table that existed before this release gets a CHECK constraint without NOT VALID, alone or with a new"
                            + " column. Quiet on tables of this release and on small ones, and for NOT ENFORCED.")
            .effect(
                    "Every row is checked under an ACCESS EXCLUSIVE lock: nobody can read or write the table until that is"
                            + " done.")
            .instead("ADD CONSTRAINT ... CHECK ... NOT VALID, and VALIDATE CONSTRAINT in a later migration.")
            .see(Phrases.manual("sql-altertable#SQL-ALTERTABLE-NOTES"))
            .provenBy(Proof.BLOCKS_READS);

    @Override
    public Facts facts() {
        return FACTS;
    }

    @Override
    public void back(StatementView statement, Remarks remarks) {
        if (WayBack.onLargeTable(statement)) {
            statement(statement, remarks);
        }
    }

    @Override
    public void statement(StatementView statement, Remarks remarks) {
        for (Added added : Added.of(statement, Constraint.Kind.CHECK)) {
            Constraint check = added.constraint();
            if (!check.notValid() && !check.notEnforced() && !Rewrites.byColumn(added.column())) {
                String name = check.name() == null ? "" : check.name() + " ";
                remarks.at(
                        statement,
                        check.offset(),
                        added.object(),
                        "The check " + name + "goes through all rows of " + added.table()
                                + " while nobody can read or write them",
                        Definitions.inTwoSteps(added, added.name("check"), Definitions.check(added)));
            }
        }
    }
}
