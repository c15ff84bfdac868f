package dev.stairway.lint;

import dev.stairway.engine.MigrationStatements;
import dev.stairway.script.sql.SqlStatement;
import dev.stairway.script.sql.parse.ParsedStatement;
import dev.stairway.script.sql.parse.SqlParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How much of a set of changelogs is read: its statements, of ways up and back, and a reason for each that is not. */
final class Coverage {

    private int statements;
    private final List<String> notCovered = new ArrayList<>();

    /** @param product by whose grammar they are parsed */
    Coverage add(MigrationStatements migration, String product) {
        migration.up().forEach(statement -> add(statement, product));
        migration.down().forEach(statement -> add(statement, product));
        migration.notCovered().forEach(reason -> {
            statements++;
            notCovered.add(migration.migration().id() + ": " + reason);
        });
        return this;
    }

    void add(SqlStatement statement, String product) {
        statements++;
        ParsedStatement parsed = SqlParser.parse(statement, product);
        if (!parsed.covered()) {
            notCovered.add(statement.position() + ": " + parsed.notCovered());
        }
    }

    /** @param judged by no rule at all */
    void add(Judgement judged) {
        statements += judged.statements();
        judged.notJudged()
                .forEach(not -> notCovered.add(not.at().file() + ":" + not.at().line() + ": " + not.reason()));
    }

    int statements() {
        return statements;
    }

    /** Place and reason, one each. */
    List<String> notCovered() {
        return List.copyOf(notCovered);
    }

    double percent() {
        return statements == 0 ? 100 : 100.0 * notCovered.size() / statements;
    }

    /** A row of the page's table. */
    String row(String name) {
        return String.format(Locale.ROOT, "| %s | %d | %d | %.1f %% |", name, statements, notCovered.size(), percent());
    }
}
