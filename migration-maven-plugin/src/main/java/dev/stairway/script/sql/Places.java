package dev.stairway.script.sql;

/** Lines and columns of offsets, asked for in ascending order. */
final class Places {

    private final String text;
    private int line = 1;
    private int lineStart;
    private int seen;

    Places(String text) {
        this.text = text;
    }

    int line(int offset) {
        moveTo(offset);
        return line;
    }

    int column(int offset) {
        moveTo(offset);
        return offset - lineStart + 1;
    }

    private void moveTo(int offset) {
        for (int next = text.indexOf('\n', seen); next >= 0 && next < offset; next = text.indexOf('\n', seen)) {
            line++;
            lineStart = next + 1;
            seen = lineStart;
        }
    }
}
