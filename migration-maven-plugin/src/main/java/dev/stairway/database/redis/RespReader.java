package dev.stairway.database.redis;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * Reads replies of RESP2 and RESP3: https://redis.io/docs/latest/develop/reference/protocol-spec/
 *
 * <p>What RESP3 adds comes in the shape that RESP2 gives it, so that a reader needs to know one shape only: a map is a
 * list of names and values, a set is a list, a double and a big number are their text, a boolean is 1 or 0.
 */
final class RespReader {

    private static final int BUFFER_BYTES = 1 << 16;
    private static final String OK = "OK";

    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private int next;
    private int end;

    RespReader(InputStream in) {
        this.in = in;
    }

    /** A message that the server sent on its own account, RESP3 only. */
    record Push(List<Object> content) {}

    /** Next reply or {@link Push}. */
    Object read() throws IOException {
        int type = oneByte();
        return switch (type) {
            case '+' -> line();
            case '-' -> new RedisError(line());
            case ':' -> number();
            case '$' -> bulk();
            case '!' -> new RedisError(new String(bulk(), StandardCharsets.UTF_8));
            case '=' -> verbatim(bulk());
            case '*', '~' -> list(number());
            case '%' -> list(Math.multiplyExact(number(), 2L));
            case '>' -> new Push(Collections.unmodifiableList(list(number())));
            case ',', '(' -> line().getBytes(StandardCharsets.UTF_8);
            case '#' -> line().equals("t") ? 1L : 0L;
            case '_' -> nothing(line());
            case '|' -> attributed(list(Math.multiplyExact(number(), 2L)));
            default -> throw new IOException("Not the protocol of Redis: a reply starts with byte " + type);
        };
    }

    private static Object nothing(String emptyLine) throws IOException {
        if (!emptyLine.isEmpty()) {
            throw new IOException("Not the protocol of Redis: a null with content");
        }
        return null;
    }

    // Attributes are side information before the reply proper.
    private Object attributed(List<Object> attributes) throws IOException {
        if (attributes == null) {
            throw new IOException("Not the protocol of Redis: attributes without content");
        }
        return read();
    }

    // A verbatim string starts with three characters for its format and a colon.
    private static byte[] verbatim(byte[] content) {
        return Arrays.copyOfRange(content, 4, content.length);
    }

    private List<Object> list(long size) throws IOException {
        if (size < 0) {
            return null;
        }
        List<Object> list = new ArrayList<>((int) Math.min(size, 10_000));
        for (long i = 0; i < size; i++) {
            list.add(read());
        }
        return list;
    }

    private byte[] bulk() throws IOException {
        long size = number();
        if (size < 0) {
            return null;
        }
        byte[] content = new byte[Math.toIntExact(size)];
        int copied = Math.min(content.length, end - next);
        System.arraycopy(buffer, next, content, 0, copied);
        next += copied;
        while (copied < content.length) {
            int count = in.read(content, copied, content.length - copied);
            if (count < 0) {
                throw closed();
            }
            copied += count;
        }
        lineEnd(oneByte());
        return content;
    }

    private long number() throws IOException {
        int first = oneByte();
        boolean negative = first == '-';
        long value = negative || first == '+' ? 0 : digit(first);
        for (int c = oneByte(); c != '\r'; c = oneByte()) {
            value = value * 10 + digit(c);
        }
        lineFeed();
        return negative ? -value : value;
    }

    private static int digit(int c) throws IOException {
        if (c < '0' || c > '9') {
            throw new IOException("Not the protocol of Redis: byte " + c + " in a number");
        }
        return c - '0';
    }

    private String line() throws IOException {
        int lineEnd = next;
        while (lineEnd < end && buffer[lineEnd] != '\r') {
            lineEnd++;
        }
        if (lineEnd == end) {
            return longLine();
        }
        String line = ok(lineEnd) ? OK : new String(buffer, next, lineEnd - next, StandardCharsets.UTF_8);
        next = lineEnd + 1;
        lineFeed();
        return line;
    }

    // The reply to most of what fills a database.
    private boolean ok(int lineEnd) {
        return lineEnd - next == 2 && buffer[next] == 'O' && buffer[next + 1] == 'K';
    }

    private String longLine() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(64);
        for (int c = oneByte(); c != '\r'; c = oneByte()) {
            bytes.write(c);
        }
        lineFeed();
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private void lineEnd(int c) throws IOException {
        if (c != '\r') {
            throw new IOException("Not the protocol of Redis: byte " + c + " at the end of a string");
        }
        lineFeed();
    }

    private void lineFeed() throws IOException {
        int c = oneByte();
        if (c != '\n') {
            throw new IOException("Not the protocol of Redis: byte " + c + " at the end of a line");
        }
    }

    private int oneByte() throws IOException {
        if (next == end) {
            int count = in.read(buffer, 0, buffer.length);
            if (count < 0) {
                throw closed();
            }
            next = 0;
            end = count;
        }
        return buffer[next++] & 0xff;
    }

    private static EOFException closed() {
        return new EOFException("the server closed the connection");
    }
}
