package dev.stairway.script.sql;

import dev.stairway.script.sql.Token.Kind;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a script into tokens. What is left open at the end of the text reaches up to there, for the server to refuse. */
final class Lexer {

    /** https://www.postgresql.org/docs/current/sql-syntax-lexical.html#SQL-SYNTAX-DOLLAR-QUOTING */
    private static final Pattern DOLLAR = Pattern.compile("\\$(?:[A-Za-z_\\u0080-\\uFFFF][\\w\\u0080-\\uFFFF]*)?\\$");

    private static final Pattern DELIMITER_COMMAND =
            Pattern.compile("DELIMITER[ \\t]+(\\S+)[ \\t]*\\r?(?:\\n|$)", Pattern.CASE_INSENSITIVE);

    private final String text;
    private final Quotes quotes;
    private SqlSyntax syntax;
    private int at;

    /** True behind a comment without an end, which PostgreSQL refuses: whatever it swallows must not be passed over. */
    private boolean open;

    Lexer(String text, SqlSyntax syntax) {
        this.text = text;
        this.syntax = syntax;
        this.quotes = new Quotes(text);
    }

    /** The next token; null at the end. */
    Token next() {
        if (at >= text.length()) {
            return null;
        }
        int start = at;
        Kind kind = read();
        return new Token(kind, start, at);
    }

    private Kind read() {
        char next = text.charAt(at);
        if (blank(next)) {
            while (at < text.length() && blank(text.charAt(at))) {
                at++;
            }
            return Kind.BLANK;
        }
        if (delimiter()) {
            at += syntax.delimiter().length();
            return Kind.DELIMITER;
        }
        if (comment(next)) {
            return open ? Kind.SYMBOL : Kind.COMMENT;
        }
        if (quoted(next)) {
            return Kind.QUOTED;
        }
        if (wordPart(next)) {
            return word();
        }
        at++;
        return Kind.SYMBOL;
    }

    /** What a server takes for blank, and the mark that some editors put at the start of a file. */
    private boolean blank(char c) {
        return c == ' ' || c >= '\t' && c <= '\r' || c == '\uFEFF' && at == 0;
    }

    private boolean delimiter() {
        if (!text.startsWith(syntax.delimiter(), at)) {
            return false;
        }
        int end = at + syntax.delimiter().length();
        if (syntax.fullLine()) {
            return startsLine() && text.substring(end, endOfLine(end)).isBlank();
        }
        boolean joined = wordPart(syntax.delimiter().charAt(syntax.delimiter().length() - 1))
                && end < text.length()
                && wordPart(text.charAt(end));
        return !joined;
    }

    private boolean startsLine() {
        int before = at - 1;
        while (before >= 0 && text.charAt(before) != '\n' && Character.isWhitespace(text.charAt(before))) {
            before--;
        }
        return before < 0 || text.charAt(before) == '\n';
    }

    private int endOfLine(int from) {
        int end = text.indexOf('\n', from);
        return end < 0 ? text.length() : end;
    }

    private boolean comment(char next) {
        if (next == '-' && text.startsWith("--", at) && dashesComment() || next == '#' && syntax.hashComments()) {
            at = endOfComment();
            return true;
        }
        if (next == '/' && text.startsWith("/*", at) && !executable()) {
            blockComment();
            return true;
        }
        return delimiterCommand(next);
    }

    private int endOfComment() {
        int end = endOfLine(at);
        int carriage = at;
        while (syntax.returnEndsLine() && carriage < end && text.charAt(carriage) != '\r') {
            carriage++;
        }
        return syntax.returnEndsLine() ? carriage : end;
    }

    private boolean dashesComment() {
        return !syntax.hashComments() || at + 2 >= text.length() || text.charAt(at + 2) <= ' ';
    }

    private boolean executable() {
        return syntax.executableComments() && (text.startsWith("/*!", at) || text.startsWith("/*M!", at));
    }

    private void blockComment() {
        int depth = 0;
        do {
            if (text.startsWith("/*", at) && (depth == 0 || syntax.nestedComments())) {
                depth++;
                at += 2;
            } else if (text.startsWith("*/", at)) {
                depth--;
                at += 2;
            } else {
                at++;
            }
        } while (depth > 0 && at < text.length());
        open = depth > 0 && syntax.nestedComments();
    }

    private boolean delimiterCommand(char next) {
        if (!syntax.delimiterCommand() || (next | 0x20) != 'd' || !startsLine()) {
            return false;
        }
        Matcher command = DELIMITER_COMMAND.matcher(text).region(at, text.length());
        if (!command.lookingAt()) {
            return false;
        }
        syntax = syntax.delimitedBy(command.group(1), false);
        at = command.end();
        return true;
    }

    private boolean quoted(char next) {
        if (next == '\'' || next == '"') {
            at = quotes.end(at, next, syntax.backslashes());
        } else if (next == '`' && syntax.backticks()) {
            at = quotes.end(at, next, false);
        } else if (next == '[' && syntax.brackets()) {
            at = quotes.end(at, ']', false);
        } else if (next == '/' && text.startsWith("/*", at)) {
            at = endOf("*/", at + 2);
        } else {
            return next == '$' && syntax.dollarQuotes() && dollarQuoted();
        }
        return true;
    }

    private boolean dollarQuoted() {
        Matcher opening = DOLLAR.matcher(text).region(at, text.length());
        if (!opening.lookingAt()) {
            return false;
        }
        at = endOf(opening.group(), opening.end());
        return true;
    }

    private int endOf(String mark, int from) {
        int found = text.indexOf(mark, from);
        return found < 0 ? text.length() : found + mark.length();
    }

    /** A dollar inside a name starts no quote. */
    private static boolean wordPart(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_' || c >= '\u0080';
    }

    private Kind word() {
        int start = at;
        while (at < text.length() && (wordPart(text.charAt(at)) || dollarInName())) {
            at++;
        }
        boolean escapes = syntax.escapeStrings()
                && at == start + 1
                && (text.charAt(start) | 0x20) == 'e'
                && at < text.length()
                && text.charAt(at) == '\'';
        if (escapes) {
            at = quotes.endOfEscaped(at);
            return Kind.QUOTED;
        }
        return Kind.WORD;
    }

    private boolean dollarInName() {
        return text.charAt(at) == '$' && !text.startsWith(syntax.delimiter(), at);
    }

    /** True when a semicolon can be inside a statement at this place, which a script of MySQL can change. */
    boolean hasBodies() {
        return syntax.hasBodies();
    }
}
