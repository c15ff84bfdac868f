package dev.stairway.benchmark.work;

import dev.stairway.benchmark.work.CountedPass.Figure;
import dev.stairway.measure.work.Counter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How far the same figure was from run to run: (largest - smallest) / smallest, which is what a later run is judged by. */
final class Spread {

    private static final double LIMIT_PERCENT = 0.5;
    private static final double GATE_PERCENT = 10;
    private static final int SHOWN = 3;

    private final Map<Figure, List<Long>> figures = new HashMap<>();

    void add(Map<Figure, Long> run) {
        run.forEach((figure, count) ->
                figures.computeIfAbsent(figure, key -> new ArrayList<>()).add(count));
    }

    /** One figure with all its counts. */
    private record Line(Figure figure, long least, long most, int runs) {

        double percent() {
            if (least == most) {
                return 0;
            }
            return least <= 0 ? Double.POSITIVE_INFINITY : 100.0 * (most - least) / least;
        }
    }

    private Map<Counter, List<Line>> byCounter() {
        Map<Counter, List<Line>> lines = new EnumMap<>(Counter.class);
        figures.forEach((figure, counts) -> lines.computeIfAbsent(figure.counter(), key -> new ArrayList<>())
                .add(new Line(figure, Collections.min(counts), Collections.max(counts), counts.size())));
        lines.values()
                .forEach(list ->
                        list.sort(Comparator.comparingDouble(Line::percent).reversed()));
        return lines;
    }

    /** One line for each counter, and the worst moves of those that vary. */
    String table() {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "  %-14s %6s %7s %7s %9s %9s %12s%n",
                "counter",
                "gated",
                "moves",
                "vary",
                "> 0.5 %",
                "> 10 %",
                "worst"));
        byCounter().forEach((counter, lines) -> {
            text.append(String.format(
                    Locale.ROOT,
                    "  %-14s %6s %7d %7d %9d %9d %10.4f %%%n",
                    counter.key(),
                    counter.gated() ? "yes" : "no",
                    lines.size(),
                    count(lines, 0),
                    count(lines, LIMIT_PERCENT),
                    count(lines, GATE_PERCENT),
                    lines.get(0).percent()));
            if (counter.gated()) {
                lines.stream()
                        .limit(SHOWN)
                        .filter(line -> line.percent() > 0)
                        .forEach(line -> text.append(worst(line)));
            }
        });
        return text.toString();
    }

    private static String worst(Line line) {
        return String.format(
                Locale.ROOT, "      %.4f %% %d to %d: %s%n", line.percent(), line.least, line.most, line.figure.move());
    }

    private static long count(List<Line> lines, double percent) {
        return lines.stream().filter(line -> line.percent() > percent).count();
    }

    /** False when a gated figure varies more than it may, or was not there in every run. */
    boolean small(int runs) {
        return byCounter().entrySet().stream()
                .filter(entry -> entry.getKey().gated())
                .flatMap(entry -> entry.getValue().stream())
                .allMatch(line -> line.percent() <= LIMIT_PERCENT && line.runs == runs);
    }
}
