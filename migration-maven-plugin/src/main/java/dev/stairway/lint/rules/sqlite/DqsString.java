package dev.stairway.lint.rules.sqlite;

import dev.stairway.finding.Severity;
import dev.stairway.lint.Facts;
import dev.stairway.lint.LintRule;
import dev.stairway.lint.Proof;
import dev.stairway.lint.Remarks;
import dev.stairway.lint.StatementView;
import dev.stairway.script.sql.tree.SqlTree.Insert;

/** A text stands in the quotes of a name. */
public final class DqsString implements LintRule {

    private static final Facts FACTS = Facts.of("L22", "dqs-string", Severity.WARNING)
            .about("sqlite")
            .catches("a text in double quotes")
            .when(
                    "Something in double quotes stands where a value belongs and is no column of the table: in VALUES, in a"
                            + " DEFAULT, in a CHECK, behind SET, in a WHERE, a view, a trigger or the condition of an index. A name of a column counts as well where"
                            + " the column that gets it, or that it is compared with, stands without quotes, and it was declared"
                            + " without them. Quiet for other names of columns, and for a table that nobody has seen made when it"
                            + " may be one.")
            .effect(
                    "Double quotes are for names. SQLite takes an unknown name for a text, so a typo in the name of a column"
                            + " becomes a text without an error, a column that is added later changes the meaning, and builds of SQLite"
                            + " without this leniency, and every other database, refuse the statement.")
            .instead("Write texts in single quotes.")
            .see("https://www.sqlite.org/quirks.html#dblquote")
            .provenBy(Proof.DATABASES_DIFFER, Proof.FAILS);

    @Override
    public Facts facts() {
        return FACTS;
    }

    @Override
    public void back(StatementView statement, Remarks remarks) {
        statement(statement, remarks);
    }

    @Override
    public void statement(StatementView statement, Remarks remarks) {
        for (QuotedText text : QuotedText.of(statement)) {
            boolean column = statement.schema().table(text.table()).stream()
                    .flatMap(known -> known.columns().stream())
                    .anyMatch(known -> known.name().is(text.inside()));
            remarks.at(
                    statement,
                    text.offset(),
                    text.table().written(),
                    column && !(statement.tree() instanceof Insert)
                            ? text.written() + " is the column of that name, not a text"
                            : text.written()
                                    + " is a name for SQL, and SQLite takes it for a text only because there is no such column",
                    "Write '" + text.inside().replace("'", "''") + "', or the name of the column without quotes");
        }
    }
}
