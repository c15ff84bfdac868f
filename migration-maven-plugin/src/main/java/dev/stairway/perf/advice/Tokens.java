package dev.stairway.perf.advice;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts SQL of PostgreSQL into tokens, comments left out. https://www.postgresql.org/docs/current/sql-syntax-lexical.html */
final class Tokens {

    private static final Pattern TOKEN = Pattern.compile(
            "\\s+|--[^\\n]*|/\\*.*?\\*/"
                    + "|(?<token>\"(?:[^\"]|\"\")*\"|[eE]'(?:[^'\\\\]|''|\\\\.)*'|'(?:[^']|'')*'|(\\$\\w*\\$).*?\\2|[\\p{L}_][\\p{L}\\p{N}_$]*"
                    + "|\\d[\\d.]*|::|.)",
            Pattern.DOTALL);

    private Tokens() {}

    /** One list for each statement. */
    static List<List<Token>> statements(String sql) {
        List<List<Token>> statements = new ArrayList<>();
        List<Token> present = new ArrayList<>();
        for (Matcher matcher = TOKEN.matcher(sql); matcher.find(); ) {
            String text = matcher.group("token");
            if (text == null) {
                continue;
            }
            if (text.equals(";")) {
                statements.add(present);
                present = new ArrayList<>();
            } else {
                present.add(new Token(text, matcher.start()));
            }
        }
        statements.add(present);
        statements.removeIf(List::isEmpty);
        return statements;
    }
}
