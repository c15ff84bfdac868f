package dev.stairway.fingerprint.sqlite;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Splits SQL text into tokens that do not depend on spelling: white space and comments are gone, keywords and simple
 * names are in lower case, the four ways to quote a name are one.
 *
 * @see <a href="https://www.sqlite.org/lang_keywords.html">SQLite keywords and quoting</a>
 */
final class Tokens {

    private final String text;
    private final List<String> tokens = new ArrayList<>();
    private int at;

    private Tokens(String text) {
        this.text = text;
    }

    /** The tokens; string literals keep their quotes. */
    static List<String> of(String sql) {
        return sql == null ? List.of() : new Tokens(sql).read();
    }

    /** The canonical form of a name. */
    static String name(String name) {
        if (!name.isEmpty() && isWordStart(name.charAt(0)) && name.chars().allMatch(c -> isWord((char) c))) {
            return name.toLowerCase(Locale.ROOT);
        }
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    static String join(List<String> tokens) {
        return String.join(" ", tokens);
    }

    private List<String> read() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (Character.isWhitespace(c)) {
                at++;
            } else if (text.startsWith("--", at)) {
                skipTo("\n");
            } else if (text.startsWith("/*", at)) {
                skipTo("*/");
            } else if (c == '\'') {
                tokens.add(quoted('\''));
            } else if (c == '"' || c == '`') {
                tokens.add(name(unquote(quoted(c), c)));
            } else if (c == '[') {
                bracketed();
            } else if ((c == 'x' || c == 'X') && at + 1 < text.length() && text.charAt(at + 1) == '\'') {
                at++;
                tokens.add("x" + quoted('\'').toUpperCase(Locale.ROOT));
            } else if (isWordStart(c)) {
                tokens.add(word().toLowerCase(Locale.ROOT));
            } else if (Character.isDigit(c)
                    || c == '.' && at + 1 < text.length() && Character.isDigit(text.charAt(at + 1))) {
                tokens.add(number());
            } else {
                operator();
            }
        }
        return tokens;
    }

    private void skipTo(String end) {
        int found = text.indexOf(end, at);
        at = found < 0 ? text.length() : found + end.length();
    }

    private String quoted(char quote) {
        int start = at++;
        while (at < text.length()) {
            if (text.charAt(at) == quote) {
                if (at + 1 < text.length() && text.charAt(at + 1) == quote) {
                    at++;
                } else {
                    break;
                }
            }
            at++;
        }
        at = Math.min(at + 1, text.length());
        return text.substring(start, at);
    }

    private static String unquote(String quoted, char quote) {
        String inner = quoted.substring(1, Math.max(1, quoted.length() - 1));
        return inner.replace("" + quote + quote, "" + quote);
    }

    private void bracketed() {
        int end = text.indexOf(']', at);
        tokens.add(name(text.substring(at + 1, end < 0 ? text.length() : end)));
        at = end < 0 ? text.length() : end + 1;
    }

    private String word() {
        int start = at;
        while (at < text.length() && isWord(text.charAt(at))) {
            at++;
        }
        return text.substring(start, at);
    }

    private String number() {
        int start = at;
        while (at < text.length() && partOfNumber(start)) {
            at++;
        }
        return text.substring(start, at).toLowerCase(Locale.ROOT);
    }

    private boolean partOfNumber(int start) {
        char c = text.charAt(at);
        boolean exponent = at > start && (text.charAt(at - 1) == 'e' || text.charAt(at - 1) == 'E');
        return Character.isLetterOrDigit(c) || c == '.' || c == '_' || (c == '+' || c == '-') && exponent;
    }

    private void operator() {
        for (String two : List.of("||", "->", "<=", ">=", "<>", "!=", "==", "<<", ">>")) {
            if (text.startsWith(two, at)) {
                String three = two.equals("->") && text.startsWith("->>", at) ? "->>" : two;
                tokens.add(three);
                at += three.length();
                return;
            }
        }
        tokens.add(String.valueOf(text.charAt(at++)));
    }

    private static boolean isWordStart(char c) {
        return c == '_' || Character.isLetter(c) || c > 127;
    }

    private static boolean isWord(char c) {
        return isWordStart(c) || Character.isDigit(c) || c == '$';
    }
}
