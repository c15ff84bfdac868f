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

    private static final String SEPARATOR = " | ";

    private final Map<String, Row> rows = new TreeMap<>();
    private final List<String> misses = new ArrayList<>();
    private final EquivalentCases equivalent;

    CaseScore() {
        this(EquivalentCases.known());
    }

    /** @param equivalent what is planted and no defect, which does not count */
    CaseScore(EquivalentCases equivalent) {
        this.equivalent = equivalent;
    }

    static CaseScore of(List<Corpus.Judged> judged) {
        CaseScore score = new CaseScore();
        judged.forEach(score::add);
        return score;
    }

    synchronized void add(Corpus.Judged judged) {
        String server = Corpus.server(judged.release());
        SqlCase planted = judged.planted();
        if (equivalent.has(server, planted)) {
            return;
        }
        CaseResult result = judged.result();
        Row row = rows.computeIfAbsent(server + SEPARATOR + planted.group().replace('-', ' '), any -> new Row());
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
        Row sum = sum();
        text.append(line("class", "planted", "named", "noticed", "correct", "alarms"));
        rows.forEach((name, row) -> text.append(line(name, row)));
        text.append(line("all", sum));
        text.append(String.format(
                Locale.ROOT,
                "recall %.1f %% (right object and attribute), precision %.1f %%%n",
                percent(sum.named, sum.planted),
                percent(sum.noticed, sum.noticed + sum.alarms)));
        misses.forEach(miss -> text.append("missed: ").append(miss).append('\n'));
        equivalent
                .names()
                .forEach(name -> text.append("no defect: ").append(name).append('\n'));
        return text.toString();
    }

    /** The table for people, as the page of planted defects has it. */
    String markdown() {
        List<String> lines = new ArrayList<>(List.of(
                "| database | class | planted | named | correct | false alarms |",
                "| --- | --- | ---: | ---: | ---: | ---: |"));
        rows.forEach((name, row) -> lines.add(
                "| " + String.join(" | ", name, row.planted + "", row.named + "", row.correct + "", row.alarms + "")
                        + " |"));
        Row sum = sum();
        lines.add("| | **all** | **"
                + String.join("** | **", sum.planted + "", sum.named + "", sum.correct + "", sum.alarms + "") + "** |");
        equivalent.names().forEach(name -> lines.add("| | no defect, not counted: " + name + " | | | | |"));
        return String.join("\n", lines);
    }

    private Row sum() {
        Row sum = new Row();
        rows.values().forEach(row -> {
            sum.planted += row.planted;
            sum.named += row.named;
            sum.noticed += row.noticed;
            sum.correct += row.correct;
            sum.alarms += row.alarms;
        });
        return sum;
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
