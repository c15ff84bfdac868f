package dev.stairway.script.sql.parse.postgres;

import static dev.stairway.script.sql.grammar.postgresql.PostgreSQLParser.DollarText;
import static dev.stairway.script.sql.grammar.postgresql.PostgreSQLParser.EscapeStringConstant;
import static dev.stairway.script.sql.grammar.postgresql.PostgreSQLParser.StringConstant;
import static dev.stairway.script.sql.grammar.postgresql.PostgreSQLParser.UnicodeEscapeStringConstant;

import dev.stairway.script.sql.grammar.postgresql.PostgreSQLParser.SconstContext;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;

/** What stands in string constants. */
final class Literals {

    private Literals() {}

    /** The content of a string constant, escapes of {@code E''} left as they are; empty for null. */
    static String value(SconstContext constant) {
        StringBuilder value = new StringBuilder();
        for (Token token : constant == null ? java.util.List.<Token>of() : Source.tokens(constant)) {
            value.append(content(token));
        }
        return value.toString();
    }

    private static String content(Token token) {
        String text = token.getText();
        return switch (token.getType()) {
            case StringConstant -> inner(text, 1);
            case EscapeStringConstant, UnicodeEscapeStringConstant -> inner(text, text.indexOf('\'') + 1);
            case DollarText -> text;
            default -> "";
        };
    }

    private static String inner(String text, int begin) {
        return begin >= text.length()
                ? ""
                : text.substring(begin, text.length() - 1).replace("''", "'");
    }

    /** A word or constant as it stands there, without its quotes: values of parameters. */
    static String unquoted(ParserRuleContext part, Source source) {
        String text = source.text(part);
        boolean quoted = text.length() > 1 && (text.startsWith("'") || text.startsWith("\""));
        return quoted ? text.substring(1, text.length() - 1) : text;
    }
}
