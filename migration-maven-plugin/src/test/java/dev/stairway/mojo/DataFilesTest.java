package dev.stairway.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stairway.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFilesTest {

    @TempDir
    Path base;

    @Test
    void aDirectoryStandsForItsFilesByNameWithoutHiddenOnes() throws IOException {
        Path data = Files.createDirectory(base.resolve("data"));
        Files.createDirectory(data.resolve("nested"));
        for (String name : List.of("b.json", "a.csv", ".gitkeep", ".DS_Store")) {
            Files.createFile(data.resolve(name));
        }
        assertThat(DataFiles.of(base, List.of(Path.of("data"))))
                .containsExactly(data.resolve("a.csv"), data.resolve("b.json"));
        assertThat(DataFiles.of(base, List.of(Path.of("data/.gitkeep")))).containsExactly(data.resolve(".gitkeep"));
    }

    @Test
    void aMissingFileIsNamed() {
        assertThatThrownBy(() -> DataFiles.of(base, List.of(Path.of("none.json"))))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("none.json");
    }
}
