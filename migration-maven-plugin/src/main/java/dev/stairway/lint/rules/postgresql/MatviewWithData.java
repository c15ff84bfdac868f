package dev.stairway.lint.rules.postgresql;

import dev.stairway.finding.Severity;
import dev.stairway.lint.Facts;
import dev.stairway.lint.LintRule;
import dev.stairway.lint.Remarks;
import dev.stairway.lint.StatementView;
import dev.stairway.lint.rules.support.LockNeeds;
import dev.stairway.script.sql.tree.Name;
import dev.stairway.script.sql.tree.SqlTree;
import java.util.List;
import java.util.stream.Collectors;

/** P35. */
public final class MatviewWithData implements LintRule {

    private static final Facts FACTS = Facts.of("P35", "matview-with-data", Severity.WARNING)
            .about("postgresql")
            .catches("A materialized view is filled inside the migration")
            .when(
                    "CREATE MATERIALIZED VIEW fills the view at once from tables that are in use. Quiet with WITH NO DATA, and where all"
                            + " it reads is new or small.")
            .effect(
                    "The migration lasts as long as the query of the view, and so does everything that its transaction has locked.")
            .instead(
                    "CREATE MATERIALIZED VIEW ... WITH NO DATA, and REFRESH MATERIALIZED VIEW outside of the migration before the"
                            + " application needs it")
            .see("https://www.postgresql.org/docs/current/sql-creatematerializedview.html");

    @Override
    public Facts facts() {
        return FACTS;
    }

    @Override
    public void statement(StatementView statement, Remarks remarks) {
        statement.as(SqlTree.CreateView.class).ifPresent(view -> {
            List<Name> read = LockNeeds.read(view).stream()
                    .filter(table -> !statement.isHarmless(table))
                    .toList();
            if (!read.isEmpty()) {
                remarks.at(
                        statement,
                        0,
                        view.view().written(),
                        view.view() + " is filled from " + names(read) + " while the migration runs",
                        "Make " + view.view() + " WITH NO DATA, and REFRESH MATERIALIZED VIEW " + view.view()
                                + " outside of the migration");
            }
        });
    }

    private static String names(List<Name> tables) {
        return tables.stream().map(Name::written).distinct().collect(Collectors.joining(", "));
    }
}
