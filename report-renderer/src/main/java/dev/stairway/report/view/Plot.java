package dev.stairway.report.view;

import java.util.List;

/**
 * A chart that needs no script: places in a frame of {@value #WIDTH} by {@value #HEIGHT}. Its numbers stand in a table too.
 *
 * @param summary the chart in a sentence, for those who do not see it
 * @param across marks of the lower axis
 * @param upward marks of the left axis
 */
public record Plot(
        String title,
        String summary,
        List<Tick> across,
        List<Tick> upward,
        List<Line> lines,
        List<Span> spans,
        List<Dot> dots,
        List<Key> keys) {

    public static final int WIDTH = 380;
    public static final int HEIGHT = 190;

    static final double LEFT = 58;
    static final double RIGHT = WIDTH - 14;
    static final double TOP = 12;
    static final double BOTTOM = HEIGHT - 26;

    /** @param at place on its axis */
    public record Tick(double at, String text) {}

    /**
     * @param css colour class
     * @param points x and y in turn
     */
    public record Line(String css, boolean dashed, List<Double> points) {}

    /** An interval. */
    public record Span(String css, double x, double low, double high) {}

    /**
     * @param round false for a square, so that colour is not the only difference
     * @param title its number in words
     */
    public record Dot(String css, boolean round, double x, double y, String title) {}

    /** What a colour and a shape stand for. */
    public record Key(String css, boolean round, boolean dashed, String text) {}
}
