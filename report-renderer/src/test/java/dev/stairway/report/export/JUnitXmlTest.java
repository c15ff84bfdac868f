package dev.stairway.report.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.report.Golden;
import dev.stairway.report.Hostile;
import dev.stairway.report.document.Cell;
import dev.stairway.report.document.Finding;
import dev.stairway.report.document.Metrics;
import dev.stairway.report.document.MetricsReader;
import dev.stairway.report.document.Step;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class JUnitXmlTest {

    @TempDir
    Path directory;

    @Test
    void theGoldenDocumentGivesOneWellFormedSuitePerCell() throws Exception {
        List<Document> suites = write(MetricsReader.read(Golden.file()));

        assertThat(suites).hasSize(5);
        for (Document suite : suites) {
            Element root = suite.getDocumentElement();
            assertThat(root.getTagName()).isEqualTo("testsuite");
            assertThat(root.getAttribute("tests")).isEqualTo(count(suite, "testcase"));
            assertThat(root.getAttribute("failures")).isEqualTo(count(suite, "failure"));
            assertThat(root.getAttribute("skipped")).isEqualTo(count(suite, "skipped"));
            assertThat(root.getAttribute("timestamp")).isEqualTo("2026-11-21T09:30:00");
        }
    }

    @Test
    void hostileTextStaysText() throws Exception {
        assertThat(write(Hostile.document())).hasSizeGreaterThanOrEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "MIGRATION_FAILS, applies",
        "IRREVERSIBLE, has a rollback",
        "ROLLBACK_FAILS, rolls back",
        "ROLLBACK_INCOMPLETE, restores the schema",
        "REVERSIBLE_WITH_DATA_LOSS, keeps the data",
        "NOT_IDEMPOTENT, applies again"
    })
    void aVerdictFailsExactlyTheCheckThatItBreaks(String verdict, String check) throws Exception {
        Document suite = write(document(verdict, List.of())).get(0);

        assertThat(names(suite, "failure")).containsExactly("a " + check);
        assertThat(count(suite, "testcase")).isEqualTo("6");
    }

    @Test
    void whatComesAfterTheBrokenCheckIsSkippedAndNotPassed() throws Exception {
        Document suite = write(document("ROLLBACK_FAILS", List.of())).get(0);

        assertThat(names(suite, "skipped"))
                .containsExactly("a restores the schema", "a keeps the data", "a applies again");
    }

    @Test
    void aReversibleMigrationPassesEveryCheck() throws Exception {
        Document suite = write(document("REVERSIBLE", List.of())).get(0);

        assertThat(names(suite, "failure")).isEmpty();
        assertThat(names(suite, "skipped")).isEmpty();
    }

    @Test
    void aFailureCarriesRuleEvidenceAndRemedy() throws Exception {
        Document suite = write(document("ROLLBACK_FAILS", List.of(), finding("ERROR", null)))
                .get(0);
        Element failure = (Element) suite.getElementsByTagName("failure").item(0);

        assertThat(failure.getAttribute("type")).isEqualTo("some-rule");
        assertThat(failure.getAttribute("message")).isEqualTo("It happened.");
        assertThat(failure.getTextContent()).contains("c.xml:3", "a -> b", "Mend it.");
    }

    @Test
    void aWaivedFindingIsSkippedAndAWarningPassesWithItsText() throws Exception {
        Document waived = write(document("ROLLBACK_FAILS", List.of(), finding("ERROR", "accepted")))
                .get(0);
        Document warned = write(document("ROLLBACK_FAILS", List.of(), finding("WARNING", null)))
                .get(0);

        assertThat(names(waived, "failure")).isEmpty();
        assertThat(((Element) waived.getElementsByTagName("skipped").item(0)).getAttribute("message"))
                .isEqualTo("waived: accepted");
        assertThat(names(warned, "failure")).isEmpty();
        assertThat(warned.getElementsByTagName("system-out").item(0).getTextContent())
                .contains("It happened.");
    }

    @Test
    void aDeclaredLossPassesAndAnUndeclaredOneFails() throws Exception {
        Step.DataLoss declared = new Step.DataLoss("t", "c", 1, true, true);
        Step.DataLoss surprise = new Step.DataLoss("t", "d", 1, true, false);

        assertThat(names(
                        write(document("REVERSIBLE_WITH_DATA_LOSS", List.of(declared)))
                                .get(0),
                        "failure"))
                .isEmpty();
        assertThat(names(
                        write(document("REVERSIBLE_WITH_DATA_LOSS", List.of(declared, surprise)))
                                .get(0),
                        "failure"))
                .containsExactly("a keeps the data");
    }

    @Test
    void aFindingOfNoCellGetsASuiteOfItsOwn() throws Exception {
        Metrics metrics = new Metrics("1.0", null, null, null, null, List.of(finding("ERROR", null)), null);
        Document suite = write(metrics).get(0);

        assertThat(suite.getDocumentElement().getAttribute("name")).isEqualTo("findings");
        assertThat(names(suite, "failure")).containsExactly("a some-rule");
    }

    @Test
    void aRunWithoutCellsAndFindingsIsOnePassingTest() throws Exception {
        Metrics metrics = new Metrics(
                "1.0",
                null,
                List.of(new Metrics.Changelog("c", "liquibase", "4", "", "c.xml", List.of())),
                null,
                null,
                null,
                null);
        List<Document> suites = write(metrics);

        assertThat(suites).hasSize(1);
        Element root = suites.get(0).getDocumentElement();
        assertThat(root.getAttribute("name")).isEqualTo("findings");
        assertThat(root.getAttribute("tests")).isEqualTo("1");
        assertThat(root.getAttribute("failures")).isEqualTo("0");
        assertThat(root.getTextContent()).contains("c.xml: 0 migrations");
        assertThat(directory.resolve("TEST-findings.xml")).exists();
    }

    @Test
    void aRunWithCellsAndWithoutFindingsHasNoSuiteOfFindings() throws Exception {
        write(document("REVERSIBLE", List.of()));

        assertThat(directory.resolve("TEST-findings.xml")).doesNotExist();
    }

    @Test
    void aCellThatDidNotRunIsSkippedWithItsReason() throws Exception {
        Cell cell = new Cell(
                "c/x/empty",
                "c",
                "x",
                "empty",
                0,
                "NOT_RUN",
                "no space left",
                0,
                0,
                0,
                0,
                0,
                "",
                "",
                null,
                null,
                null,
                null);
        Document suite = write(new Metrics("1.0", null, null, null, List.of(cell), null, null))
                .get(0);

        assertThat(((Element) suite.getElementsByTagName("skipped").item(0)).getAttribute("message"))
                .isEqualTo("no space left");
    }

    @Test
    void filesOfEarlierRunsAreRemovedAndOthersStay() throws Exception {
        Files.writeString(directory.resolve("TEST-gone.xml"), "<old/>");
        Files.writeString(directory.resolve("metrics.json"), "{}");
        JUnitXml.write(document("REVERSIBLE", List.of()), directory);

        assertThat(directory.resolve("TEST-gone.xml")).doesNotExist();
        assertThat(directory.resolve("metrics.json")).exists();
        assertThat(directory.resolve("TEST-c-x-empty.xml")).exists();
    }

    private static Metrics document(String verdict, List<Step.DataLoss> losses, Finding... findings) {
        Step step = new Step(
                "a", verdict, "", 2.0, 1.0, 2.0, 0.5, 10, null, losses, null, null, null, null, null, null, null, null);
        Cell cell = new Cell(
                "c/x/empty",
                "c",
                "x",
                "empty",
                0,
                "PASSED",
                "",
                0,
                0,
                0,
                0,
                0,
                "",
                "",
                List.of(step),
                null,
                Map.of(),
                List.of());
        return new Metrics("1.0", null, null, null, List.of(cell), List.of(findings), null);
    }

    private static Finding finding(String severity, String waiver) {
        return new Finding(
                "some-rule",
                severity,
                "c",
                "a",
                "",
                "",
                "c.xml",
                3,
                "It happened.",
                List.of("a -> b"),
                "Mend it.",
                waiver);
    }

    private List<Document> write(Metrics metrics) throws Exception {
        JUnitXml.write(metrics, directory);
        List<Document> suites = new ArrayList<>();
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".xml")).sorted().toList()) {
                suites.add(DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(file.toFile()));
            }
        }
        return suites;
    }

    private static String count(Document suite, String element) {
        return Integer.toString(suite.getElementsByTagName(element).getLength());
    }

    /** Names of the test cases that have such an element. */
    private static List<String> names(Document suite, String element) {
        List<String> names = new ArrayList<>();
        NodeList found = suite.getElementsByTagName(element);
        for (int at = 0; at < found.getLength(); at++) {
            names.add(((Element) found.item(at).getParentNode()).getAttribute("name"));
        }
        return names;
    }
}
