package dev.stairway.lint.rules.changelog;

import dev.stairway.finding.Severity;
import dev.stairway.lint.Facts;
import dev.stairway.lint.LintRule;
import dev.stairway.lint.MigrationView;
import dev.stairway.lint.Proof;
import dev.stairway.lint.Remarks;
import dev.stairway.script.sql.SqlScript;
import dev.stairway.script.sql.SqlStatement;
import dev.stairway.script.sql.SqlSyntax;
import dev.stairway.script.sql.Token;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A placeholder that nobody has given a value. */
public final class UnresolvedPlaceholder implements LintRule {

    private static final Facts FACTS = Facts.of("C16", "unresolved-placeholder", Severity.ERROR)
            .about("postgresql", "sqlite", "mysql", "mariadb", "h2")
            .catches("A placeholder without a value")
            .when(
                    "${...} is left in a statement after the engine has put in its parameters: among the words, as a name, or as the"
                            + " whole of a string. Quiet where it is part of a longer string, such as the text of a mail, and in"
                            + " comments.")
            .effect(
                    "The database refuses the statement; as a name or a value it is stored as it stands, with the dollar sign.")
            .instead(
                    "Give the parameter a value in the changelog or in the plugin's configuration, or correct its name")
            .see(
                    "https://docs.liquibase.com/concepts/changelogs/property-substitution.html",
                    "https://documentation.red-gate.com/fd/flyway-placeholders-277579067.html")
            .provenBy(Proof.FAILS, Proof.FAILS_ON_ROWS);

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{[^}\\s]+}");
    private static final Pattern WHOLE = Pattern.compile("[eE]?'\\$\\{[^}\\s]+}'", Pattern.DOTALL);
    private static final Pattern BODY = Pattern.compile("(?s)(\\$\\w*\\$)(.*)\\1");

    @Override
    public Facts facts() {
        return FACTS;
    }

    @Override
    public void migration(MigrationView migration, Remarks remarks) {
        migration.said().up().forEach(statement -> look(migration, statement, remarks));
        migration.said().down().forEach(statement -> look(migration, statement, remarks));
    }

    private static void look(MigrationView migration, SqlStatement statement, Remarks remarks) {
        if (!statement.sql().contains("${")) {
            return;
        }
        int at = find(statement.sql(), 0);
        if (at >= 0) {
            Matcher placeholder = PLACEHOLDER.matcher(statement.sql());
            String name = placeholder.find(at) ? placeholder.group() : "";
            remarks.at(
                    migration,
                    statement,
                    at,
                    name,
                    "Nobody has given " + name + " a value",
                    "Set " + name.substring(2, name.length() - 1)
                            + " among the parameters of the changelog, or correct the name");
        }
    }

    /** Offset of the first that counts; -1 where there is none. @param base of the text in the statement */
    private static int find(String sql, int base) {
        Matcher placeholder = PLACEHOLDER.matcher(sql);
        if (!placeholder.find()) {
            return -1;
        }
        int place = placeholder.start();
        for (Token token : SqlScript.tokens(sql, SqlSyntax.POSTGRESQL)) {
            boolean holds = token.kind() == Token.Kind.QUOTED || token.kind() == Token.Kind.COMMENT;
            if (holds && token.start() > place) {
                return base + place;
            }
            if (holds && token.end() > place) {
                int inner = token.kind() == Token.Kind.QUOTED
                        ? inQuotes(
                                sql.substring(token.start(), token.end()), place - token.start(), base + token.start())
                        : -1;
                if (inner >= 0) {
                    return inner;
                }
                if (!placeholder.find(token.end())) {
                    return -1;
                }
                place = placeholder.start();
            }
        }
        return base + place;
    }

    /** The same in a string, a name or a body. @param first offset of its first placeholder @param base of the text */
    private static int inQuotes(String text, int first, int base) {
        Matcher body = BODY.matcher(text);
        if (body.matches()) {
            return find(body.group(2), base + body.start(2));
        }
        boolean counts = text.startsWith("\"") || WHOLE.matcher(text).matches();
        return counts ? base + first : -1;
    }
}
