package dev.stairway.secret;

import java.util.function.Consumer;

/** Lines on their way out. Closing it passes on the last ones. */
public final class MaskedLines implements Consumer<String>, AutoCloseable {

    private final MaskedFlow flow;

    MaskedLines(MaskedFlow flow) {
        this.flow = flow;
    }

    @Override
    public void accept(String line) {
        flow.accept(line + "\n");
    }

    @Override
    public void close() {
        flow.end();
    }
}
