package dev.stairway.report.page;

import dev.stairway.report.view.Plot;
import dev.stairway.report.view.Strip;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes charts as SVG. They need no script, and no style either: a page whose style is refused shows them in the colours
 * that stand at their elements.
 */
final class Drawing {

    private static final int LANE = 9;
    private static final int RADIUS = 4;

    private final Html out;

    Drawing(Html out) {
        this.out = out;
    }

    /** The numbers stand in the same row, so nothing is lost for those who do not see it. */
    void strip(Strip strip) {
        int height = strip.lanes() * LANE;
        out.raw("<svg class=\"mmp-strip\" viewBox=\"0 0 100 " + height + "\" width=\"100%\" height=\"" + (height + 2)
                + "\" preserveAspectRatio=\"none\" aria-hidden=\"true\">");
        for (Strip.Mark mark : strip.marks()) {
            int y = mark.lane() * LANE;
            switch (mark.kind()) {
                case BAR -> rect(mark, y + 1, LANE - 2);
                case RANGE -> rect(mark, y + LANE / 2 - 1, 2);
                case LIMIT -> rect(mark, 0, height);
            }
        }
        out.raw("</svg>");
    }

    private void rect(Strip.Mark mark, int y, int height) {
        out.raw("<rect")
                .word("class", mark.css())
                .raw(" fill=\"" + color(mark.css()) + "\" x=\"" + tenth(mark.x()) + "\" y=\"" + y + "\" width=\""
                        + tenth(mark.width()) + "\" height=\"" + height + "\"/>");
    }

    /** With its title, and its sentence for those who do not see it. */
    void plot(Plot plot) {
        out.raw("<figure class=\"mmp-plot\"><figcaption>").text(plot.title()).raw("</figcaption>");
        out.raw("<svg role=\"img\" aria-label=\"")
                .text(plot.summary())
                .raw("\" viewBox=\"0 0 " + Plot.WIDTH + " " + Plot.HEIGHT + "\" width=\"" + Plot.WIDTH + "\" height=\""
                        + Plot.HEIGHT + "\">");
        frame(plot);
        labels("end", plot.upward(), true);
        labels("middle", plot.across(), false);
        lines(plot);
        dots(plot.dots());
        out.raw("</svg>");
        keys(plot.keys());
        out.raw("</figure>");
    }

    private void frame(Plot plot) {
        StringBuilder path = new StringBuilder();
        for (Plot.Tick tick : plot.upward()) {
            path.append("M58 ").append(whole(tick.at())).append('H').append(Plot.WIDTH - 14);
        }
        for (Plot.Tick tick : plot.across()) {
            path.append('M')
                    .append(whole(tick.at()))
                    .append(' ')
                    .append(Plot.HEIGHT - 26)
                    .append("v4");
        }
        out.raw("<path class=\"g\" stroke=\"#ccd3da\" d=\"" + path + "\"/>");
    }

    private void labels(String anchor, List<Plot.Tick> ticks, boolean upward) {
        out.raw("<g class=\"l\" fill=\"#566273\" font-size=\"11\" text-anchor=\"" + anchor + "\">");
        for (Plot.Tick tick : ticks) {
            long place = whole(tick.at());
            // No text leaves the frame.
            boolean edge = !upward && place > Plot.WIDTH - 40;
            out.raw(
                    upward
                            ? "<text x=\"52\" y=\"" + (place + 4) + "\">"
                            : "<text x=\"" + (edge ? Plot.WIDTH - 2 : place) + "\" y=\"" + (Plot.HEIGHT - 9) + "\""
                                    + (edge ? " text-anchor=\"end\">" : ">"));
            out.text(tick.text()).raw("</text>");
        }
        out.raw("</g>");
    }

    private void lines(Plot plot) {
        for (Plot.Line line : plot.lines()) {
            polyline(line);
        }
        Map<String, StringBuilder> spans = new LinkedHashMap<>();
        for (Plot.Span span : plot.spans()) {
            spans.computeIfAbsent(span.css(), css -> new StringBuilder())
                    .append('M')
                    .append(whole(span.x()))
                    .append(' ')
                    .append(whole(span.low()))
                    .append('V')
                    .append(whole(span.high()));
        }
        spans.forEach((css, path) ->
                out.raw("<path").word("class", css).raw(" stroke=\"" + color(css) + "\" d=\"" + path + "\"/>"));
    }

    private void polyline(Plot.Line line) {
        StringBuilder points = new StringBuilder();
        for (double place : line.points()) {
            points.append(points.isEmpty() ? "" : " ").append(whole(place));
        }
        out.raw("<polyline")
                .word("class", line.css())
                .raw(" fill=\"none\" stroke=\"" + color(line.css()) + "\""
                        + (line.dashed() ? " stroke-dasharray=\"4 3\"" : "") + " points=\"" + points + "\"/>");
    }

    private void dots(List<Plot.Dot> dots) {
        Map<String, List<Plot.Dot>> colors = new LinkedHashMap<>();
        dots.forEach(dot ->
                colors.computeIfAbsent(dot.css(), css -> new ArrayList<>()).add(dot));
        colors.forEach((css, group) -> {
            group(css);
            for (Plot.Dot dot : group) {
                shape(dot.round(), whole(dot.x()), whole(dot.y()));
                out.raw("<title>").text(dot.title()).raw("</title></" + (dot.round() ? "circle" : "rect") + ">");
            }
            out.raw("</g>");
        });
    }

    private void group(String css) {
        out.raw("<g").word("class", css).raw(" fill=\"" + color(css) + "\">");
    }

    private void shape(boolean round, long x, long y) {
        out.raw(
                round
                        ? "<circle cx=\"" + x + "\" cy=\"" + y + "\" r=\"" + RADIUS + "\">"
                        : "<rect x=\"" + (x - RADIUS) + "\" y=\"" + (y - RADIUS) + "\" width=\"" + 2 * RADIUS
                                + "\" height=\"" + 2 * RADIUS + "\">");
    }

    private void keys(List<Plot.Key> keys) {
        if (keys.isEmpty()) {
            return;
        }
        out.raw("<p class=\"mmp-keys\">");
        for (Plot.Key key : keys) {
            out.raw("<span><svg width=\"18\" height=\"10\" aria-hidden=\"true\">");
            if (key.dashed()) {
                polyline(new Plot.Line(key.css(), true, List.of(0.0, 5.0, 18.0, 5.0)));
            } else {
                group(key.css());
                shape(key.round(), 9, 5);
                out.raw(key.round() ? "</circle></g>" : "</rect></g>");
            }
            out.raw("</svg> ").text(key.text()).raw("</span> ");
        }
        out.raw("</p>");
    }

    /** Where the style sheet is not allowed; its variables hold the same colours. */
    private static String color(String css) {
        return switch (css) {
            case "t-ok" -> "#009e73";
            case "t-loss" -> "#e69f00";
            case "t-bad" -> "#d55e00";
            case "t-again" -> "#56b4e9";
            case "t-none" -> "#cc79a7";
            case "t-off" -> "#8a94a3";
            case "t-ink" -> "#1b2430";
            default -> "#566273";
        };
    }

    private static long whole(double place) {
        return Math.round(place);
    }

    private static String tenth(double place) {
        long tenths = Math.round(place * 10);
        return tenths % 10 == 0 ? Long.toString(tenths / 10) : tenths / 10 + "." + tenths % 10;
    }
}
