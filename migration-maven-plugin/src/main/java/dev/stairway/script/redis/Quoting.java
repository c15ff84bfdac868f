package dev.stairway.script.redis;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Splits a command line into arguments by the rules of redis-cli, see
 * https://redis.io/docs/latest/develop/tools/cli/#string-quoting-and-escaping.
 */
final class Quoting {

    private final byte[] line;
    private int at;

    private Quoting(String line) {
        this.line = line.getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Splits one line.
     *
     * @param most arguments that are taken
     * @throws IllegalArgumentException that says what is wrong with its quotes, or that there are more
     */
    static List<byte[]> split(String line, int most) {
        return new Quoting(line).split(most);
    }

    private List<byte[]> split(int most) {
        List<byte[]> arguments = new ArrayList<>();
        skipSpaces();
        while (at < line.length) {
            if (arguments.size() == most) {
                throw new IllegalArgumentException("it has more than " + most + " words");
            }
            arguments.add(argument());
            skipSpaces();
        }
        return arguments;
    }

    private byte[] argument() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        while (at < line.length && !space(line[at])) {
            byte next = line[at++];
            if (next == '"') {
                doubleQuoted(out);
            } else if (next == '\'') {
                singleQuoted(out);
            } else {
                out.write(next);
            }
        }
        return out.toByteArray();
    }

    private void doubleQuoted(ByteArrayOutputStream out) {
        while (at < line.length && line[at] != '"') {
            if (line[at] == '\\' && at + 1 < line.length) {
                at++;
                escaped(out);
            } else {
                out.write(line[at++]);
            }
        }
        closed('"');
    }

    private void escaped(ByteArrayOutputStream out) {
        if (line[at] == 'x' && at + 2 < line.length && hex(line[at + 1]) >= 0 && hex(line[at + 2]) >= 0) {
            out.write(hex(line[at + 1]) * 16 + hex(line[at + 2]));
            at += 3;
            return;
        }
        byte next = line[at++];
        switch (next) {
            case 'n' -> out.write('\n');
            case 'r' -> out.write('\r');
            case 't' -> out.write('\t');
            case 'b' -> out.write('\b');
            case 'a' -> out.write(7);
            default -> out.write(next);
        }
    }

    private void singleQuoted(ByteArrayOutputStream out) {
        while (at < line.length && line[at] != '\'') {
            if (line[at] == '\\' && at + 1 < line.length && line[at + 1] == '\'') {
                at++;
            }
            out.write(line[at++]);
        }
        closed('\'');
    }

    private void closed(char quote) {
        if (at >= line.length) {
            throw new IllegalArgumentException("the quote " + quote + " is not closed");
        }
        at++;
        if (at < line.length && !space(line[at])) {
            throw new IllegalArgumentException("after the closing quote " + quote + " must be a space");
        }
    }

    private void skipSpaces() {
        while (at < line.length && space(line[at])) {
            at++;
        }
    }

    private static boolean space(byte b) {
        return b == ' ' || b == '\t';
    }

    private static int hex(byte b) {
        return Character.digit(b, 16);
    }
}
