package dev.stairway.script.redis.call;

import dev.stairway.script.redis.call.LuaToken.Kind;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Words of Lua 5.1, by the rules of its own reader: https://www.lua.org/manual/5.1/manual.html#2.1 */
final class LuaLexer {

    private static final Set<String> KEYWORDS = Set.of(
            "and",
            "break",
            "do",
            "else",
            "elseif",
            "end",
            "false",
            "for",
            "function",
            "if",
            "in",
            "local",
            "nil",
            "not",
            "or",
            "repeat",
            "return",
            "then",
            "true",
            "until",
            "while");
    private static final List<String> LONG_SIGNS = List.of("...", "..", "==", "~=", "<=", ">=");
    private static final Pattern NUMBER =
            Pattern.compile("(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?|0[xX][0-9a-fA-F]+([pP]\\d+)?");

    private final String text;
    private int at;
    private int line = 1;

    /** @param text may begin with a mark of the byte order, and with a line such as {@code #!lua name=sessions} */
    LuaLexer(String text) {
        this.text = text;
        at = text.startsWith("\uFEFF") ? 1 : 0;
        if (text.startsWith("#!", at)) {
            toEndOfLine();
        }
    }

    /** The next word; that of the end again and again. @throws LuaError when there is no such word in Lua */
    LuaToken next() {
        skip();
        int from = at;
        int first = line;
        if (at >= text.length()) {
            return new LuaToken(Kind.END, "", from, from, first);
        }
        char c = text.charAt(at);
        if (letter(c)) {
            String name = name();
            return new LuaToken(KEYWORDS.contains(name) ? Kind.KEYWORD : Kind.NAME, name, from, at, first);
        }
        if (digit(c) || c == '.' && digit(peek(1))) {
            return new LuaToken(Kind.NUMBER, number(), from, at, first);
        }
        if (c == '"' || c == '\'') {
            return string(new LuaString(text, at, line), first);
        }
        int level = c == '[' ? level() : -1;
        if (level >= 0) {
            return new LuaToken(Kind.STRING, longText(level), from, at, first);
        }
        at += sign().length();
        return new LuaToken(Kind.SYMBOL, text.substring(from, at), from, at, first);
    }

    private LuaToken string(LuaString string, int first) {
        int from = at;
        String value = string.read();
        lines(from, string.end());
        at = string.end();
        return new LuaToken(Kind.STRING, value, from, at, first);
    }

    private void skip() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '\n') {
                line++;
                at++;
            } else if (c == ' ' || c >= '\t' && c <= '\r') {
                at++;
            } else if (c == '-' && peek(1) == '-') {
                comment();
            } else {
                return;
            }
        }
    }

    private void comment() {
        at += 2;
        int level = peek(0) == '[' ? commentLevel() : -1;
        if (level >= 0) {
            longText(level);
        } else {
            toEndOfLine();
        }
    }

    /** {@code --[=x} is a comment of one line, whereas as a string it is an error. */
    private int commentLevel() {
        int signs = 0;
        while (peek(1 + signs) == '=') {
            signs++;
        }
        return peek(1 + signs) == '[' ? signs : -1;
    }

    /** Number of = between the brackets; -1 when this is a bracket and no more. */
    private int level() {
        int level = commentLevel();
        if (level < 0 && peek(1) == '=') {
            throw new LuaError(line, "invalid long string delimiter");
        }
        return level;
    }

    private String longText(int level) {
        int from = at + level + 2;
        String close = "]" + "=".repeat(level) + "]";
        int end = text.indexOf(close, from);
        if (end < 0) {
            throw new LuaError(line, "a long string or comment has no end");
        }
        // https://www.lua.org/manual/5.1/manual.html#7.1 wants signs between the brackets there.
        int nested = level == 0 ? text.indexOf("[[", from) : -1;
        if (nested >= 0 && nested < end) {
            throw new LuaError(line, "nesting of [[...]] is deprecated");
        }
        lines(at, end);
        at = end + close.length();
        return text.substring(from < end && text.charAt(from) == '\n' ? from + 1 : from, end);
    }

    private void lines(int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) == '\n') {
                line++;
            }
        }
    }

    private void toEndOfLine() {
        int end = text.indexOf('\n', at);
        at = end < 0 ? text.length() : end;
    }

    private String name() {
        int from = at;
        while (at < text.length() && (letter(text.charAt(at)) || digit(text.charAt(at)))) {
            at++;
        }
        return text.substring(from, at);
    }

    private String number() {
        int from = at;
        while (digit(peek(0)) || peek(0) == '.') {
            at++;
        }
        if (peek(0) == 'e' || peek(0) == 'E') {
            at += peek(1) == '+' || peek(1) == '-' ? 2 : 1;
        }
        while (digit(peek(0)) || letter(peek(0))) {
            at++;
        }
        String number = text.substring(from, at);
        if (number.length() > 300 || !NUMBER.matcher(number).matches()) {
            throw new LuaError(line, "malformed number");
        }
        return number;
    }

    private String sign() {
        for (String sign : LONG_SIGNS) {
            if (text.startsWith(sign, at)) {
                return sign;
            }
        }
        return text.substring(at, at + 1);
    }

    private char peek(int ahead) {
        return at + ahead < text.length() ? text.charAt(at + ahead) : '\0';
    }

    private static boolean letter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_';
    }

    private static boolean digit(char c) {
        return c >= '0' && c <= '9';
    }
}
