package dev.stairway.secret;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** A console without secrets. */
final class MaskedStream extends OutputStream {

    private final PrintStream out;
    private final MaskedFlow flow;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private final Charset charset;

    MaskedStream(PrintStream out, Mask mask, Charset charset) {
        this.out = out;
        this.charset = charset;
        this.flow = new MaskedFlow(mask, text -> {
            byte[] bytes = text.getBytes(charset);
            out.write(bytes, 0, bytes.length);
        });
    }

    static PrintStream over(PrintStream out, Mask mask) {
        Charset charset = Charset.defaultCharset();
        return new PrintStream(
                new MaskedStream(out, mask, charset), true, charset.canEncode() ? charset : StandardCharsets.UTF_8);
    }

    @Override
    public synchronized void write(int b) {
        line.write(b);
        if (b == '\n') {
            pass();
        }
    }

    @Override
    public synchronized void write(byte[] bytes, int start, int length) {
        for (int i = start; i < start + length; i++) {
            write(bytes[i]);
        }
    }

    /** A line that has no end yet is shown as well: somebody may wait for an answer to it. */
    @Override
    public synchronized void flush() throws IOException {
        pass();
        out.flush();
    }

    private void pass() {
        flow.accept(line.toString(charset));
        line.reset();
    }

    @Override
    public synchronized void close() {
        pass();
        flow.end();
        out.flush();
    }
}
