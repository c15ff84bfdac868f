package dev.stairway.database.redis;

import java.io.IOException;
import java.io.OutputStream;

/** Writes commands as arrays of bulk strings: https://redis.io/docs/latest/develop/reference/protocol-spec/ */
final class RespWriter {

    private static final int BUFFER_BYTES = 1 << 16;

    /** Type, ten digits, end of line. */
    private static final int HEADER_BYTES = 13;

    private final OutputStream out;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private int used;

    RespWriter(OutputStream out) {
        this.out = out;
    }

    void write(byte[]... command) throws IOException {
        header('*', command.length);
        for (byte[] argument : command) {
            header('$', argument.length);
            bytes(argument);
            lineEnd();
        }
    }

    void flush() throws IOException {
        if (used > 0) {
            out.write(buffer, 0, used);
            used = 0;
        }
    }

    // Written from the last digit to the first, without a string in between: there are several headers in every
    // command.
    private void header(char type, int number) throws IOException {
        room(HEADER_BYTES);
        buffer[used++] = (byte) type;
        int digits = digits(number);
        int rest = number;
        for (int at = used + digits - 1; at >= used; at--) {
            buffer[at] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        used += digits;
        lineEnd();
    }

    private static int digits(int number) {
        if (number < 10) {
            return 1;
        }
        int digits = 1;
        for (int rest = number / 10; rest > 0; rest /= 10) {
            digits++;
        }
        return digits;
    }

    private void lineEnd() throws IOException {
        room(2);
        buffer[used++] = '\r';
        buffer[used++] = '\n';
    }

    private void bytes(byte[] bytes) throws IOException {
        if (bytes.length > BUFFER_BYTES / 2) {
            flush();
            out.write(bytes);
            return;
        }
        room(bytes.length);
        System.arraycopy(bytes, 0, buffer, used, bytes.length);
        used += bytes.length;
    }

    private void room(int wanted) throws IOException {
        if (buffer.length - used < wanted) {
            flush();
        }
    }
}
