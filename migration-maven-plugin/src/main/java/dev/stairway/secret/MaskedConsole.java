package dev.stairway.secret;

import java.io.PrintStream;

/**
 * While it is open, what user code prints in this JVM shows no secret. Several may be open at once and end in any order:
 * one that has ended passes everything on as it is, until those over it have ended, too.
 */
public final class MaskedConsole implements AutoCloseable {

    /** A console that knows what is below it. */
    private static final class Layer extends PrintStream {
        private final PrintStream below;
        private final MaskedStream masked;
        private volatile boolean ended;

        Layer(PrintStream below, MaskedStream masked) {
            super(masked, true, masked.charset());
            this.below = below;
            this.masked = masked;
        }

        void end() {
            flush();
            masked.end();
            ended = true;
        }
    }

    /** Null where there is nothing to hide. */
    private final Layer out;

    private final Layer err;

    private MaskedConsole(Layer out, Layer err) {
        this.out = out;
        this.err = err;
    }

    /** Whose the two streams are is one question for the whole JVM. */
    public static MaskedConsole open(Mask mask) {
        if (mask.isIdle()) {
            return new MaskedConsole(null, null);
        }
        synchronized (System.class) {
            MaskedConsole console = new MaskedConsole(layer(System.out, mask), layer(System.err, mask));
            System.setOut(console.out);
            System.setErr(console.err);
            return console;
        }
    }

    private static Layer layer(PrintStream below, Mask mask) {
        return new Layer(below, new MaskedStream(below, mask));
    }

    @Override
    public void close() {
        if (out == null) {
            return;
        }
        synchronized (System.class) {
            out.end();
            err.end();
            System.setOut(withoutEnded(System.out));
            System.setErr(withoutEnded(System.err));
        }
    }

    private static PrintStream withoutEnded(PrintStream stream) {
        PrintStream top = stream;
        while (top instanceof Layer layer && layer.ended) {
            top = layer.below;
        }
        return top;
    }
}
