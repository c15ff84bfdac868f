package dev.stairway.report.view;

import java.util.List;

/**
 * Numbers of one bar chart, in milliseconds.
 *
 * @param id of the canvas
 * @param summary the chart in a sentence, for those who do not see it
 * @param hrefs drill-down per label; null where there is none
 * @param bars named series
 * @param limits a mark per label where the limit lies; empty for none
 * @param worse true per label where the current value is a regression; empty for none
 * @param shown note when only the largest are drawn; empty otherwise
 */
public record ChartSeries(
        String id,
        String title,
        String summary,
        List<String> labels,
        List<String> hrefs,
        List<Bars> bars,
        List<Double> limits,
        List<Boolean> worse,
        String shown) {

    /**
     * @param color role in the palette of the page: up, down, previous, current
     * @param values null where there is none
     * @param lows lower ends of the ranges, null where unknown; empty when none is known
     * @param highs upper ends
     */
    public record Bars(String name, String color, List<Double> values, List<Double> lows, List<Double> highs) {

        Bars(String name, String color, List<Double> values) {
            this(name, color, values, List.of(), List.of());
        }
    }

    private static final int LONGEST_LABEL = 34;

    static String label(String name) {
        int length = name.codePointCount(0, name.length());
        return length <= LONGEST_LABEL ? name : name.substring(0, name.offsetByCodePoints(0, LONGEST_LABEL - 1)) + "…";
    }

    /** Height class of the drawing. */
    public int lines() {
        return labels.size();
    }
}
