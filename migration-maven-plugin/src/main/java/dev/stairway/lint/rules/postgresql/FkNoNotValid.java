package dev.stairway.lint.rules.postgresql;

import dev.stairway.finding.Severity;
import dev.stairway.lint.Facts;
import dev.stairway.lint.LintRule;
import dev.stairway.lint.Proof;
import dev.stairway.lint.Remarks;
import dev.stairway.lint.StatementView;
import dev.stairway.lint.rules.support.WayBack;
import dev.stairway.script.sql.tree.Constraint;

/** P09: a foreign key that checks all rows while writers of two tables wait. */
public final class FkNoNotValid implements LintRule {

    private static final Facts FACTS = Phrases.facts("P09", "fk-no-not-valid", Severity.ERROR)
            .catches("FOREIGN KEY without NOT VALID")
            .when(
                    "A table that existed before this release gets a foreign key without NOT VALID, alone or with a new column."
                            + " Quiet on tables of this release and on small ones, and for NOT ENFORCED.")
            .effect(
                    "Nobody can write to either of the two tables until every row is checked. With a new column there is"
                            + " nothing to check, but the new column's lock, which keeps readers away too, is held until the lock on"
                            + " the other table is there.")
            .instead("ADD CONSTRAINT ... FOREIGN KEY ... NOT VALID, and VALIDATE CONSTRAINT in a later migration.")
            .see(
                    Phrases.manual("sql-altertable#SQL-ALTERTABLE-DESC-ADD-TABLE-CONSTRAINT"),
                    Phrases.manual("sql-altertable#SQL-ALTERTABLE-NOTES"))
            .provenBy(Proof.BLOCKS_WRITES);

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
        for (Added added : Added.of(statement, Constraint.Kind.FOREIGN_KEY)) {
            Constraint key = added.constraint();
            if (!key.notValid() && !key.notEnforced() && !Rewrites.byColumn(added.column())) {
                remarks.at(statement, key.offset(), added.object(), what(added), instead(statement, added));
            }
        }
    }

    private static String what(Added added) {
        String other = added.constraint().references().table().written();
        if (added.withColumn() && added.column().defaultValue() == null) {
            return "Readers and writers of " + added.table() + " wait until the lock on " + other
                    + " is there, that the foreign key of " + added.column().name() + " takes as well";
        }
        return "The foreign key from " + added.table() + " to " + other
                + " is checked row by row while nobody can write to either";
    }

    private static String instead(StatementView statement, Added added) {
        String name = added.name("fkey");
        String steps = Definitions.inTwoSteps(added, name, Definitions.foreignKey(added));
        // https://www.postgresql.org/docs/17/sql-altertable.html: "currently not allowed on partitioned tables"
        boolean refused = Relations.partitioned(statement, added.table())
                && statement.targets().anyBefore(18, 0);
        return refused
                ? "before PostgreSQL 18 a table with partitions takes no NOT VALID: the same on every partition first (ADD"
                        + " CONSTRAINT ... NOT VALID, later VALIDATE CONSTRAINT), then ALTER TABLE " + added.table()
                        + " ADD CONSTRAINT " + name + " " + Definitions.foreignKey(added)
                        + "; which takes over those that are valid"
                : steps;
    }
}
