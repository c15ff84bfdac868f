package dev.stairway.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Writer and reader share no code; the golden document keeps them together. */
class MetricsDocumentTest {

    private static final Path GOLDEN = Path.of("../src/build/golden/metrics.json");
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path directory;

    @Test
    void theGoldenDocumentIsExactlyWhatTheseRecordsWrite() throws IOException {
        JsonNode golden = JSON.readTree(GOLDEN.toFile());
        MetricsDocument document = JSON.treeToValue(golden, MetricsDocument.class);

        Path written = directory.resolve("metrics.json");
        MetricsWriter.write(document, written);

        assertThat(JSON.readTree(written.toFile())).isEqualTo(golden);
        assertThat(document.formatVersion()).isEqualTo(MetricsDocument.FORMAT_VERSION);
    }

    @Test
    void aFileThatCannotBeWrittenNamesTheFileAndTheWayOut() throws IOException {
        Path occupied = Files.createDirectories(directory.resolve("metrics.json/inside"))
                .getParent();

        assertThatThrownBy(() -> MetricsWriter.write(Map.of("a", 1), occupied))
                .hasMessageContaining("Cannot write metrics.json")
                .hasMessageContaining("Check that the directory is writable");
    }
}
