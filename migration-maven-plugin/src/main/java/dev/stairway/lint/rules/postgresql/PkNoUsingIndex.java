package dev.stairway.lint.rules.postgresql;

import dev.stairway.finding.Severity;
import dev.stairway.lint.Facts;
import dev.stairway.lint.LintRule;
import dev.stairway.lint.Proof;
import dev.stairway.lint.Remarks;
import dev.stairway.lint.StatementView;
import dev.stairway.lint.rules.support.Names;
import dev.stairway.lint.rules.support.WayBack;
import dev.stairway.lint.schema.Table;
import dev.stairway.script.sql.tree.Column;
import dev.stairway.script.sql.tree.Constraint;
import java.util.stream.Collectors;

/** P07: a primary key that builds its index under the strongest lock. */
public final class PkNoUsingIndex implements LintRule {

    private static final Facts FACTS = Phrases.facts("P07", "pk-no-using-index", Severity.ERROR)
            .catches("PRIMARY KEY that builds its own index")
            .when(
                    "A table that existed before this release gets a PRIMARY KEY without USING INDEX. Quiet on tables of this"
                            + " release and on small ones, and where a new column that numbers the rows already has the table written"
                            + " anew, which another rule tells.")
            .effect(
                    "The index is built under an ACCESS EXCLUSIVE lock, and columns that may be null are searched for NULL"
                            + " besides: nobody can read or write the table until both are done.")
            .instead(
                    "Make the columns NOT NULL by way of a validated check, CREATE UNIQUE INDEX CONCURRENTLY outside a"
                            + " transaction, and in a later migration ALTER TABLE ... ADD CONSTRAINT ... PRIMARY KEY USING INDEX.")
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
        for (Added added : Added.of(statement, Constraint.Kind.PRIMARY_KEY)) {
            if (added.constraint().usingIndex() == null && !Rewrites.byColumn(added.column())) {
                remarks.at(
                        statement,
                        added.constraint().offset(),
                        added.object(),
                        "The index of the primary key " + added.table() + " (" + Names.list(added.columns())
                                + ") is built while nobody can read or write the table",
                        notNull(statement, added) + OwnIndex.first(statement, added, name(added), "PRIMARY KEY"));
            }
        }
    }

    /** A primary key sets its columns NOT NULL, and reads every row for it unless a validated check says so already. */
    private static String notNull(StatementView statement, Added added) {
        Table known = statement.schema().table(added.table()).orElse(null);
        return added.withColumn()
                ? ""
                : added.columns().stream()
                        .filter(column -> known == null
                                || known.column(column).filter(Column::notNull).isEmpty())
                        .map(column -> NotNull.inSteps(added.table(), column) + " ")
                        .collect(Collectors.joining());
    }

    private static String name(Added added) {
        return added.constraint().name() != null
                ? added.constraint().name().written()
                : Names.made(added.table(), "pkey");
    }
}
