package dev.stairway.lint.rules.postgresql;

import dev.stairway.finding.Severity;
import dev.stairway.lint.Facts;
import dev.stairway.lint.LintRule;
import dev.stairway.lint.Proof;
import dev.stairway.lint.Remarks;
import dev.stairway.lint.StatementView;
import dev.stairway.script.sql.tree.Constraint;

/** P13: an exclusion constraint, for which there is no gentle way. */
public final class ExclusionConstraint implements LintRule {

    private static final Facts FACTS = Phrases.facts("P13", "exclusion-constraint", Severity.ERROR)
            .catches("EXCLUDE constraint on a table with rows")
            .when(
                    "A table that existed before this release gets an EXCLUDE constraint. Quiet on tables of this release and on"
                            + " small ones.")
            .effect(
                    "Its index is built, and every row compared with the others, under an ACCESS EXCLUSIVE lock: nobody can read"
                            + " or write the table until that is done. There is neither NOT VALID nor USING INDEX for it.")
            .instead(
                    "A new table with the constraint, filled in batches and kept up to date by a trigger, that then takes the"
                            + " place of the old one; or this statement in a window in which nobody works on the table.")
            .see(
                    Phrases.manual("sql-createtable#SQL-CREATETABLE-EXCLUDE"),
                    Phrases.manual("sql-altertable#SQL-ALTERTABLE-NOTES"))
            .provenBy(Proof.BLOCKS_READS);

    @Override
    public Facts facts() {
        return FACTS;
    }

    @Override
    public void statement(StatementView statement, Remarks remarks) {
        for (Added added : Added.of(statement, Constraint.Kind.EXCLUDE)) {
            String name = added.constraint().name() == null
                    ? "The exclusion constraint"
                    : "The exclusion constraint " + added.constraint().name();
            remarks.at(
                    statement,
                    added.constraint().offset(),
                    added.object(),
                    name + " is built over all rows of " + added.table() + " while nobody can read or write them",
                    "a table like " + added.table()
                            + " with the constraint from the start, filled in batches and kept up to"
                            + " date by a trigger, that then takes its place; or this statement in a window in which nobody"
                            + " works on " + added.table());
        }
    }
}
