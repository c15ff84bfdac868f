package dev.stairway.secret;

import java.util.function.IntConsumer;

/** What may stand between two characters of a secret that somebody has spread. */
final class Spread {

    private final Spelling spelling;

    Spread(Spelling spelling) {
        this.spelling = spelling;
    }

    /**
     * Reads where the text may go on after what may stand between two characters of a secret that somebody has spread: a line
     * break with indentation, a comma, the zero bytes of UTF-16.
     */
    void after(int i, IntConsumer reader) {
        int at = controls(i);
        if (at > i) {
            blanks(at, reader);
            return;
        }
        switch (spelling.charAt(i)) {
            case '=', '\\' -> {
                int next = controls(i + 1);
                if (next > i + 1) {
                    blanks(next, reader); // a line that goes on
                }
            }
            case ',', ':', '-', ' ' -> blanks(i + 1, reader);
            default -> {}
        }
    }

    private int controls(int i) {
        int at = i;
        int before;
        do {
            before = at;
            at = control(at);
        } while (at > before && at - i < 4 * Spelling.LONGEST);
        return at;
    }

    private int control(int i) {
        if (i >= spelling.length()) {
            return i;
        }
        int[] next = {i};
        spelling.at(i, (point, end) -> {
            boolean skipped =
                    point == 0 || point == '\n' || point == '\r' || point == 0x200B || point == 0xAD || point == 0xFEFF;
            next[0] = skipped ? Math.max(next[0], end) : next[0];
        });
        return next[0];
    }

    /** After none, one or all of them: the secret may have blanks of its own. */
    private void blanks(int i, IntConsumer reader) {
        int at = i;
        while (spelling.charAt(at) == ' ' || spelling.charAt(at) == '\t') {
            at++;
        }
        reader.accept(at);
        if (at > i) {
            reader.accept(i);
        }
        if (at > i + 1) {
            reader.accept(i + 1);
        }
    }
}
