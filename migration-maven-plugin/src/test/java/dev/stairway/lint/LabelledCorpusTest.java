package dev.stairway.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.stairway.lint.Example.Danger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Files below {@code src/test/corpus/<kind>/<label>/}, written by people who did not know the rules: what is dangerous must be
 * told as a warning or an error where it stands, what is safe must not. {@code -Dstairway.test.write=true} writes the figures
 * into the page of the site; {@code -Dstairway.test.corpus} names another corpus of the same layout, to print what is made of it.
 */
class LabelledCorpusTest {

    private static final Path BASE = Path.of(System.getProperty("basedir", "."));
    private static final Path OWN = BASE.resolve("src").resolve("test").resolve("corpus");
    private static final Path CORPUS = Path.of(System.getProperty("stairway.test.corpus", OWN.toString()));
    private static final Path PAGE = BASE.resolve("../src/site/markdown/labelled-corpus.md");

    /** @param missed dangers @param safe files with a false alarm @param context the same of files safe in their context */
    private record Limit(long missed, long safe, long context) {}

    /** They may only fall. */
    private static final Map<String, Limit> LIMITS = Map.of(
            "liquibase", new Limit(1, 0, 0),
            "postgresql", new Limit(3, 0, 0),
            "redis", new Limit(5, 0, 0),
            "sqlite", new Limit(1, 0, 0));

    private static Map<String, CorpusFigures> figures;

    @BeforeAll
    static void judge() throws IOException {
        try (Stream<Path> files = Files.walk(CORPUS)) {
            Map<String, List<CorpusFile>> kinds = files.filter(Files::isRegularFile)
                    .sorted()
                    .map(CorpusFile::of)
                    .collect(Collectors.groupingBy(CorpusFile::kind, TreeMap::new, Collectors.toList()));
            figures = new TreeMap<>();
            kinds.forEach((kind, all) -> figures.put(kind, new CorpusFigures(all)));
        }
    }

    @AfterAll
    static void print() {
        figures.forEach((kind, counted) -> {
            counted.files().forEach(LabelledCorpusTest::print);
            System.out.println(kind + ": " + counted.dangers() + " dangers, " + counted.missed() + " missed; "
                    + counted.wrong("safe") + " safe files and " + counted.wrong("context")
                    + " in their context with a false alarm");
            if (!CORPUS.equals(OWN)) {
                System.out.println(counted.markdown());
            }
        });
    }

    private static void print(CorpusFile file) {
        file.dangers().stream()
                .filter(danger -> file.told(danger) && !file.toldByName(danger))
                .forEach(danger -> System.out.println(CORPUS.relativize(file.file()) + ":" + danger.line() + " "
                        + danger.name() + " by another name"));
        List<Danger> missed = file.missed();
        if (file.dangerous() ? !missed.isEmpty() : !file.loud().isEmpty()) {
            System.out.println(CORPUS.relativize(file.file()) + ": "
                    + (file.dangerous() ? "missed " + missed : "said")
                    + " "
                    + file.loud().stream()
                            .map(remark -> remark.position().line() + " "
                                    + remark.rule().id())
                            .toList());
        }
    }

    /** Each danger of a file has to be told at its place. */
    @Test
    void fewDangersAreMissed() {
        assumeTrue(CORPUS.equals(OWN), "another corpus");
        figures.forEach((kind, counted) -> assertThat(counted.missed())
                .as(kind)
                .isLessThanOrEqualTo(LIMITS.get(kind).missed()));
    }

    @Test
    void littleIsSaidOfSafeFiles() {
        assumeTrue(CORPUS.equals(OWN), "another corpus");
        figures.forEach((kind, counted) -> assertThat(counted.wrong("safe"))
                .as(kind)
                .isLessThanOrEqualTo(LIMITS.get(kind).safe()));
    }

    @Test
    void hardlyAnythingIsSaidOfWhatIsSafeInItsContext() {
        assumeTrue(CORPUS.equals(OWN), "another corpus");
        figures.forEach((kind, counted) -> assertThat(counted.wrong("context"))
                .as(kind)
                .isLessThanOrEqualTo(LIMITS.get(kind).context()));
    }

    @Test
    void theCorpusIsLarge() {
        assumeTrue(CORPUS.equals(OWN), "another corpus");
        assertThat(figures.values().stream()
                        .mapToInt(counted -> counted.files().size())
                        .sum())
                .isGreaterThanOrEqualTo(150);
    }

    /** Whoever labels a file spells the danger as the rule is called, or {@link CorpusFile} knows the other name. */
    @Test
    void everyLabelNamesARule() {
        figures.values().stream()
                .flatMap(counted -> counted.files().stream())
                .forEach(file -> assertThat(file.dangers())
                        .as("%s", file.file())
                        .allSatisfy(danger -> assertThat(Catalogue.ids()).contains(file.rule(danger))));
    }

    @Test
    void thePageOfTheSiteHasTheseFigures() throws IOException {
        assumeTrue(CORPUS.equals(OWN), "another corpus");
        String page = Files.readString(PAGE);
        String now = page;
        for (Map.Entry<String, CorpusFigures> counted : figures.entrySet()) {
            now = with(now, counted.getKey(), counted.getValue().markdown());
        }
        if (Boolean.getBoolean("stairway.test.write")) {
            Files.writeString(PAGE, now);
        } else {
            assertThat(page).isEqualTo(now);
        }
    }

    /** The page with these tables between the marks of their kind. */
    private static String with(String page, String kind, String tables) {
        String begin = "<!-- figures of " + kind + " -->\n\n";
        String end = "\n<!-- end of " + kind + " -->";
        assertThat(page).contains(begin, end);
        return page.substring(0, page.indexOf(begin) + begin.length()) + tables + page.substring(page.indexOf(end));
    }
}
