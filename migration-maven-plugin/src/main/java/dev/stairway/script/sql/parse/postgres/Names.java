package dev.stairway.script.sql.parse.postgres;

import static dev.stairway.script.sql.grammar.postgresql.PostgreSQLParser.DOT;
import static dev.stairway.script.sql.grammar.postgresql.PostgreSQLParser.QuotedIdentifier;
import static dev.stairway.script.sql.grammar.postgresql.PostgreSQLParser.UnicodeQuotedIdentifier;

import dev.stairway.script.sql.tree.Name;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;

/**
 * Names as PostgreSQL stores them: what is not quoted in lower case, where only ASCII letters have one.
 * https://www.postgresql.org/docs/current/sql-syntax-lexical.html#SQL-SYNTAX-IDENTIFIERS
 */
final class Names {

    private static final Pattern ESCAPE = Pattern.compile("\\\\(?:\\+([0-9A-Fa-f]{6})|([0-9A-Fa-f]{4}))");

    private Names() {}

    /** The name that a part of the tree holds: its words between dots, the last two of them. */
    static Name of(ParserRuleContext part) {
        List<Token> parts = parts(part);
        if (parts.isEmpty()) {
            return new Name("", "", "", false);
        }
        Token last = parts.get(parts.size() - 1);
        String schema = parts.size() > 1 ? stored(parts.get(parts.size() - 2)) : "";
        return new Name(schema, stored(last), written(parts), quoted(last));
    }

    static List<Name> all(List<? extends ParserRuleContext> parts) {
        return parts.stream().map(Names::of).toList();
    }

    /** A name without a schema. */
    static Name simple(String stored) {
        return new Name("", stored, stored, false);
    }

    private static List<Token> parts(ParserRuleContext part) {
        List<Token> parts = new ArrayList<>();
        boolean expected = true;
        for (Token token : Source.tokens(part)) {
            boolean dot = token.getType() == DOT;
            if (dot == expected) {
                break;
            }
            if (!dot) {
                parts.add(token);
            }
            expected = dot;
        }
        return parts;
    }

    private static String written(List<Token> parts) {
        StringBuilder written = new StringBuilder();
        for (Token token : parts) {
            written.append(written.isEmpty() ? "" : ".").append(token.getText());
        }
        return written.toString();
    }

    static String stored(Token word) {
        String text = word.getText();
        if (word.getType() == QuotedIdentifier) {
            return unquoted(text);
        }
        return word.getType() == UnicodeQuotedIdentifier ? unescaped(unquoted(text.substring(2))) : folded(text);
    }

    private static boolean quoted(Token word) {
        return word.getType() == QuotedIdentifier || word.getType() == UnicodeQuotedIdentifier;
    }

    private static String unquoted(String text) {
        return text.substring(1, text.length() - 1).replace("\"\"", "\"");
    }

    private static String unescaped(String text) {
        return ESCAPE.matcher(text)
                .replaceAll(escape -> Matcher.quoteReplacement(character(escape.group(1), escape.group(2))));
    }

    private static String character(String six, String four) {
        int code = Integer.parseInt(six != null ? six : four, 16);
        return Character.isValidCodePoint(code) ? Character.toString(code) : "\uFFFD";
    }

    /** In lower case, ASCII letters only: a server does no more where one character may have many bytes. */
    static String folded(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            folded.append(c >= 'A' && c <= 'Z' ? (char) (c + 32) : c);
        }
        return folded.toString();
    }
}
