package dev.stairway.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.stairway.metrics.Performance.History;
import dev.stairway.metrics.Performance.Moment;
import dev.stairway.problem.ProblemException;
import dev.stairway.secret.Mask;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HistoriesTest {

    @TempDir
    private Path directory;

    private Path file;

    @BeforeEach
    void place() {
        file = directory.resolve("perf-baseline.json");
    }

    @Test
    void theLinesOfTheReportEndWithThePresentRun() {
        for (int day = 1; day <= 3; day++) {
            record(run(day, 10 * day));
        }

        assertThat(histories(run(4, 90)))
                .singleElement()
                .satisfies(line -> assertThat(line.metric()).isEqualTo("up.millis"))
                .extracting(History::points)
                .isEqualTo(List.of(moment(1, 10), moment(2, 20), moment(3, 30), moment(4, 90)));
    }

    @Test
    void twentyRunsAreKept() {
        for (int day = 1; day <= 25; day++) {
            record(run(day, day));
        }

        List<Moment> points = histories(run(26, 26)).get(0).points();

        assertThat(points).hasSize(21).startsWith(moment(6, 6)).endsWith(moment(26, 26));
    }

    @Test
    void timesOfAnotherMachineAreNoPartOfALine() {
        record(run(1, 10));
        record(run(2, 99).tool("cpu", "Model 10"));
        record(run(3, 30));

        assertThat(histories(run(4, 40)).get(0).points()).containsExactly(moment(1, 10), moment(3, 30), moment(4, 40));
    }

    @Test
    void anEditedMigrationBeginsAnew() {
        record(run(1, 10));
        record(run(2, 20).checksum("1", "edited"));

        assertThat(histories(run(3, 30).checksum("1", "edited")).get(0).points())
                .containsExactly(moment(2, 20), moment(3, 30));
        assertThat(histories(run(3, 30))).isEmpty();
    }

    @Test
    void countedWorkHasALineWhereItMoved() {
        record(new MeasuredRun().at(at(1)).work("1", "walBytes", 100_000));
        record(new MeasuredRun().at(at(2)).work("1", "walBytes", 100_000));

        assertThat(histories(new MeasuredRun().at(at(3)).work("1", "walBytes", 300_000)))
                .filteredOn(line -> line.metric().equals("up.walBytes"))
                .singleElement()
                .extracting(History::points)
                .isEqualTo(List.of(moment(1, 100_000), moment(2, 100_000), moment(3, 300_000)));
        assertThat(histories(new MeasuredRun().at(at(3)).work("1", "walBytes", 100_000)))
                .noneMatch(line -> line.metric().equals("up.walBytes"));
    }

    @Test
    void aRunOnOneDatabaseLeavesAHoleInTheLinesOfTheOther() throws IOException {
        record(run(1, 10).database("sqlite-3-embedded"));
        record(run(2, 20));
        record(run(3, 30).database("sqlite-3-embedded"));

        assertThat(Files.readString(directory.resolve("perf-history.json"))).isEqualTo("""
                {
                  "formatVersion": "1.0",
                  "runs": [
                    {"at": "2026-01-01T00:00:00Z", "machine": "Model 9, 4 cores, Linux amd64, JDK 17"},
                    {"at": "2026-01-02T00:00:00Z", "machine": "Model 9, 4 cores, Linux amd64, JDK 17"},
                    {"at": "2026-01-03T00:00:00Z", "machine": "Model 9, 4 cores, Linux amd64, JDK 17"}
                  ],
                  "migrations": [
                    {"changelog": "shop", "database": "postgresql-17-embedded", "rows": 1000, "migration": "1", \
                "checksum": "sum-1", "medians": {"up.millis": [null, 20, null], "up.walBytes": [null, 4096, null]}},
                    {"changelog": "shop", "database": "sqlite-3-embedded", "rows": 1000, "migration": "1", \
                "checksum": "sum-1", "medians": {"up.millis": [10, null, 30], "up.walBytes": [4096, null, 4096]}}
                  ]
                }
                """);
    }

    @Test
    void whatWasTheSameInEveryRunIsOneNumberAndIsReadAsMany() throws IOException {
        record(run(1, 10));
        record(run(2, 20));
        Path history = directory.resolve("perf-history.json");

        assertThat(history).content().contains("\"up.millis\": [10, 20]", "\"up.walBytes\": 4096}");
        assertThat(new HistoryText(Mask.NONE).of(BaselineStore.history(history)))
                .isEqualTo(Files.readString(history));
    }

    @Test
    void aHistoryThatWasDeletedBeginsAnew() throws IOException {
        record(run(1, 10));
        Files.delete(directory.resolve("perf-history.json"));

        assertThat(histories(run(2, 20))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "formatVersion": "1.0"  | "formatVersion": "2.0"   | 2 | formatVersion is 2.0, this plugin reads 1.0
            [10, 20]                | [10, 20, 30]             | 8 | there are 3 values for 2 runs
            [10, 20]                | [10, "20"]               | 8 | migrations.medians.up.millis is 20, it must be a number
            "checksum": "sum-1", |  ` `                        | 8 | the field checksum is missing
            "machine"               | "machines"               | 4 | runs.machines is no field of this format, which has at, machine
            """)
    void aHistoryEditedByHandIsAnsweredAndNotReplaced(String good, String bad, int line, String words)
            throws IOException {
        record(run(1, 10));
        record(run(2, 20));
        Path history = directory.resolve("perf-history.json");
        String broken = Files.readString(history).replace(good, bad.strip());
        Files.writeString(history, broken);

        assertThatThrownBy(() -> Baselines.open(file, "b"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("The history of the performance baseline is not readable")
                .hasMessageContaining("perf-history.json:" + line)
                .hasMessageContaining(words)
                .hasMessageContaining("or delete it: no verdict needs it");
        assertThat(history).hasContent(broken);
    }

    @Test
    void theHistoryIsBesideTheBaselineWhateverItIsCalled() {
        assertThat(List.of("perf-baseline.json", "baseline.json", "x.json", "y"))
                .extracting(
                        name -> name,
                        name -> Baselines.historyBeside(Path.of(name)).toString())
                .containsExactly(
                        tuple("perf-baseline.json", "perf-history.json"),
                        tuple("baseline.json", "history.json"),
                        tuple("x.json", "x-history.json"),
                        tuple("y", "y-history.json"));
    }

    private static MeasuredRun run(int day, double millis) {
        return new MeasuredRun()
                .at(at(day))
                .up(
                        "1",
                        1_000,
                        List.of(millis, millis, millis, millis, millis),
                        Map.of("walBytes", List.of(4_096L), "tempBytes", List.of(1L)));
    }

    private static String at(int day) {
        return String.format("2026-01-%02dT00:00:00Z", day);
    }

    private static Moment moment(int day, double value) {
        return new Moment(at(day), value);
    }

    private void record(MeasuredRun run) {
        Baselines.open(file, "b").write(run.document(), Mask.NONE);
    }

    private List<History> histories(MeasuredRun run) {
        return Baselines.open(file, "b")
                .compared(run.document(), Thresholds.DEFAULT)
                .comparison()
                .history();
    }
}
