package dev.stairway.database.redis;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Writes commands as arrays of bulk strings: https://redis.io/docs/latest/develop/reference/protocol-spec/ */
final class RespWriter {

    private static final int BUFFER_BYTES = 1 << 16;
    private static final byte[] LINE_END = {'\r', '\n'};

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
            bytes(LINE_END);
        }
    }

    void flush() throws IOException {
        out.write(buffer, 0, used);
        used = 0;
        out.flush();
    }

    private void header(char type, int number) throws IOException {
        room(1);
        buffer[used++] = (byte) type;
        if (number < 10) {
            room(1);
            buffer[used++] = (byte) ('0' + number);
        } else {
            bytes(Integer.toString(number).getBytes(StandardCharsets.US_ASCII));
        }
        bytes(LINE_END);
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
