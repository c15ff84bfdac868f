package dev.stairway.metrics;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MetricsWriterTest {

    @TempDir
    private Path directory;

    @Test
    void aFileThatCannotBeWrittenNamesTheFileAndTheWayOut() throws IOException {
        Path occupied = Files.createDirectories(directory.resolve("metrics.json/inside"))
                .getParent();

        assertThatThrownBy(() -> MetricsWriter.write(Map.of("a", 1), occupied))
                .hasMessageContaining("Cannot write metrics.json")
                .hasMessageContaining("Check that the directory is writable");
    }
}
