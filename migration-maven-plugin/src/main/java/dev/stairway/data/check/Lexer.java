package dev.stairway.data.check;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts an SQL expression into tokens. */
final class Lexer {

    private static final Pattern TOKEN = Pattern.compile(
            "\\s+|--[^\\n]*|/\\*.*?\\*/"
                    + "|(?<string>[eE]?'(?:[^']|'')*')"
                    + "|(?<quoted>\"(?:[^\"]|\"\")*\"|`(?:[^`]|``)*`)"
                    + "|(?<number>\\d+(?:\\.\\d*)?(?:[eE][-+]?\\d+)?|\\.\\d+)"
                    + "|(?<word>[\\p{L}_][\\p{L}\\p{N}_$]*)"
                    + "|(?<operator>::|<=|>=|<>|!=|==|\\|\\||!?~~?\\*?|&&|@>|<@|->>?|[-+*/%<>=(),.\\[\\];?&|#^])",
            Pattern.DOTALL);

    /** What a token is. */
    enum Kind {
        STRING,
        QUOTED,
        NUMBER,
        WORD,
        OPERATOR,
        END
    }

    /** A token, unquoted. */
    record Token(Kind kind, String text) {}

    private Lexer() {}

    /** The tokens; ends early with a token of its own where a character is not known. */
    static List<Token> tokens(String sql) {
        List<Token> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(sql);
        int at = 0;
        while (at < sql.length() && matcher.find(at) && matcher.start() == at) {
            token(matcher, tokens);
            at = matcher.end();
        }
        if (at < sql.length()) {
            tokens.add(new Token(Kind.OPERATOR, "unknown character"));
        }
        tokens.add(new Token(Kind.END, ""));
        return tokens;
    }

    private static void token(Matcher matcher, List<Token> tokens) {
        if (matcher.group("string") != null) {
            String text = matcher.group("string");
            boolean escaped = text.charAt(0) != '\'';
            text = text.substring(escaped ? 2 : 1, text.length() - 1).replace("''", "'");
            tokens.add(new Token(Kind.STRING, escaped ? text.replace("\\\\", "\\") : text));
        } else if (matcher.group("quoted") != null) {
            String text = matcher.group("quoted");
            String quote = text.substring(0, 1);
            tokens.add(
                    new Token(Kind.QUOTED, text.substring(1, text.length() - 1).replace(quote + quote, quote)));
        } else if (matcher.group("number") != null) {
            tokens.add(new Token(Kind.NUMBER, matcher.group("number")));
        } else if (matcher.group("word") != null) {
            tokens.add(new Token(Kind.WORD, matcher.group("word")));
        } else if (matcher.group("operator") != null) {
            tokens.add(new Token(Kind.OPERATOR, matcher.group("operator")));
        }
    }
}
