package dev.stairway.lint;

import dev.stairway.lint.Example.Danger;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What the rules make of the files of one kind, counted. */
record CorpusFigures(List<CorpusFile> files) {

    /**
     * Of one rule.
     *
     * @param labelled dangers of its name
     * @param named of these, told by its name
     * @param other of these, told by another name
     * @param beside what it says in dangerous files where nobody has labelled anything of its name
     * @param wrong what it says in files that are safe, or safe in their context
     */
    private record Row(int labelled, int named, int other, int beside, int wrong) {

        static final Row NONE = new Row(0, 0, 0, 0, 0);

        Row plus(Row more) {
            return new Row(
                    labelled + more.labelled,
                    named + more.named,
                    other + more.other,
                    beside + more.beside,
                    wrong + more.wrong);
        }

        String cells() {
            return Stream.of(labelled, named, other, labelled - named - other, beside, wrong)
                    .map(count -> " " + count + " |")
                    .reduce("|", String::concat);
        }
    }

    /** Tables of Markdown. */
    String markdown() {
        StringBuilder text = new StringBuilder();
        text.append("| files | | |\n| --- | ---: | ---: |\n");
        text.append("| dangerous | ").append(count("dangerous")).append(" | ");
        text.append(missedFiles()).append(" with a danger that is missed |\n");
        text.append("| safe | ").append(count("safe")).append(" | ");
        text.append(wrong("safe")).append(" with a false alarm |\n");
        text.append("| safe in their context | ").append(count("context")).append(" | ");
        text.append(wrong("context")).append(" with a false alarm |\n\n");
        text.append("| rule | labelled | found | found by another name | missed | said beside | false alarms |\n");
        text.append("| --- | ---: | ---: | ---: | ---: | ---: | ---: |\n");
        Map<String, Row> rows = rows();
        rows.forEach((rule, row) ->
                text.append("| ").append(rule).append(' ').append(row.cells()).append('\n'));
        Row all = rows.values().stream().reduce(Row.NONE, Row::plus);
        text.append("| **all** ").append(all.cells()).append('\n');
        return text.toString();
    }

    private Map<String, Row> rows() {
        Map<String, Row> rows = new TreeMap<>();
        for (CorpusFile file : files) {
            for (Danger danger : file.dangers()) {
                boolean named = file.toldByName(danger);
                boolean other = !named && file.told(danger);
                add(rows, file.rule(danger), new Row(1, named ? 1 : 0, other ? 1 : 0, 0, 0));
            }
            for (Remark remark : file.loud()) {
                if (!file.dangerous()) {
                    add(rows, remark.rule().id(), new Row(0, 0, 0, 0, 1));
                } else if (file.unlabelled(remark)) {
                    add(rows, remark.rule().id(), new Row(0, 0, 0, 1, 0));
                }
            }
        }
        return rows;
    }

    private static void add(Map<String, Row> rows, String rule, Row row) {
        rows.merge(rule, row, Row::plus);
    }

    long dangers() {
        return files.stream().mapToLong(file -> file.dangers().size()).sum();
    }

    long missed() {
        return files.stream().mapToLong(file -> file.missed().size()).sum();
    }

    private long missedFiles() {
        return files.stream().filter(file -> !file.missed().isEmpty()).count();
    }

    /** Files of this label in which something is said. */
    long wrong(String label) {
        return files.stream()
                .filter(file -> file.label().equals(label) && !file.loud().isEmpty())
                .count();
    }

    private long count(String label) {
        return files.stream().filter(file -> file.label().equals(label)).count();
    }
}
