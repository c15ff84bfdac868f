package dev.stairway.script.sql.grammar;

import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.IntStream;
import org.antlr.v4.runtime.misc.Interval;

/**
 * A text by its UTF-16 units, so that places of tokens are offsets in the text. ANTLR's own streams count code points, and
 * refuse half of a pair.
 */
public final class TextStream implements CharStream {

    private final String text;
    private int at;

    public TextStream(String text) {
        this.text = text;
    }

    @Override
    public void consume() {
        if (at >= text.length()) {
            throw new IllegalStateException("cannot consume EOF");
        }
        at++;
    }

    @Override
    public int LA(int distance) {
        int place = distance > 0 ? at + distance - 1 : at + distance;
        if (distance == 0) {
            return 0;
        }
        return place >= 0 && place < text.length() ? text.charAt(place) : IntStream.EOF;
    }

    @Override
    public int mark() {
        return -1;
    }

    @Override
    public void release(int marker) {
        // The whole text is kept.
    }

    @Override
    public int index() {
        return at;
    }

    @Override
    public void seek(int index) {
        at = Math.min(index, text.length());
    }

    @Override
    public int size() {
        return text.length();
    }

    @Override
    public String getText(Interval interval) {
        int begin = Math.min(interval.a, text.length());
        int end = Math.min(interval.b + 1, text.length());
        return begin >= end ? "" : text.substring(begin, end);
    }

    @Override
    public String getSourceName() {
        return IntStream.UNKNOWN_SOURCE_NAME;
    }
}
