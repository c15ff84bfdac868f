package dev.stairway.data.redis;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;

/** Reads records of comma-separated values: https://www.rfc-editor.org/rfc/rfc4180 */
final class Csv {

    private static final int END = -1;

    private final Reader reader;
    private int next;
    private int line = 1;
    private int start = 1;

    /** @param reader buffered */
    Csv(Reader reader) throws IOException {
        this.reader = reader;
        this.next = reader.read();
    }

    /** Line on which the last record began. */
    int line() {
        return start;
    }

    /** The next record; null at the end. Empty lines are left out. */
    List<String> next() throws IOException {
        while (next == '\n' || next == '\r') {
            advance();
        }
        start = line;
        if (next == END) {
            return null;
        }
        List<String> values = new ArrayList<>();
        values.add(value());
        while (next == ',') {
            advance();
            values.add(value());
        }
        return values;
    }

    private String value() throws IOException {
        StringBuilder text = new StringBuilder();
        if (next == '"') {
            quoted(text);
        }
        while (next != ',' && next != '\n' && next != '\r' && next != END) {
            text.append((char) next);
            advance();
        }
        return text.toString();
    }

    private void quoted(StringBuilder text) throws IOException {
        advance();
        while (next != END) {
            if (next == '"') {
                advance();
                if (next != '"') {
                    return;
                }
            }
            text.append((char) next);
            advance();
        }
        throw new IllegalArgumentException("a quote is not closed");
    }

    private void advance() throws IOException {
        line += next == '\n' ? 1 : 0;
        next = reader.read();
    }
}
