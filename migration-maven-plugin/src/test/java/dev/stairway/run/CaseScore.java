package dev.stairway.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Recall, precision and misses by name, per class of defects. */
final class CaseScore {

    private static final class Row {
        private int planted;
        private int named;
        private int noticed;
        private int correct;
        private int alarms;
    }

    private final Map<String, Row> rows = new TreeMap<>();
    private final List<String> misses = new ArrayList<>();

    synchronized void add(String server, SqlCase planted, CaseResult result) {
        Row row = rows.computeIfAbsent(server + " " + planted.group(), any -> new Row());
        boolean right = result.right(planted);
        if (!planted.correct()) {
            row.planted++;
            row.named += right ? 1 : 0;
            row.noticed += result.noticed() ? 1 : 0;
        } else {
            row.correct++;
            row.alarms += right ? 0 : 1;
        }
        if (!right) {
            misses.add(server + " " + planted + (planted.gap().isEmpty() ? "" : " (" + planted.gap() + ")"));
        }
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        Row sum = new Row();
        text.append(line("class", "planted", "named", "noticed", "correct", "alarms"));
        rows.forEach((name, row) -> {
            text.append(line(name, row));
            sum.planted += row.planted;
            sum.named += row.named;
            sum.noticed += row.noticed;
            sum.correct += row.correct;
            sum.alarms += row.alarms;
        });
        text.append(line("all", sum));
        text.append(String.format(
                Locale.ROOT,
                "recall %.1f %% (right object and attribute), precision %.1f %%%n",
                percent(sum.named, sum.planted),
                percent(sum.noticed, sum.noticed + sum.alarms)));
        misses.forEach(miss -> text.append("missed: ").append(miss).append('\n'));
        return text.toString();
    }

    private static String line(String name, Row row) {
        return line(name, row.planted, row.named, row.noticed, row.correct, row.alarms);
    }

    private static String line(Object... cells) {
        return String.format(Locale.ROOT, "%-44s %8s %8s %8s %8s %8s%n", cells);
    }

    private static double percent(int part, int whole) {
        return whole == 0 ? 100 : 100.0 * part / whole;
    }
}
