package dev.stairway.lint.rules.postgresql;

import dev.stairway.finding.Severity;
import dev.stairway.lint.Facts;
import dev.stairway.lint.LintRule;
import dev.stairway.lint.Proof;
import dev.stairway.lint.ReleaseView;
import dev.stairway.lint.Remarks;
import dev.stairway.lint.StatementView;
import dev.stairway.lint.rules.support.Course;

/** P52. */
public final class RestoreBreaker implements LintRule {

    private static final Facts FACTS = Facts.of("P52", "restore-breaker", Severity.WARNING)
            .about("postgresql")
            .catches("A check or an index that a restored backup cannot evaluate")
            .when(
                    "A CHECK, an expression of an index or a generated column calls a function of the project whose body reads a table,"
                            + " depends on the clock or on the session although it says IMMUTABLE, or finds another function by the"
                            + " search_path although it sets none.")
            .effect(
                    "pg_dump restores with an empty search_path and table by table: the function does not find what it needs, or finds"
                            + " a table that is still empty. The backup exists and cannot be restored; an index holds other values than"
                            + " the function gives today.")
            .instead(
                    "SET search_path = pg_catalog, your_schema as part of the function, full names in its body, and a trigger or a"
                            + " foreign key in place of a check that reads another table")
            .see(
                    "https://www.postgresql.org/docs/current/app-pgdump.html",
                    "https://www.postgresql.org/docs/current/ddl-constraints.html#DDL-CONSTRAINTS-CHECK-CONSTRAINTS",
                    "https://www.postgresql.org/docs/current/xfunc-volatility.html")
            .provenBy(Proof.ROLLBACK_BROKEN);

    @Override
    public Facts facts() {
        return FACTS;
    }

    @Override
    public void release(ReleaseView release, Remarks remarks) {
        Course.each(
                release,
                (statement, before) ->
                        KeptExpression.of(statement.tree()).forEach(kept -> look(statement, kept, before, remarks)));
    }

    private static void look(StatementView statement, KeptExpression kept, Course before, Remarks remarks) {
        kept.expression().functions().stream()
                .sorted()
                .flatMap(function -> before.function(function).stream())
                .forEach(function -> FunctionBody.of(function, before)
                        .trouble()
                        .ifPresent(trouble -> remarks.at(
                                statement,
                                kept.expression().offset(),
                                kept.table().written(),
                                kept.what() + " of " + kept.table() + " calls " + function.function() + "(), which "
                                        + trouble + ", so that a restored backup may fail on it")));
    }
}
