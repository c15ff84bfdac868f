package dev.stairway.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.finding.Severity;
import dev.stairway.lint.Example.Danger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Files below {@code src/test/corpus/<kind>/<label>/}, written by somebody who did not know the rules: what is dangerous must
 * be told as a warning or an error, what is safe must not.
 */
class LabelledCorpusTest {

    private static final Path CORPUS = Path.of(System.getProperty("basedir", "."), "src", "test", "corpus");
    private static final Linter LINTER = new Linter(
            Catalogue.rules().stream().filter(rule -> rule.facts().on()).toList());

    private record Judged(String kind, String label, Path file, List<Danger> dangers, List<Remark> loud) {

        /** Every danger has something said at its statement, or at one that the statement's own lines reach. */
        boolean missed() {
            return dangers.stream().anyMatch(this::missed);
        }

        /** Several dangers of one statement stand in lines that follow each other. */
        private boolean missed(Danger danger) {
            int from = danger.line();
            int to = from;
            for (Danger other : dangers) {
                to = other.line() == to + 1 ? other.line() : to;
            }
            int statement = to;
            int next = dangers.stream()
                    .mapToInt(Danger::line)
                    .filter(line -> line > statement)
                    .min()
                    .orElse(Integer.MAX_VALUE);
            return loud.stream()
                    .noneMatch(remark -> remark.position().line() < next
                            && (remark.position().line() >= from
                                    || remark.statement().isEmpty()));
        }
    }

    private static final List<Judged> ALL = new ArrayList<>();

    @BeforeAll
    static void judge() throws IOException {
        try (Stream<Path> files = Files.walk(CORPUS)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                ALL.add(judged(file));
            }
        }
    }

    private static Judged judged(Path file) {
        String label = file.getParent().getFileName().toString();
        String kind = file.getParent().getParent().getFileName().toString();
        String product = kind.equals("liquibase") ? "postgresql" : kind;
        Example example = Example.read(
                file, Facts.of("G00", "labelled-corpus", Severity.INFO).about(product));
        List<Remark> loud = LINTER.judge(example.release()).remarks().stream()
                .filter(remark -> remark.rule().severity() != Severity.INFO)
                .toList();
        return new Judged(kind, label, file, example.dangers(), loud);
    }

    @AfterAll
    static void table() {
        Map<String, int[]> table = new TreeMap<>();
        for (Judged one : ALL) {
            int[] counts = table.computeIfAbsent(one.kind() + " " + one.label(), key -> new int[2]);
            counts[0]++;
            counts[1] += wrong(one) ? 1 : 0;
            if (wrong(one)) {
                System.out.println(CORPUS.relativize(one.file()) + ": "
                        + (one.label().equals("dangerous") ? "missed " + one.dangers() : "said")
                        + " "
                        + one.loud().stream()
                                .map(remark -> remark.position().line() + " "
                                        + remark.rule().id())
                                .toList());
            }
        }
        table.forEach(
                (name, counts) -> System.out.println(name + ": " + counts[0] + " files, " + counts[1] + " wrong"));
    }

    private static boolean wrong(Judged one) {
        return one.label().equals("dangerous") ? one.missed() : !one.loud().isEmpty();
    }

    /** Each danger of a file has to be told. What is missed is printed; the number may only fall. */
    @Test
    void fewDangersAreMissed() {
        assertThat(count("dangerous")).isLessThanOrEqualTo(32);
        assertThat(ALL.stream()
                        .filter(one ->
                                one.label().equals("dangerous") && one.loud().isEmpty()))
                .hasSizeLessThanOrEqualTo(10);
    }

    /** What is said wrongly is printed; the number may only fall. */
    @Test
    void littleIsSaidOfSafeFiles() {
        assertThat(count("safe")).isLessThanOrEqualTo(7);
    }

    /** The same of what is safe in its context alone. */
    @Test
    void hardlyAnythingIsSaidOfWhatIsSafeInItsContext() {
        assertThat(count("context")).isLessThanOrEqualTo(2);
    }

    @Test
    void theCorpusIsLarge() {
        assertThat(ALL).hasSizeGreaterThanOrEqualTo(150);
    }

    private static long count(String label) {
        return ALL.stream()
                .filter(one -> one.label().equals(label) && wrong(one))
                .count();
    }
}
