package dev.stairway.lint.rules.generic;

import dev.stairway.finding.Severity;
import dev.stairway.lint.Facts;
import dev.stairway.lint.LintRule;
import dev.stairway.lint.Remarks;
import dev.stairway.lint.StatementView;
import java.util.Locale;
import java.util.regex.Pattern;

/** House policy: names in snake_case. */
public final class NamingConvention implements LintRule {

    private static final Pattern SNAKE = Pattern.compile("[a-z][a-z0-9]*(?:_[a-z0-9]+)*");

    private static final Facts FACTS = Facts.of("G45", "naming-convention", Severity.INFO)
            .onRequest()
            .catches("A new name that is not in snake_case")
            .when(
                    "A new table, column, constraint, index or other object has a name that is not made of small letters and digits with"
                            + " single underscores between the words.")
            .effect("People guess names, and guess wrong; a search finds half of the places.")
            .instead("Write it in snake_case")
            .see("https://www.postgresql.org/docs/current/sql-syntax-lexical.html#SQL-SYNTAX-IDENTIFIERS");

    @Override
    public Facts facts() {
        return FACTS;
    }

    @Override
    public void statement(StatementView statement, Remarks remarks) {
        for (NewName made : NewName.of(statement.tree())) {
            if (!SNAKE.matcher(made.name().name()).matches()) {
                remarks.at(
                        statement,
                        made.offset(),
                        made.name().written(),
                        "The name of the " + made.kindInWords() + " "
                                + made.name().written() + " is not in snake_case",
                        "Call it " + snake(made.name().name()));
            }
        }
    }

    private static String snake(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "_")
                .replaceAll("^_+|_+$", "");
    }
}
