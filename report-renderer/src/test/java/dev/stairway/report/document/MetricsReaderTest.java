package dev.stairway.report.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stairway.report.Golden;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MetricsReaderTest {

    @TempDir
    Path directory;

    @Test
    void theGoldenDocumentIsReadWhole() {
        Metrics metrics = MetricsReader.read(Golden.file());

        assertThat(metrics.changelogs().get(0).migrations()).hasSize(16);
        assertThat(metrics.cells()).hasSize(5);
        assertThat(metrics.cells().stream().filter(Cell::ran)).hasSize(4);
        assertThat(metrics.performance().comparison().entries())
                .anyMatch(entry -> entry.verdict().equals("REGRESSION"));
        assertThat(metrics.findings()).anyMatch(Finding::waived);
        assertThat(metrics.gate().failed()).isTrue();
        Step.ServerWork work = metrics.cells().get(4).steps().get(0).upWork();
        assertThat(work.rowsTouched()).isEqualTo(400);
        assertThat(work.commands()).containsEntry("RENAMENX", 200L);
        assertThat(work.calls()).isEqualTo(402);
        assertThat(metrics.cells().get(0).steps().get(0).upWork()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.0", "1.7", "1"})
    void theSameMajorVersionIsReadAndUnknownFieldsAreIgnored(String version) throws Exception {
        Metrics metrics = read("{\"formatVersion\": \"" + version
                + "\", \"news\": {\"deep\": [1]}, \"run\": {\"goal\": \"test\", \"mood\": 1}}");

        assertThat(metrics.run().goal()).isEqualTo("test");
    }

    @Test
    void missingOptionalFieldsGetDefaults() throws Exception {
        Metrics metrics = read("{\"formatVersion\": \"1.0\", \"cells\": [{\"id\": \"a\", \"steps\": [{}, null]}],"
                + " \"findings\": [{}]}");

        assertThat(metrics.changelogs()).isEmpty();
        assertThat(metrics.performance()).isNull();
        assertThat(metrics.gate().failed()).isFalse();
        assertThat(metrics.cells().get(0).steps()).hasSize(1);
        assertThat(metrics.findings().get(0).evidence()).isEmpty();
    }

    @Test
    void aNewerMajorVersionIsRefusedNamingBothVersions() {
        assertThatThrownBy(() -> read("{\"formatVersion\": \"2.0\"}"))
                .isInstanceOf(UnreadableMetricsException.class)
                .hasMessageContaining("metrics.json has format version 2.0, but this renderer reads 1.0.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "null", "3", "{\"formatVersion\": null}"})
    void aDocumentWithoutVersionIsRefused(String json) {
        assertThatThrownBy(() -> read(json))
                .isInstanceOf(UnreadableMetricsException.class)
                .hasMessageContaining("has no formatVersion")
                .hasMessageContaining("1.0");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 10, 500, 5_000, 50_000})
    void aTruncatedDocumentIsToldWithLineAndColumn(int length) throws Exception {
        String whole = Files.readString(Golden.file());

        assertThatThrownBy(() -> read(whole.substring(0, length)))
                .isInstanceOf(UnreadableMetricsException.class)
                .hasMessageMatching(
                        "(?s).*metrics\\.json is not a readable metrics document at line \\d+, column \\d+: .*")
                .hasMessageContaining("Run mvn migration:verify again.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"formatVersion\": \"1.0\"} x",
                "{\"formatVersion\": \"1.0\", \"cells\": \"none\"}",
                "{\"formatVersion\": \"1.0\",\n \"run\": {\"durationMillis\": \"soon\"}}"
            })
    void otherwiseBrokenDocumentsAreToldWithLineAndColumn(String json) {
        assertThatThrownBy(() -> read(json))
                .isInstanceOf(UnreadableMetricsException.class)
                .hasMessageMatching("(?s).*at line \\d+, column \\d+: .*");
    }

    @Test
    void theErrorDoesNotQuoteTheDocument() {
        assertThatThrownBy(() -> read("{\"formatVersion\": \"1.0\", \"x\": \"hunter2-secret\" ]"))
                .message()
                .doesNotContain("hunter2");
    }

    @Test
    void aDirectoryInPlaceOfTheFileIsToldWithTheNextStep() {
        assertThatThrownBy(() -> MetricsReader.read(directory))
                .isInstanceOf(UnreadableMetricsException.class)
                .hasMessageContaining("The metrics file " + directory + " cannot be read")
                .hasMessageContaining("Check its permissions");
    }

    @Test
    void anAbsentFileIsToldWithTheNextStep() {
        assertThatThrownBy(() -> MetricsReader.read(directory.resolve("none.json")))
                .isInstanceOf(UnreadableMetricsException.class)
                .hasMessageContaining("There is no metrics file at")
                .hasMessageContaining("run mvn migration:verify first");
    }

    private Metrics read(String json) throws Exception {
        return MetricsReader.read(Files.writeString(directory.resolve("metrics.json"), json));
    }
}
