package dev.stairway.script.sql;

/** Lines and columns of offsets, asked for in ascending order. */
final class Places {

    private final String text;
    private int line = 1;
    private int lineStart;

    /** The end of that line; a script may be one long line, so it is looked for once. */
    private int lineEnd;

    Places(String text) {
        this.text = text;
        this.lineEnd = text.indexOf('\n');
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
        while (lineEnd >= 0 && lineEnd < offset) {
            line++;
            lineStart = lineEnd + 1;
            lineEnd = text.indexOf('\n', lineStart);
        }
    }
}
