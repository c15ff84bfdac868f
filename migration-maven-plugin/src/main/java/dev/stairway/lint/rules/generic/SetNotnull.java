package dev.stairway.lint.rules.generic;

import dev.stairway.finding.Severity;
import dev.stairway.lint.Facts;
import dev.stairway.lint.LintRule;
import dev.stairway.lint.Proof;
import dev.stairway.lint.ReleaseView;
import dev.stairway.lint.Remarks;
import dev.stairway.lint.StatementView;
import dev.stairway.lint.rules.support.Actions;
import dev.stairway.lint.rules.support.Earlier;
import dev.stairway.lint.rules.support.Names;
import dev.stairway.lint.rules.support.NotNullProof;
import dev.stairway.script.sql.tree.Column;
import dev.stairway.script.sql.tree.Constraint;
import dev.stairway.script.sql.tree.Expression;
import dev.stairway.script.sql.tree.Name;
import dev.stairway.script.sql.tree.TableAction.AddConstraint;
import dev.stairway.script.sql.tree.TableAction.AlterNotNull;
import java.util.Locale;

/** A column that may hold NULL must not from now on. */
public final class SetNotnull implements LintRule {

    private static final Facts FACTS = Facts.of("G13", "set-notnull", Severity.WARNING)
            .catches("SET NOT NULL of a column that may hold NULL")
            .when("A column must have a value from now on, and nothing in the changelog says that every row has one: no"
                    + " validated check, no UPDATE of this release that fills it, no default since it was added. Quiet for new"
                    + " and small tables.")
            .effect(
                    "One row without a value fails the migration. Code of the release that still runs fails when it writes"
                            + " none. (Of the scan under a lock notnull-no-validated-check speaks.)")
            .instead(
                    "Fill the column in batches, and let a validated check prove that it is filled before NOT NULL is set.")
            .see("https://www.postgresql.org/docs/current/sql-altertable.html")
            .provenBy(Proof.FAILS_ON_ROWS, Proof.QUERY_SUFFERS);

    @Override
    public Facts facts() {
        return FACTS;
    }

    @Override
    public void release(ReleaseView release, Remarks remarks) {
        Earlier.walk(release, (statement, earlier) -> {
            for (AlterNotNull set : Actions.of(statement, AlterNotNull.class)) {
                if (set.notNull()) {
                    look(statement, earlier, set.column(), set.offset(), remarks);
                }
            }
            for (AddConstraint add : Actions.of(statement, AddConstraint.class)) {
                Constraint constraint = add.constraint();
                if (constraint.kind() == Constraint.Kind.NOT_NULL && !constraint.notValid()) {
                    constraint.columns().forEach(column -> look(statement, earlier, column, add.offset(), remarks));
                }
            }
        });
    }

    private static void look(StatementView statement, Earlier earlier, Name column, int offset, Remarks remarks) {
        Name table = Actions.table(statement);
        boolean filled = earlier.filled(table, column)
                || earlier.added(statement, table, column, offset)
                        .filter(SetNotnull::hasDefault)
                        .isPresent();
        if (statement.isHarmless(table) || filled || NotNullProof.exists(statement, earlier, table, column)) {
            return;
        }
        boolean already = statement
                .schema()
                .table(table)
                .flatMap(known -> known.column(column))
                .map(Column::notNull)
                .orElse(false);
        if (!already) {
            remarks.at(
                    statement,
                    offset,
                    Names.column(table, column),
                    "One row of " + table + " without a value of " + column + " fails this",
                    proven(table, column));
        }
    }

    private static boolean hasDefault(Column column) {
        Expression value = column.defaultValue();
        return value != null && !value.text().strip().toLowerCase(Locale.ROOT).startsWith("null");
    }

    private static String proven(Name table, Name column) {
        String check = Names.made(table, column, "not_null");
        return "Fill " + column + " in batches. ALTER TABLE " + table + " ADD CONSTRAINT " + check + " CHECK (" + column
                + " IS NOT NULL) NOT VALID; then, in migrations of their own, ALTER TABLE " + table
                + " VALIDATE CONSTRAINT " + check + "; and ALTER TABLE " + table + " ALTER COLUMN " + column
                + " SET NOT NULL;";
    }
}
