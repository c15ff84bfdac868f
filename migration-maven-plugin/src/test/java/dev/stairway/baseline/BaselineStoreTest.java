package dev.stairway.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stairway.problem.ProblemException;
import dev.stairway.secret.Mask;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BaselineStoreTest {

    private static final String GOOD = """
            {
              "formatVersion": "2.0",
              "cells": [
                {
                  "changelog": "shop",
                  "database": "postgresql-17-embedded",
                  "rows": 1000,
                  "recordedAt": "2026-01-02T00:00:00Z",
                  "environment": {"cpu": "Model 9", "cores": 4, "os": "Linux amd64", "jdk": "17", "product": "postgresql", \
            "server": "17.6", "engine": "liquibase", "engineVersion": "5.0.1", "plugin": "1.0", "seed": 42},
                  "steps": [
                    {"migration": "1", "checksum": "sum-1", "rowsBefore": 1000,
                     "up.millis": [12.0, 12.5, 11.9, 12.25, 13.001],
                     "up.work": {"blocks": 321, "walBytes": 81920},
                     "down.millis": [2.0, 2.0, 2.0, 2.0, 2.0],
                     "down.work": {"sizeBytes": -8192}},
                    {"migration": "2 \\"quoted\\"", "checksum": "", "rowsBefore": 1000,
                     "up.millis": [1.0],
                     "up.work": {}}
                  ]
                }
              ]
            }
            """;

    @TempDir
    private Path directory;

    @Test
    void theFileReadsWellAndIsTheSameWhoeverWritesIt() {
        MeasuredRun run = new MeasuredRun()
                .step(
                        "1",
                        1_000,
                        MeasuredRun.side(
                                List.of(12.0, 12.5, 11.9, 12.25, 13.0012),
                                Map.of("walBytes", List.of(81_920L, 81_920L, 90_000L), "blocks", List.of(321L))),
                        MeasuredRun.side(
                                List.of(2.0, 2.0, 2.0, 2.0, 2.0),
                                Map.of("sizeBytes", List.of(-8_192L), "later", List.of(1L))))
                .checksum("2 \"quoted\"", "")
                .step("2 \"quoted\"", 1_000, MeasuredRun.side(List.of(1.0), Map.of()), null);

        assertThat(new BaselineText(Mask.NONE).of(run.recording())).isEqualTo(GOOD);
    }

    @Test
    void whatIsReadIsWrittenAgainAsItWas() throws IOException {
        BaselineDocument document = BaselineStore.read(file(GOOD)).orElseThrow();

        assertThat(new BaselineText(Mask.NONE).of(document)).isEqualTo(GOOD);
    }

    @Test
    void aBaselineOfNothingIsReadToo() throws IOException {
        String text = new BaselineText(Mask.NONE).of(new BaselineDocument(List.of()));

        assertThat(BaselineStore.read(file(text)).orElseThrow().cells()).isEmpty();
    }

    @Test
    void secretsAreNotRecorded() {
        String text = new BaselineText(Mask.of(List.of("correct horse battery")))
                .of(new MeasuredRun().up("correct horse battery", 1).recording());

        assertThat(text).contains("\"***\"").doesNotContain("horse");
    }

    @Test
    void noFileIsNoBaseline() {
        assertThat(BaselineStore.read(directory.resolve("none.json"))).isEmpty();
    }

    /** Each edit by hand, the line that is named and the words that say what is wrong. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "rows": 1000,               | "rows": "1000",            |  7 | the field cells.rows is 1000, it must be a whole number
            "rows": 1000,               | "rows": -1,                |  7 | cells.rows is -1, it cannot be negative
            "rows": 1000,               | "row": 1000,               |  7 | the field cells.row is no field of this format, which has changelog, database, rows
            "rows": 1000,               | "rows": 1000, "rows": 1,   |  7 | Duplicate field 'rows'
            "rows": 1000,               | `                        ` |  4 | the field rows is missing
            2026-01-02T00:00:00Z        | yesterday                  |  8 | recordedAt is yesterday, it must be a time such as
            "cores": 4,                 | `                        ` |  9 | the field cores is missing
            "cores": 4,                 | "cores": true,             |  9 | cells.environment.cores is true, it must be a whole number
            [12.0, 12.5,                | [12.0, "12.5",             | 12 | cells.steps.up.millis is 12.5, it must be a number
            [12.0, 12.5,                | [12.0, -12.5,              | 12 | up.millis holds -12.5, it cannot be negative
            [12.0, 12.5,                | [12.0, 1e999,              | 12 | up.millis holds 1e999, it cannot be
            "blocks": 321               | "block": 321               | 13 | cells.steps.up.work.block is no field of this format
            "blocks": 321               | "blocks": -321             | 13 | cells.steps.up.work.blocks is -321, it cannot be negative
            "blocks": 321               | "blocks": 321.5            | 13 | cells.steps.up.work.blocks is 321.5, it must be a whole number
            "blocks": 321               | "blocks": 99999999999999999999 | 13 | out of range
            "migration": "2 \\"quoted\\"" | "migration": "1"         | 18 | the migration 1 is there twice
            "up.work": {}               | "up.millis": [2.0]         | 18 | Duplicate field 'up.millis'
            "cells": [                  | "cell": [                  |  3 | the field cell is no field of this format
            """)
    void anEditByHandIsAnsweredWithFieldAndLine(String good, String bad, int line, String words) throws IOException {
        assertThat(GOOD).contains(good);
        Path file = file(GOOD.replaceFirst(Pattern.quote(good), Matcher.quoteReplacement(bad.strip())));

        assertThatThrownBy(() -> BaselineStore.read(file))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("The performance baseline is not readable")
                .hasMessageContaining("b.json:" + line)
                .hasMessageContaining(words)
                .hasMessageContaining("Restore it from version control, or delete it and record a new one with");
    }

    @Test
    void aCellThatIsThereTwiceIsNamed() throws IOException {
        String cell = GOOD.substring(GOOD.indexOf("    {\n"), GOOD.lastIndexOf("  ]"));
        Path file = file(GOOD.replace(cell, cell.stripTrailing() + ",\n" + cell));

        assertThatThrownBy(() -> BaselineStore.read(file))
                .hasMessageContaining("the cell of shop, postgresql-17-embedded and 1000 rows is there twice");
    }

    @Test
    void whereverAFileIsCutOffItIsNotRead() throws IOException {
        // Without its last line break it is whole.
        for (int length = 0; length < GOOD.length() - 1; length++) {
            Path file = file(GOOD.substring(0, length));

            assertThatThrownBy(() -> BaselineStore.read(file))
                    .as("the first %d characters", length)
                    .isInstanceOf(ProblemException.class)
                    .hasMessageContaining("b.json");
        }
    }

    @Test
    void somethingAfterTheEndIsFound() throws IOException {
        Path file = file(GOOD + "<<<<<<< HEAD");

        assertThatThrownBy(() -> BaselineStore.read(file)).hasMessageContaining("b.json:23");
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "[]", "{}", "\u0000", "17"})
    void whatIsNoBaselineAtAllIsSaidToBeNone(String text) throws IOException {
        Path file = file(text);

        assertThatThrownBy(() -> BaselineStore.read(file))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("b.json");
    }

    @Test
    void aBaselineOfTheFormerFormatIsAnsweredWithWhatToDo() throws IOException {
        Path file = file("{\"formatVersion\": \"1.0\", \"entries\": []}");

        assertThatThrownBy(() -> BaselineStore.read(file))
                .hasMessageContaining("has format version 1.0, this plugin reads 2.0")
                .hasMessageContaining("field formatVersion")
                .hasMessageContaining("It holds one time for each migration, which cannot carry a verdict")
                .hasMessageContaining(
                        "Delete it and record a new one with mvn migration:perf -Dmigration.updateBaseline");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2.1", "3.0", "x"})
    void aNewerFormatIsLeftToTheNewerPlugin(String version) throws IOException {
        Path file = file("{\"later\": [], \"formatVersion\": \"" + version + "\"}");

        assertThatThrownBy(() -> BaselineStore.read(file))
                .hasMessageContaining("has format version " + version + ", this plugin reads 2.0")
                .hasMessageContaining("Use the plugin version that wrote it");
    }

    @Test
    void aDirectoryIsNoFile() {
        assertThatThrownBy(() -> BaselineStore.read(directory))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("The performance baseline cannot be read");
    }

    @Test
    void writingReplacesTheFileInOneGoAndLeavesNothingBeside() throws IOException {
        Path file = directory.resolve("new/place/b.json");
        BaselineStore.write("one", file);
        BaselineStore.write("two", file);

        assertThat(file).hasContent("two");
        assertThat(file.getParent()).isDirectoryContaining(each -> each.equals(file));
        try (var files = Files.list(file.getParent())) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void whatCannotBeWrittenLeavesTheFormerOne() throws IOException {
        Path file = directory.resolve("b.json");
        Files.createDirectories(file.resolve("not-empty"));

        assertThatThrownBy(() -> BaselineStore.write("two", file))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("Cannot write the performance baseline")
                .hasMessageContaining("the former baseline is untouched");
        try (var files = Files.list(directory)) {
            assertThat(files).containsExactly(file);
        }
    }

    private Path file(String text) throws IOException {
        return Files.writeString(directory.resolve("b.json"), text);
    }
}
