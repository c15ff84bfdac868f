package dev.stairway.secret;

import java.util.function.Consumer;

/** Makes lines of a text that comes in pieces. */
final class LineCutter {

    private final Consumer<String> lines;
    private final StringBuilder begun = new StringBuilder();

    LineCutter(Consumer<String> lines) {
        this.lines = lines;
    }

    void accept(String piece) {
        begun.append(piece);
        int start = 0;
        for (int end = begun.indexOf("\n"); end >= 0; end = begun.indexOf("\n", start)) {
            lines.accept(begun.substring(start, end));
            start = end + 1;
        }
        begun.delete(0, start);
    }
}
