package dev.stairway.report.view;

import dev.stairway.report.document.Performance.Blocked;
import dev.stairway.report.document.Performance.Side;
import dev.stairway.report.document.Performance.Traffic;
import dev.stairway.report.view.Plot.Dot;
import dev.stairway.report.view.Plot.Key;
import dev.stairway.report.view.Plot.Line;
import dev.stairway.report.view.Plot.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The longest calls of clients over the time of a migration: each stands where it began, as high as it took. */
final class TrafficPlot {

    /** Milliseconds under which waiting is noise. */
    static final double NOTICED = 5;

    private TrafficPlot() {}

    /** Null when nobody waited longer than usual. */
    static Plot of(Cost.Way way, Side side, String name) {
        double longest = side.traffic().stream()
                .mapToDouble(Traffic::longestMillis)
                .max()
                .orElse(0);
        if (side.traffic().stream().noneMatch(TrafficTable::stands)) {
            return null;
        }
        double end = side.traffic().stream()
                .flatMap(traffic -> traffic.blocked().stream())
                .mapToDouble(call -> call.atMillis() + call.millis())
                .max()
                .orElse(longest);
        Axis across = Axis.linear(end, Plot.LEFT, Plot.RIGHT - 10);
        Axis upward = Axis.linear(longest, Plot.BOTTOM, Plot.TOP);
        List<Line> lines = new ArrayList<>();
        List<Span> spans = new ArrayList<>();
        List<Dot> dots = new ArrayList<>();
        List<Key> keys = new ArrayList<>();
        for (Traffic traffic : side.traffic()) {
            String css = tone(traffic.kind()).css();
            boolean round = !"WRITE".equals(traffic.kind());
            for (Blocked call : traffic.blocked()) {
                double x = across.at(call.atMillis());
                spans.add(new Span(css, x, Plot.BOTTOM, upward.at(call.millis())));
                dots.add(new Dot(
                        css,
                        round,
                        x,
                        upward.at(call.millis()),
                        Waiting.client(traffic) + ", after " + Units.millis(Double.valueOf(call.atMillis())) + ": "
                                + Units.millis(Double.valueOf(call.millis()))));
            }
            if (traffic.idleLongestMillis() != null) {
                double y = upward.at(traffic.idleLongestMillis());
                lines.add(new Line(css, true, List.of(Plot.LEFT, y, Plot.RIGHT, y)));
            }
            keys.add(new Key(css, round, false, Waiting.client(traffic)));
        }
        keys.add(new Key(Tone.PLAIN.css(), true, true, "longest when idle"));
        return new Plot(
                "Clients on the way " + way.word() + ": how long a call took, by when it began",
                summary(way, side, name),
                across.ticks(value -> Figures.tick(Cost.MILLIS, value)),
                upward.ticks(value -> Figures.tick(Cost.MILLIS, value)),
                lines,
                spans,
                dots,
                keys);
    }

    private static Tone tone(String kind) {
        return switch (kind) {
            case "READ" -> Tone.AGAIN;
            case "WRITE" -> Tone.LOSS;
            default -> Tone.NONE;
        };
    }

    private static String summary(Cost.Way way, Side side, String name) {
        return "Chart of the longest calls of clients while " + name + " went " + way.word() + ". "
                + side.traffic().stream()
                        .map(traffic -> "Longest of " + Waiting.client(traffic) + ": "
                                + Units.millis(Double.valueOf(traffic.longestMillis()))
                                + (traffic.idleLongestMillis() == null
                                        ? ""
                                        : ", idle " + Units.millis(traffic.idleLongestMillis())))
                        .collect(Collectors.joining("; ", "", "."));
    }
}
