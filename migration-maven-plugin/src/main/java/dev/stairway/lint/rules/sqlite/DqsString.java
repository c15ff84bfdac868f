package dev.stairway.lint.rules.sqlite;

import dev.stairway.finding.Severity;
import dev.stairway.lint.Facts;
import dev.stairway.lint.LintRule;
import dev.stairway.lint.Proof;
import dev.stairway.lint.Remarks;
import dev.stairway.lint.StatementView;

/** A text stands in the quotes of a name. */
public final class DqsString implements LintRule {

    private static final Facts FACTS = Facts.of("L22", "dqs-string", Severity.WARNING)
            .about("sqlite")
            .catches("a text in double quotes")
            .when(
                    "Something in double quotes stands where a value belongs and is no column of the table: in VALUES, in a"
                            + " DEFAULT, in a CHECK, behind SET or in a WHERE. Quiet for names of columns, and for a table that nobody"
                            + " has seen made when it may be one.")
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
    public void statement(StatementView statement, Remarks remarks) {
        for (QuotedText text : QuotedText.of(statement)) {
            remarks.at(
                    statement,
                    text.offset(),
                    text.table().written(),
                    text.written()
                            + " is a name for SQL, and SQLite takes it for a text only because there is no such column",
                    "Write '" + text.inside().replace("'", "''") + "'");
        }
    }
}
