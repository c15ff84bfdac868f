package dev.stairway.secret;

import java.util.function.Consumer;

/** Masks a text that comes in pieces. Keeps back what may be the beginning of a secret until it is known. */
final class MaskedFlow {

    /** No spelling of a secret is that long; blank lines without end are passed on. */
    private static final int MOST_KEPT = 1 << 16;

    private final Mask mask;
    private final Consumer<String> out;
    private String kept = "";

    MaskedFlow(Mask mask, Consumer<String> out) {
        this.mask = mask;
        this.out = out;
    }

    synchronized void accept(String piece) {
        if (mask.isIdle()) {
            out.accept(piece);
            return;
        }
        String text = kept + piece;
        int open = mask.openFrom(text);
        if (text.length() - open > MOST_KEPT) {
            open = text.length();
        }
        kept = text.substring(open);
        pass(text.substring(0, open));
    }

    /** Passes everything on: nothing comes any more. */
    synchronized void end() {
        String text = kept;
        kept = "";
        pass(text);
    }

    private void pass(String text) {
        if (!text.isEmpty()) {
            out.accept(mask.of(text));
        }
    }
}
