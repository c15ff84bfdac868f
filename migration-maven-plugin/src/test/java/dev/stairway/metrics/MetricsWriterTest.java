package dev.stairway.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MetricsWriterTest {

    private record Note(String text, Object more) {}

    @TempDir
    private Path directory;

    @Test
    void mapsAreSortedAndTextIsEscaped() throws IOException {
        Path file = directory.resolve("note.json");

        MetricsWriter.write(new Note("\"\u0001\u00e9", Map.of("b", 2L, "a", List.of(1.5, true))), file);

        assertThat(file)
                .content()
                .isEqualTo("{\n  \"text\" : \"\\\"\\u0001\u00e9\",\n"
                        + "  \"more\" : {\n    \"a\" : [ 1.5, true ],\n    \"b\" : 2\n  }\n}\n");
        assertThat(directory).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void aValueThatIsNoDocumentIsRefused() {
        assertThatThrownBy(() -> MetricsWriter.write(new Note("", new Object()), directory.resolve("note.json")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("java.lang.Object is not written as JSON");
    }

    @Test
    void aFileThatCannotBeWrittenNamesTheFileAndTheWayOut() throws IOException {
        Path occupied = Files.createDirectories(directory.resolve("metrics.json/inside"))
                .getParent();

        assertThatThrownBy(() -> MetricsWriter.write(new Note("a", null), occupied))
                .hasMessageContaining("Cannot write metrics.json")
                .hasMessageContaining("Check that the directory is writable");
    }
}
