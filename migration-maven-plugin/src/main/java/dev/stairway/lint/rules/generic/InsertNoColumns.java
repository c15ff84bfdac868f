package dev.stairway.lint.rules.generic;

import dev.stairway.finding.Severity;
import dev.stairway.lint.Facts;
import dev.stairway.lint.LintRule;
import dev.stairway.lint.Proof;
import dev.stairway.lint.Remarks;
import dev.stairway.lint.StatementView;
import dev.stairway.lint.schema.Table;
import dev.stairway.script.sql.tree.SqlTree.Insert;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Rows whose values find their columns by order alone. */
public final class InsertNoColumns implements LintRule {

    private static final Pattern DEFAULTS = Pattern.compile("\\bDEFAULT\\s+VALUES\\b", Pattern.CASE_INSENSITIVE);

    private static final Facts FACTS = Facts.of("G33", "insert-no-columns", Severity.INFO)
            .catches("An INSERT that does not name its columns")
            .when(
                    "An INSERT into a table that is not new names no columns, or one of any table takes SELECT *. Quiet for literal"
                            + " rows in a table of this release, whose columns are known.")
            .effect(
                    "Values go to columns in the order in which they happen to stand, which differs between a database that was"
                            + " altered and one that was made anew: the statement fails, or values land in the wrong columns.")
            .instead("Name the columns: INSERT INTO t (a, b) ...")
            .see("https://www.postgresql.org/docs/current/sql-insert.html", "https://www.sqlite.org/lang_insert.html")
            .provenBy(Proof.FAILS, Proof.LOSES_DATA);

    @Override
    public Facts facts() {
        return FACTS;
    }

    @Override
    public void statement(StatementView statement, Remarks remarks) {
        statement
                .as(Insert.class)
                .filter(insert -> insert.columns().isEmpty())
                .filter(insert ->
                        !DEFAULTS.matcher(statement.parsed().source().sql()).find())
                .filter(insert -> !known(statement, insert))
                .ifPresent(insert -> remarks.at(
                        statement,
                        0,
                        insert.table().written(),
                        "The columns of " + insert.table().written()
                                + " are filled in the order in which they happen to stand",
                        instead(statement, insert)));
    }

    private static boolean known(StatementView statement, Insert insert) {
        boolean star = insert.query() != null && insert.query().star();
        return statement.isNew(insert.table()) && !star;
    }

    private static String instead(StatementView statement, Insert insert) {
        String columns = statement
                .schema()
                .table(insert.table())
                .map(Table::columns)
                .filter(known -> !known.isEmpty())
                .map(known ->
                        known.stream().map(column -> column.name().written()).collect(Collectors.joining(", ")))
                .orElse("...");
        return "Name the columns: INSERT INTO " + insert.table().written() + " (" + columns + ") ...";
    }
}
