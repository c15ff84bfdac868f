package dev.stairway.data.postgres;

import dev.stairway.data.value.Cells;
import dev.stairway.data.value.Value;
import dev.stairway.data.value.Word;

/**
 * Writes rows as COPY reads them in its text format, straight into the bytes that are sent.
 *
 * <p>See <a href="https://www.postgresql.org/docs/current/sql-copy.html">COPY, File Formats</a>.
 */
final class CopyCells implements Cells {

    /** Longest cell that is made here: a sign, 19 digits, a point, a separator. */
    private static final int NUMBER = 64;

    private static final byte[] DIGITS =
            "0123456789abcdefghijklmnopqrstuvwxyz".getBytes(java.nio.charset.StandardCharsets.US_ASCII);

    private byte[] bytes;
    private int length;
    private final byte[] reversed = new byte[NUMBER];

    CopyCells(int size) {
        bytes = new byte[size];
    }

    byte[] bytes() {
        return bytes;
    }

    int length() {
        return length;
    }

    void clear() {
        length = 0;
    }

    /** Makes the separator after the last cell the end of the line. */
    void endRow() {
        bytes[length - 1] = '\n';
    }

    private void room(int more) {
        if (length + more > bytes.length) {
            bytes = java.util.Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
        }
    }

    private void end() {
        bytes[length++] = '\t';
    }

    private void append(byte[] text, int size) {
        room(size + NUMBER);
        System.arraycopy(text, 0, bytes, length, size);
        length += size;
    }

    /** Appends a number that is not negative. */
    private void digits(long value, int radix, int least) {
        int at = NUMBER;
        long rest = value;
        int missing = least;
        while (rest > 0 || missing > 0) {
            reversed[--at] = DIGITS[(int) (rest % radix)];
            rest /= radix;
            missing--;
        }
        System.arraycopy(reversed, at, bytes, length, NUMBER - at);
        length += NUMBER - at;
    }

    @Override
    public void nul() {
        room(NUMBER);
        bytes[length++] = '\\';
        bytes[length++] = 'N';
        end();
    }

    @Override
    public void number(long value) {
        room(NUMBER);
        if (value == Long.MIN_VALUE) {
            value(Value.number(Long.toString(value)));
            return;
        }
        sign(value);
        digits(Math.abs(value), 10, 1);
        end();
    }

    private void sign(long value) {
        if (value < 0) {
            bytes[length++] = '-';
        }
    }

    @Override
    public void decimal(long unscaled, int scale) {
        room(NUMBER);
        sign(unscaled);
        digits(Math.abs(unscaled), 10, scale + 1);
        System.arraycopy(bytes, length - scale, bytes, length - scale + 1, scale);
        bytes[length - scale] = '.';
        length++;
        end();
    }

    @Override
    public void word(Word word) {
        append(word.copy(), word.copy().length);
        end();
    }

    @Override
    public void numbered(long number, Word tail) {
        room(NUMBER);
        digits(number, 36, 1);
        bytes[length++] = ' ';
        word(tail);
    }

    @Override
    public void counted(Word head, long number) {
        append(head.copy(), head.copy().length);
        digits(number, 36, 1);
        end();
    }

    @Override
    public void plain(byte[] text, int size) {
        append(text, size);
        end();
    }

    @Override
    public void value(Value value) {
        byte[] text = Word.copyText(value);
        append(text, text.length);
        end();
    }
}
