package dev.stairway.baseline;

import dev.stairway.baseline.BaselineDocument.Cell;
import dev.stairway.baseline.BaselineDocument.Side;
import dev.stairway.baseline.BaselineDocument.Step;
import dev.stairway.baseline.HistoryDocument.Key;
import dev.stairway.baseline.HistoryDocument.Run;
import dev.stairway.baseline.HistoryDocument.Trace;
import dev.stairway.metrics.Performance.ComparisonEntry;
import dev.stairway.metrics.Performance.History;
import dev.stairway.metrics.Performance.Moment;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Figures over the runs: adds a run to the history, and draws the lines of those that are worth one. */
final class Histories {

    /** Lines in a report; a reader looks at a handful. */
    static final int LINES = 200;

    private Histories() {}

    /** The history with what is recorded now. */
    static HistoryDocument with(HistoryDocument history, BaselineDocument recorded) {
        Map<Key, Trace> measured = new LinkedHashMap<>();
        recorded.cells()
                .forEach(cell -> cell.steps()
                        .forEach(step -> measured.put(key(cell, step), new Trace(step.checksum(), figures(step)))));
        return recorded.cells().stream()
                .findFirst()
                .map(cell -> history.with(run(cell), measured))
                .orElse(history);
    }

    private static Run run(Cell cell) {
        return new Run(cell.recordedAt(), cell.environment().machine());
    }

    private static Key key(Cell cell, Step step) {
        return new Key(cell.key().changelog(), cell.key().database(), cell.key().rows(), step.migration());
    }

    private static Map<String, List<Double>> figures(Step step) {
        Map<String, List<Double>> figures = new LinkedHashMap<>();
        add(figures, "up", step.up());
        add(figures, "down", step.down());
        return figures;
    }

    private static void add(Map<String, List<Double>> figures, String direction, Side side) {
        if (side == null) {
            return;
        }
        if (!side.millis().isEmpty()) {
            figures.put(direction + ".millis", List.of(new Sample(side.millis()).median()));
        }
        side.work().forEach((counter, value) -> {
            if (Figure.COUNTERS.get(counter).gated()) {
                figures.put(direction + "." + counter, List.of((double) value));
            }
        });
    }

    /** One line for each figure that moved, then of the longest times; the present run is the last point. */
    static List<History> lines(HistoryDocument history, BaselineDocument now, List<ComparisonEntry> entries) {
        Map<Key, String> checksums = new HashMap<>();
        now.cells().forEach(cell -> cell.steps().forEach(step -> checksums.put(key(cell, step), step.checksum())));
        Run present = now.cells().stream().map(Histories::run).findFirst().orElse(null);
        return worthALine(entries)
                .map(entry -> line(history, present, checksums, entry))
                .filter(Objects::nonNull)
                .limit(LINES)
                .toList();
    }

    /** In the order of their lines. */
    static Stream<ComparisonEntry> worthALine(List<ComparisonEntry> entries) {
        Comparator<ComparisonEntry> slowest =
                Comparator.comparing(ComparisonEntry::current, Comparator.nullsLast(Comparator.reverseOrder()));
        return Stream.concat(
                        entries.stream().filter(Histories::moved),
                        entries.stream()
                                .filter(entry -> !moved(entry) && entry.metric().endsWith(".millis"))
                                .sorted(slowest))
                .filter(entry -> entry.current() != null);
    }

    private static boolean moved(ComparisonEntry entry) {
        return entry.verdict().equals("REGRESSION") || entry.verdict().equals("IMPROVEMENT");
    }

    /** Null when there is nothing to draw a line through. */
    private static History line(
            HistoryDocument history, Run present, Map<Key, String> checksums, ComparisonEntry entry) {
        Key key = new Key(entry.changelog(), entry.database(), entry.rows(), entry.migration());
        List<Double> values = history.values(key, checksums.getOrDefault(key, ""), entry.metric());
        List<Moment> points = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            Run run = history.runs().get(i);
            boolean comparable =
                    !entry.metric().endsWith(".millis") || run.machine().equals(present.machine());
            if (values.get(i) != null && comparable) {
                points.add(new Moment(run.at(), values.get(i)));
            }
        }
        if (points.isEmpty()) {
            return null;
        }
        points.add(new Moment(present.at(), entry.current()));
        return new History(
                entry.changelog(), entry.migration(), entry.database(), entry.rows(), entry.metric(), points);
    }
}
