package dev.stairway.secret;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;

/** Bytes on their way to a console, without secrets. */
final class MaskedStream extends OutputStream {

    private final PrintStream out;
    private final Charset charset = Charset.defaultCharset();
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private volatile MaskedFlow flow;

    MaskedStream(PrintStream out, Mask mask) {
        this.out = out;
        this.flow = flow(mask);
    }

    private MaskedFlow flow(Mask mask) {
        return new MaskedFlow(mask, text -> {
            byte[] bytes = text.getBytes(charset);
            out.write(bytes, 0, bytes.length);
        });
    }

    Charset charset() {
        return charset;
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
        if (line.size() > 0) {
            flow.accept(line.toString(charset));
            line.reset();
        }
    }

    /** From now on everything is passed on as it is. */
    synchronized void end() {
        pass();
        flow.end();
        flow = flow(Mask.NONE);
        out.flush();
    }
}
