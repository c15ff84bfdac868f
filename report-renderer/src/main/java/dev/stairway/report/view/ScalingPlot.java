package dev.stairway.report.view;

import dev.stairway.report.document.Performance.Point;
import dev.stairway.report.document.Performance.Scaling;
import dev.stairway.report.view.Plot.Dot;
import dev.stairway.report.view.Plot.Key;
import dev.stairway.report.view.Plot.Line;
import dev.stairway.report.view.Plot.Span;
import dev.stairway.report.view.Plot.Tick;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Time against rows: what was measured, the law that was fitted, and what it says of production. */
final class ScalingPlot {

    /** From this ratio on, small values would lie on the axis. */
    private static final double WIDE = 20;

    private static final int PIECES = 12;

    private final Words words;
    private final List<Scaling> scalings;
    private final long forecastRows;
    private final Axis across;
    private final Axis upward;
    private final long least;

    private ScalingPlot(List<Scaling> scalings, long forecastRows, Words words) {
        this.words = words;
        this.scalings = scalings;
        this.forecastRows = scalings.stream().anyMatch(one -> one.forecast() != null) ? forecastRows : 0;
        this.least = rows().filter(rows -> rows > 0).min().orElse(1);
        boolean zero = rows().anyMatch(rows -> rows == 0);
        this.across = Axis.rows(
                least,
                LongStream.concat(rows(), LongStream.of(this.forecastRows))
                        .max()
                        .orElse(1),
                zero,
                Plot.LEFT + 14,
                Plot.RIGHT - 14);
        double smallest = values().filter(value -> value > 0).min().orElse(0);
        double largest = values().max().orElse(1);
        this.upward = smallest > 0 && largest / smallest > WIDE
                ? Axis.logarithmic(smallest, largest, Plot.BOTTOM, Plot.TOP)
                : Axis.linear(largest, Plot.BOTTOM, Plot.TOP);
    }

    /** Null when fewer than two sizes were measured, or the time is the same for all of them. */
    static Plot of(Cost cost, long forecastRows, Words words, String name) {
        List<Scaling> scalings = Stream.of(Cost.Way.values())
                .map(way -> cost.scaling(way, Cost.MILLIS))
                .filter(Objects::nonNull)
                .filter(one -> one.points().size() > 1)
                .toList();
        return scalings.stream().allMatch(one -> "METADATA_ONLY".equals(one.shape()))
                ? null
                : new ScalingPlot(scalings, forecastRows, words).plot(name);
    }

    private LongStream rows() {
        return scalings.stream().flatMap(one -> one.points().stream()).mapToLong(Point::rows);
    }

    private DoubleStream values() {
        return DoubleStream.concat(
                scalings.stream().flatMap(one -> one.points().stream()).mapToDouble(Point::value),
                scalings.stream()
                        .flatMap(one -> Stream.of(one.forecast(), one.forecastLow(), one.forecastHigh()))
                        .filter(Objects::nonNull)
                        .mapToDouble(Double::doubleValue));
    }

    private Plot plot(String name) {
        List<Line> lines = new ArrayList<>();
        List<Span> spans = new ArrayList<>();
        List<Dot> dots = new ArrayList<>();
        List<Key> keys = new ArrayList<>();
        for (Scaling scaling : scalings) {
            boolean up = scaling.direction().equals(Cost.Way.UP.word());
            String css = (up ? Tone.AGAIN : Tone.LOSS).css();
            line(scaling, css, lines);
            dots(scaling, css, up, dots);
            forecast(scaling, css, up, spans, dots);
            keys.add(new Key(css, up, false, scaling.direction()));
        }
        if (forecastRows > 0) {
            keys.add(new Key(Tone.PLAIN.css(), true, true, "law and forecast with its interval"));
        }
        return new Plot(
                "Time against " + words.items().toLowerCase(Locale.ROOT) + " " + words.filled(),
                summary(name),
                ticks(),
                upward.ticks(v -> Figures.tick(Cost.MILLIS, v)),
                lines,
                spans,
                dots,
                keys);
    }

    private String summary(String name) {
        return "Chart of the time of " + name + ": "
                + scalings.stream()
                        .map(one -> one.direction() + " " + Growth.word(one.shape()))
                        .collect(Collectors.joining(", "))
                + ". The sentences above and the table of time and work hold its numbers.";
    }

    private List<Tick> ticks() {
        return LongStream.concat(rows(), forecastRows > 0 ? LongStream.of(forecastRows) : LongStream.empty())
                .distinct()
                .sorted()
                .mapToObj(rows -> new Tick(across.at(rows), Units.count(rows)))
                .toList();
    }

    private void dots(Scaling scaling, String css, boolean round, List<Dot> dots) {
        for (Point point : scaling.points()) {
            dots.add(new Dot(
                    css,
                    round,
                    across.at(point.rows()),
                    upward.at(point.value()),
                    scaling.direction() + ", " + Units.count(point.rows(), words.item()) + ": "
                            + Units.millis(Double.valueOf(point.value()))));
        }
    }

    private void line(Scaling scaling, String css, List<Line> lines) {
        if (scaling.slope() == null || scaling.intercept() == null) {
            return;
        }
        double last = Math.max(forecastRows, rows().max().orElse(least));
        List<Double> points = new ArrayList<>();
        for (int piece = 0; piece <= PIECES; piece++) {
            double rows = least * Math.pow(last / least, piece / (double) PIECES);
            points.add(across.at(rows));
            points.add(upward.at(Growth.at(scaling, rows)));
        }
        lines.add(new Line(css, true, points));
    }

    private void forecast(Scaling scaling, String css, boolean round, List<Span> spans, List<Dot> dots) {
        if (scaling.forecast() == null) {
            return;
        }
        double x = across.at(forecastRows);
        if (scaling.forecastLow() != null && scaling.forecastHigh() != null) {
            spans.add(new Span(css, x, upward.at(scaling.forecastLow()), upward.at(scaling.forecastHigh())));
        }
        dots.add(new Dot(
                css,
                round,
                x,
                upward.at(scaling.forecast()),
                scaling.direction() + ", forecast for " + Units.count(forecastRows, words.item()) + ": "
                        + Growth.forecast(scaling)));
    }
}
