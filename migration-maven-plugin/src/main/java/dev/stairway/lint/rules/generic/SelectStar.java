package dev.stairway.lint.rules.generic;

import dev.stairway.finding.Severity;
import dev.stairway.lint.Facts;
import dev.stairway.lint.LintRule;
import dev.stairway.lint.Proof;
import dev.stairway.lint.Remarks;
import dev.stairway.lint.StatementView;
import dev.stairway.script.sql.SqlSyntax;
import dev.stairway.script.sql.tree.Query;
import dev.stairway.script.sql.tree.SqlTree.CreateView;
import dev.stairway.script.sql.tree.SqlTree.Insert;

/** Columns that are whatever there is. */
public final class SelectStar implements LintRule {

    private static final Facts FACTS = Facts.of("G34", "select-star", Severity.INFO)
            .catches("SELECT * in a view, or for the columns of an INSERT")
            .when(
                    "The results of a view, or of the query behind an INSERT with named columns, are * or t.*. Quiet for EXISTS"
                            + " (SELECT * ...), count(*) and CREATE TABLE ... AS SELECT *, which is meant to copy everything.")
            .effect(
                    "A view keeps the columns of the day on which it was made on PostgreSQL, and gets new ones on SQLite; a column that"
                            + " is added in front or dropped breaks it. An INSERT fails as soon as a column is added to its source.")
            .instead("Name the columns that are meant")
            .see(
                    "https://www.postgresql.org/docs/current/sql-createview.html",
                    "https://www.sqlite.org/lang_createview.html")
            .provenBy(Proof.FAILS, Proof.DATABASES_DIFFER);

    @Override
    public Facts facts() {
        return FACTS;
    }

    @Override
    public void statement(StatementView statement, Remarks remarks) {
        statement
                .as(CreateView.class)
                .filter(made -> takesAll(statement, made.query()))
                .ifPresent(made -> remarks.at(
                        statement,
                        made.query().offset(),
                        made.view().written(),
                        "The columns of " + made.view().written() + " are whatever " + source(made.query())
                                + " has today"));
        statement
                .as(Insert.class)
                .filter(insert -> !insert.columns().isEmpty() && insert.query() != null)
                .filter(insert -> takesAll(statement, insert.query()))
                .ifPresent(insert -> remarks.at(
                        statement,
                        insert.query().offset(),
                        insert.table().written(),
                        "The named columns of " + insert.table().written() + " are filled with whatever "
                                + source(insert.query()) + " has today"));
    }

    private static boolean takesAll(StatementView statement, Query query) {
        SqlSyntax syntax = SqlSyntax.of(statement.targets().product());
        return query != null
                && query.star()
                && Clauses.results(query.text(), syntax).stream().anyMatch(Clauses.Piece::isStar);
    }

    private static String source(Query query) {
        return query.tables().isEmpty() ? "its source" : query.tables().get(0).written();
    }
}
