package dev.stairway.lint.rules.postgresql;

import dev.stairway.finding.Severity;
import dev.stairway.lint.Facts;
import dev.stairway.lint.LintRule;
import dev.stairway.lint.Proof;
import dev.stairway.lint.Remarks;
import dev.stairway.lint.StatementView;
import dev.stairway.lint.schema.View;
import dev.stairway.script.sql.tree.SqlTree;

/** P34. */
public final class RefreshMatview implements LintRule {

    private static final Facts FACTS = Facts.of("P34", "refresh-matview", Severity.WARNING)
            .about("postgresql")
            .catches("A materialized view is filled again while its readers wait")
            .when(
                    "REFRESH MATERIALIZED VIEW without CONCURRENTLY of a view that an earlier release made; WITH NO DATA, too, which"
                            + " leaves it unreadable. The first filling of a view of the same release is fine.")
            .effect(
                    "The view is locked with ACCESS EXCLUSIVE for as long as its query takes. After WITH NO DATA every query of it"
                            + " fails.")
            .instead("REFRESH MATERIALIZED VIEW CONCURRENTLY, which needs a unique index of plain columns on the view")
            .see("https://www.postgresql.org/docs/current/sql-refreshmaterializedview.html")
            .provenBy(Proof.BLOCKS_READS, Proof.QUERY_SUFFERS);

    @Override
    public Facts facts() {
        return FACTS;
    }

    @Override
    public void statement(StatementView statement, Remarks remarks) {
        statement
                .as(SqlTree.RefreshView.class)
                .filter(refresh -> !refresh.concurrently())
                .filter(refresh -> !fresh(statement, refresh) && !statement.isSmall(refresh.view()))
                .ifPresent(refresh -> tell(statement, refresh, remarks));
    }

    private static boolean fresh(StatementView statement, SqlTree.RefreshView refresh) {
        return statement.schema().view(refresh.view()).map(View::isNew).orElse(false);
    }

    private static void tell(StatementView statement, SqlTree.RefreshView refresh, Remarks remarks) {
        String view = refresh.view().written();
        String what = refresh.withData()
                ? "Readers of " + view + " wait until its query is through"
                : view + " is emptied, and every query of it fails until it is filled again";
        remarks.at(
                statement,
                0,
                view,
                what,
                "REFRESH MATERIALIZED VIEW CONCURRENTLY " + view + "; it needs a unique index of plain columns on "
                        + view);
    }
}
