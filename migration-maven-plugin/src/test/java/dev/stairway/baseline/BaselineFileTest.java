package dev.stairway.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stairway.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BaselineFileTest {

    @TempDir
    private Path directory;

    @Test
    void noFileIsNoBaseline() {
        assertThat(BaselineFile.read(directory.resolve("none.json"))).isEmpty();
    }

    @Test
    void aTruncatedFileNamesTheLine() throws IOException {
        assertThatThrownBy(() -> BaselineFile.read(file("{\n  \"formatVersion\": \"1.0\",\n  \"entr")))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("not readable")
                .hasMessageContaining("b.json:3")
                .hasMessageContaining("-Dmigration.updateBaseline");
    }

    @Test
    void aNewerFormatNamesTheFieldAndBothVersions() throws IOException {
        assertThatThrownBy(() -> BaselineFile.read(file("{\"formatVersion\": \"2.0\"}")))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("format version 2.0, this plugin reads 1.x")
                .hasMessageContaining("field formatVersion");
    }

    @Test
    void aFileThatHoldsNothingIsNoBaseline() throws IOException {
        assertThatThrownBy(() -> BaselineFile.read(file("null")))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("format version null");
        assertThatThrownBy(() -> BaselineFile.read(file("")))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("not readable");
    }

    @Test
    void aFileOfThisFormatIsRead() throws IOException {
        assertThat(BaselineFile.read(file("{\"formatVersion\": \"1.7\", \"later\": true}")))
                .isPresent();
    }

    private Path file(String text) throws IOException {
        return Files.writeString(directory.resolve("b.json"), text);
    }
}
