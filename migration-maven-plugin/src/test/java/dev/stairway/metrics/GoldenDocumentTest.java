package dev.stairway.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.stairway.finding.Verdict;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The writer's side of the golden documents; the reader's side is tested in the renderer, which shares no code. */
class GoldenDocumentTest {

    private static final Path DIRECTORY = Path.of("..", "src", "build", "golden");
    private static final Path GOLDEN = DIRECTORY.resolve("metrics.json");

    private final ObjectMapper json = new ObjectMapper();

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"metrics.json", "performance.json", "safety.json", "cross-db.json", "backups.json", "crashes.json"})
    void aGoldenDocumentIsWrittenWithExactlyItsFields(String name) throws Exception {
        JsonNode golden = json.readTree(DIRECTORY.resolve(name).toFile());

        MetricsDocument document = json.treeToValue(golden, MetricsDocument.class);

        Path written = directory.resolve("metrics.json");
        MetricsWriter.write(document, written);
        assertThat(json.readTree(written.toFile())).isEqualTo(golden);
        assertThat(document.formatVersion()).isEqualTo(MetricsDocument.FORMAT_VERSION);
    }

    @Test
    void theGoldenDocumentShowsEveryVerdict() throws Exception {
        MetricsDocument document = json.readValue(GOLDEN.toFile(), MetricsDocument.class);

        assertThat(document.cells().stream()
                        .flatMap(cell -> cell.steps().stream())
                        .map(MetricsDocument.Step::verdict)
                        .distinct())
                .containsExactlyInAnyOrder(
                        Arrays.stream(Verdict.values()).map(Enum::name).toArray(String[]::new));
    }
}
