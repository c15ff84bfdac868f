package dev.stairway.lint.rules.postgresql;

import dev.stairway.finding.Severity;
import dev.stairway.lint.Facts;
import dev.stairway.lint.LintRule;
import dev.stairway.lint.Proof;
import dev.stairway.lint.Remarks;
import dev.stairway.lint.StatementView;
import dev.stairway.lint.rules.support.Names;
import dev.stairway.lint.rules.support.WayBack;
import dev.stairway.script.sql.tree.Constraint;

/** P06: a unique constraint that builds its index under the strongest lock. */
public final class UniqueNoUsingIndex implements LintRule {

    private static final Facts FACTS = Phrases.facts("P06", "unique-no-using-index", Severity.ERROR)
            .catches("UNIQUE constraint that builds its own index")
            .when(
                    "A table that existed before this release gets a UNIQUE constraint without USING INDEX, alone or with a new"
                            + " column. Quiet on tables of this release and on small ones.")
            .effect("The index is built under an ACCESS EXCLUSIVE lock: nobody can read or write the table until it is"
                    + " complete.")
            .instead(
                    "CREATE UNIQUE INDEX CONCURRENTLY outside a transaction, and in a later migration ALTER TABLE ... ADD"
                            + " CONSTRAINT ... UNIQUE USING INDEX, which takes a moment.")
            .see(Phrases.manual("sql-altertable#SQL-ALTERTABLE-DESC-ADD-TABLE-CONSTRAINT-USING-INDEX"))
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
        for (Added added : Added.of(statement, Constraint.Kind.UNIQUE)) {
            if (added.constraint().usingIndex() == null && !Rewrites.byColumn(added.column())) {
                remarks.at(
                        statement,
                        added.constraint().offset(),
                        added.object(),
                        "The unique index on " + added.table() + " (" + Names.list(added.columns())
                                + ") is built while nobody can read or write the table",
                        OwnIndex.first(statement, added, added.name("key"), "UNIQUE"));
            }
        }
    }
}
