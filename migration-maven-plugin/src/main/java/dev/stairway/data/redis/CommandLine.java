package dev.stairway.data.redis;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Splits a line into words as redis-cli does: blanks part words, "..." takes escapes, '...' takes all but \' as it is.
 * https://redis.io/docs/latest/develop/tools/cli/#string-quoting-and-escaping
 */
final class CommandLine {

    private final byte[] line;
    private int at;

    private CommandLine(byte[] line) {
        this.line = line;
    }

    /**
     * The words; none for an empty line or a comment.
     *
     * @throws IllegalArgumentException when a quote is not closed, or not followed by a blank
     */
    static List<byte[]> words(String text) {
        CommandLine line = new CommandLine(text.strip().getBytes(StandardCharsets.UTF_8));
        List<byte[]> words = new ArrayList<>();
        if (line.line.length > 0 && line.line[0] == '#') {
            return words;
        }
        while (line.skipBlanks()) {
            words.add(line.word());
        }
        return words;
    }

    private boolean skipBlanks() {
        while (at < line.length && blank(line[at])) {
            at++;
        }
        return at < line.length;
    }

    private static boolean blank(byte c) {
        return c == ' ' || c == '\t';
    }

    private byte[] word() {
        ByteArrayOutputStream word = new ByteArrayOutputStream();
        while (at < line.length && !blank(line[at])) {
            byte c = line[at++];
            if (c == '"' || c == '\'') {
                quoted(c, word);
                if (at < line.length && !blank(line[at])) {
                    throw new IllegalArgumentException("a blank is missing after a closing quote");
                }
            } else {
                word.write(c);
            }
        }
        return word.toByteArray();
    }

    private void quoted(byte quote, ByteArrayOutputStream word) {
        while (at < line.length && line[at] != quote) {
            byte c = line[at++];
            boolean escape = c == '\\' && at < line.length && (quote == '"' || line[at] == '\'');
            word.write(escape ? escaped(quote) : c);
        }
        if (at == line.length) {
            throw new IllegalArgumentException("a quote is not closed");
        }
        at++;
    }

    private int escaped(byte quote) {
        byte c = line[at++];
        if (quote == '\'') {
            return c;
        }
        return switch (c) {
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'b' -> '\b';
            case 'a' -> 7;
            case 'x' -> hexadecimal(c);
            default -> c;
        };
    }

    private int hexadecimal(byte otherwise) {
        if (at + 1 < line.length && digit(line[at]) >= 0 && digit(line[at + 1]) >= 0) {
            int value = digit(line[at]) * 16 + digit(line[at + 1]);
            at += 2;
            return value;
        }
        return otherwise;
    }

    private static int digit(byte c) {
        return Character.digit(c, 16);
    }
}
