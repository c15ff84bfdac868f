package dev.stairway.report.view;

import java.util.List;

/**
 * Marks on a line of 100 units, one lane under the other. It repeats what stands in words in the same row of its table.
 *
 * @param lanes at least one
 */
public record Strip(List<Mark> marks, int lanes) {

    /** What is shorter than this is drawn as long as this, to be seen at all. */
    private static final double LEAST = 0.7;

    /** How a mark looks. */
    public enum Kind {
        /** As high as its lane. */
        BAR,
        /** A thin one in the middle of its lane. */
        RANGE,
        /** Across all lanes. */
        LIMIT
    }

    /**
     * @param css colour class
     * @param lane 0 is the upper one
     */
    public record Mark(Kind kind, String css, double x, double width, int lane) {}

    static Mark bar(Tone tone, double from, double to, double total, int lane) {
        return mark(Kind.BAR, tone, from, to, total, lane);
    }

    static Mark range(double from, double to, double total, int lane) {
        return mark(Kind.RANGE, Tone.INK, from, to, total, lane);
    }

    static Mark limit(double at, double total) {
        return mark(Kind.LIMIT, Tone.INK, at, at, total, 0);
    }

    private static Mark mark(Kind kind, Tone tone, double from, double to, double total, int lane) {
        double x = percent(from, total);
        double width = Math.max(LEAST, percent(to, total) - x);
        return new Mark(kind, tone.css(), Math.min(x, 100 - width), width, lane);
    }

    private static double percent(double value, double total) {
        return total <= 0 ? 0 : Math.min(100, Math.max(0, 100 * value / total));
    }
}
