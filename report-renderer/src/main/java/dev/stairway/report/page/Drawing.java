package dev.stairway.report.page;

import dev.stairway.report.view.Plot;
import dev.stairway.report.view.Strip;
import java.util.List;
import java.util.Locale;

/**
 * Writes charts as SVG. They need no script, and no style either: a page whose style is refused shows them in the colours
 * that stand at their elements.
 */
final class Drawing {

    private static final int LANE = 9;
    private static final double RADIUS = 3.6;
    private static final double KEYS = 9;

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
            double y = mark.lane() * LANE;
            switch (mark.kind()) {
                case BAR -> rect(mark, y + 1, LANE - 2);
                case RANGE -> rect(mark, y + LANE / 2.0 - 1, 2);
                case LIMIT -> rect(mark, 0, height);
            }
        }
        out.raw("</svg>");
    }

    private void rect(Strip.Mark mark, double y, double height) {
        out.raw("<rect class=\"" + mark.css() + "\" fill=\"" + color(mark.css()) + "\" x=\"" + number(mark.x())
                + "\" y=\"" + number(y) + "\" width=\"" + number(mark.width()) + "\" height=\"" + number(height)
                + "\"/>");
    }

    /** With its title, and its sentence for those who do not see it. */
    void plot(Plot plot) {
        out.raw("<figure class=\"mmp-plot\"><figcaption>").text(plot.title()).raw("</figcaption>");
        out.raw("<svg role=\"img\" aria-label=\"")
                .text(plot.summary())
                .raw("\" viewBox=\"0 0 " + Plot.WIDTH + " " + Plot.HEIGHT + "\" font-size=\"11\" width=\"" + Plot.WIDTH
                        + "\" height=\"" + Plot.HEIGHT + "\">");
        double bottom = Plot.HEIGHT - 26.0;
        for (Plot.Tick tick : plot.upward()) {
            line("g", 58, tick.at(), Plot.WIDTH - 14.0, tick.at(), "#ccd3da");
            label(52, tick.at() + 4, "end", tick.text());
        }
        for (Plot.Tick tick : plot.across()) {
            line("g", tick.at(), bottom, tick.at(), bottom + 4, "#8a94a3");
            label(tick.at(), bottom + 17, anchor(tick.at()), tick.text());
        }
        plot.spans().forEach(this::span);
        plot.lines().forEach(this::polyline);
        plot.dots().forEach(this::dot);
        out.raw("</svg>");
        keys(plot.keys());
        out.raw("</figure>");
    }

    /** So that no text leaves the frame. */
    private static String anchor(double x) {
        return x > Plot.WIDTH - 40 ? "end" : "middle";
    }

    private void label(double x, double y, String anchor, String text) {
        out.raw("<text x=\"" + number(x) + "\" y=\"" + number(y) + "\" text-anchor=\"" + anchor
                        + "\" fill=\"#566273\">")
                .text(text)
                .raw("</text>");
    }

    private void line(String css, double x1, double y1, double x2, double y2, String color) {
        out.raw("<line class=\"" + css + "\" x1=\"" + number(x1) + "\" y1=\"" + number(y1) + "\" x2=\"" + number(x2)
                + "\" y2=\"" + number(y2) + "\" stroke=\"" + color + "\"/>");
    }

    private void span(Plot.Span span) {
        line(span.css(), span.x(), span.low(), span.x(), span.high(), color(span.css()));
    }

    private void polyline(Plot.Line line) {
        StringBuilder points = new StringBuilder();
        for (double place : line.points()) {
            points.append(points.isEmpty() ? "" : " ").append(number(place));
        }
        out.raw("<polyline class=\"" + line.css() + "\" fill=\"none\" stroke=\"" + color(line.css())
                + "\" stroke-width=\"1.6\"" + (line.dashed() ? " stroke-dasharray=\"4 3\"" : "") + " points=\"" + points
                + "\"/>");
    }

    private void dot(Plot.Dot dot) {
        shape(dot.css(), dot.round(), dot.x(), dot.y());
        out.raw("<title>").text(dot.title()).raw("</title></" + (dot.round() ? "circle" : "rect") + ">");
    }

    private void shape(String css, boolean round, double x, double y) {
        String color = " class=\"" + css + "\" fill=\"" + color(css) + "\"";
        out.raw(
                round
                        ? "<circle" + color + " cx=\"" + number(x) + "\" cy=\"" + number(y) + "\" r=\"" + RADIUS + "\">"
                        : "<rect" + color + " x=\"" + number(x - RADIUS) + "\" y=\"" + number(y - RADIUS)
                                + "\" width=\"" + 2 * RADIUS + "\" height=\"" + 2 * RADIUS + "\">");
    }

    private void keys(List<Plot.Key> keys) {
        if (keys.isEmpty()) {
            return;
        }
        out.raw("<p class=\"mmp-keys\">");
        for (Plot.Key key : keys) {
            out.raw("<span><svg width=\"18\" height=\"10\" viewBox=\"0 0 18 10\" aria-hidden=\"true\">");
            if (key.dashed()) {
                polyline(new Plot.Line(key.css(), true, List.of(0.0, 5.0, 18.0, 5.0)));
            } else {
                shape(key.css(), key.round(), KEYS, 5);
                out.raw(key.round() ? "</circle>" : "</rect>");
            }
            out.raw("</svg> ").text(key.text()).raw("</span> ");
        }
        out.raw("</p>");
    }

    /** Where the style sheet is not allowed; it has the same colours in its variables. */
    private static String color(String css) {
        return switch (css) {
            case "t-ok" -> "#009e73";
            case "t-loss" -> "#e69f00";
            case "t-bad" -> "#d55e00";
            case "t-again" -> "#0072b2";
            case "t-none" -> "#cc79a7";
            case "t-off" -> "#8a94a3";
            case "t-ink" -> "#1b2430";
            default -> "#566273";
        };
    }

    private static String number(double place) {
        String text = String.format(Locale.ROOT, "%.1f", place);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }
}
