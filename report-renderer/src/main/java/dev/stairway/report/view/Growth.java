package dev.stairway.report.view;

import dev.stairway.report.document.Performance.Point;
import dev.stairway.report.document.Performance.Scaling;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.stream.Collectors;

/** How a cost grows with the rows, in words. */
final class Growth {

    private Growth() {}

    static String word(String shape) {
        return switch (shape) {
            case "METADATA_ONLY" -> "not with the rows";
            case "LINEAR" -> "with the rows";
            case "WORSE" -> "faster than the rows";
            default -> "in a way that is not known";
        };
    }

    static Tone tone(String shape) {
        return switch (shape) {
            case "METADATA_ONLY" -> Tone.OK;
            case "LINEAR" -> Tone.PLAIN;
            case "WORSE" -> Tone.LOSS;
            default -> Tone.OFF;
        };
    }

    /** For example {@code 9.14 s (8.04 s to 10.2 s)}. */
    static String forecast(Scaling scaling) {
        return scaling == null
                ? Units.NOTHING
                : Figures.range(
                        scaling.metric(),
                        rounded(scaling.forecast()),
                        rounded(scaling.forecastLow()),
                        rounded(scaling.forecastHigh()));
    }

    /** To three digits: a forecast claims no more. */
    private static Double rounded(Double value) {
        return value == null
                ? null
                : new BigDecimal(value).round(new MathContext(3)).doubleValue();
    }

    /** For example {@code Up grows with the rows: 0 rows 9.8 ms, 1 000 rows 18.9 ms.} */
    static String sentence(Scaling scaling, long forecastRows, Words words) {
        String way = scaling.direction().equals(Cost.Way.UP.word()) ? "Up" : "Down";
        String grows = switch (scaling.shape()) {
            case "METADATA_ONLY" -> " takes the same for any number of " + words.item() + "s";
            case "LINEAR", "WORSE" -> " grows " + word(scaling.shape());
            default -> " was measured";
        };
        String points = scaling.points().stream()
                .map(point ->
                        Units.count(point.rows(), words.item()) + " " + Figures.value(scaling.metric(), point.value()))
                .collect(Collectors.joining(", "));
        String forecast = scaling.forecast() == null
                ? ""
                : "; forecast for " + Units.count(forecastRows, words.item()) + ": " + forecast(scaling);
        return way + grows + ": " + points + forecast + ".";
    }

    /** What the fitted law says; where growth is faster than linear, a power through the largest size. */
    static double at(Scaling scaling, double rows) {
        if ("WORSE".equals(scaling.shape()) && scaling.exponent() != null) {
            List<Point> points = scaling.points();
            Point last = points.get(points.size() - 1);
            return last.value() * Math.pow(rows / Math.max(1, last.rows()), scaling.exponent());
        }
        return scaling.intercept() + scaling.slope() * rows;
    }
}
