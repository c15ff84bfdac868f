package dev.stairway.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EarlierRunTest {

    @TempDir
    Path output;

    @Test
    void reportsOfAnEarlierRunAreGoneAndOtherFilesAreNot() throws IOException {
        Files.createDirectories(output.resolve("report"));
        List<String> written = List.of("metrics.json", "summary.md", "report/index.html", "TEST-a.xml");
        List<String> others = List.of("notes.md", "TEST-a.txt", "report/kept.html");
        for (String file : written) {
            Files.createFile(output.resolve(file));
        }
        for (String file : others) {
            Files.createFile(output.resolve(file));
        }
        EarlierRun.forget(output);
        assertThat(written).allSatisfy(file -> assertThat(output.resolve(file)).doesNotExist());
        assertThat(others).allSatisfy(file -> assertThat(output.resolve(file)).exists());
    }

    @Test
    void theFirstRunHasNothingToForget() {
        assertThatCode(() -> EarlierRun.forget(output.resolve("none"))).doesNotThrowAnyException();
    }
}
