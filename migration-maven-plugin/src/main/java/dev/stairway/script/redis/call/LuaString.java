package dev.stairway.script.redis.call;

/** A string in quotes with its escapes: https://www.lua.org/manual/5.1/manual.html#2.1 */
final class LuaString {

    private static final int LARGEST_BYTE = 255;

    private final String text;
    private final int line;
    private final char quote;
    private int at;

    /** @param at of the quote that opens it */
    LuaString(String text, int at, int line) {
        this.text = text;
        this.line = line;
        this.quote = text.charAt(at);
        this.at = at + 1;
    }

    /** Its value. @throws LuaError when it has no end */
    String read() {
        StringBuilder value = new StringBuilder();
        while (current() != quote) {
            if (current() == '\n') {
                throw unfinished();
            }
            char c = text.charAt(at++);
            if (c == '\\') {
                escape(value);
            } else {
                value.append(c);
            }
        }
        at++;
        return value.toString();
    }

    /** Behind the quote that closes it, once it is read. */
    int end() {
        return at;
    }

    private char current() {
        if (at >= text.length()) {
            throw unfinished();
        }
        return text.charAt(at);
    }

    private LuaError unfinished() {
        return new LuaError(line, "unfinished string");
    }

    private void escape(StringBuilder value) {
        char c = current();
        if (c >= '0' && c <= '9') {
            value.append(code());
            return;
        }
        at++;
        int known = "abfnrtv".indexOf(c);
        value.append(known < 0 ? c : "\u0007\b\f\n\r\t\u000B".charAt(known));
    }

    private char code() {
        int code = 0;
        for (int digits = 0; digits < 3 && at < text.length() && Character.digit(text.charAt(at), 10) >= 0; digits++) {
            code = code * 10 + Character.digit(text.charAt(at++), 10);
        }
        if (code > LARGEST_BYTE) {
            throw new LuaError(line, "escape sequence too large");
        }
        return (char) code;
    }
}
