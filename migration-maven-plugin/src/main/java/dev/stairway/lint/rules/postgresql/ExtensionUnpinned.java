package dev.stairway.lint.rules.postgresql;

import dev.stairway.finding.Severity;
import dev.stairway.lint.Facts;
import dev.stairway.lint.LintRule;
import dev.stairway.lint.Proof;
import dev.stairway.lint.Remarks;
import dev.stairway.lint.StatementView;
import dev.stairway.lint.rules.support.Words;
import dev.stairway.script.sql.tree.SqlTree.CreateExtension;

/** P45. */
public final class ExtensionUnpinned implements LintRule {

    private static final Facts FACTS = Facts.of("P45", "extension-unpinned", Severity.WARNING)
            .onRequest()
            .about("postgresql")
            .catches("The version of an extension is left to the server")
            .when("CREATE EXTENSION without VERSION, or ALTER EXTENSION ... UPDATE without TO.")
            .effect(
                    "Each server installs the version that it happens to bring, so that databases differ in functions and types.")
            .instead("CREATE EXTENSION ... VERSION '...', with the version that production has")
            .see("https://www.postgresql.org/docs/current/sql-createextension.html")
            .provenBy(Proof.DATABASES_DIFFER);

    @Override
    public Facts facts() {
        return FACTS;
    }

    @Override
    public void statement(StatementView statement, Remarks remarks) {
        if (statement.tree() instanceof CreateExtension made) {
            if (made.version().isEmpty()) {
                remarks.at(
                        statement,
                        0,
                        made.extension().written(),
                        made.extension() + " comes in the version that each server happens to bring",
                        "CREATE EXTENSION " + made.extension()
                                + " VERSION '...', with the version that production has");
            }
        } else if (Words.startsWith(statement.parsed().source().sql(), "ALTER")) {
            updated(statement, remarks);
        }
    }

    private static void updated(StatementView statement, Remarks remarks) {
        Words words = Words.of(statement.parsed().source().sql());
        if (words.begins("ALTER", "EXTENSION") && words.find("UPDATE") == 3 && words.size() == 4) {
            remarks.at(
                    statement,
                    0,
                    words.written(2),
                    words.written(2) + " is brought to the newest version that each server happens to have",
                    "ALTER EXTENSION " + words.written(2) + " UPDATE TO '...'");
        }
    }
}
