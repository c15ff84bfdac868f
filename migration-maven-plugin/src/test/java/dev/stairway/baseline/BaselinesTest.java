package dev.stairway.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import dev.stairway.baseline.Thresholds.FailOn;
import dev.stairway.metrics.Performance.Comparison;
import dev.stairway.metrics.Performance.ComparisonEntry;
import dev.stairway.problem.ProblemException;
import dev.stairway.secret.Mask;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BaselinesTest {

    @TempDir
    private Path directory;

    private Path file;

    @BeforeEach
    void place() {
        file = directory.resolve("perf-baseline.json");
    }

    @Test
    void withoutABaselineNothingIsComparedAndOneLineSaysHowToRecordIt() {
        Baselines none = Baselines.open(file, ".migration/perf-baseline.json");
        MeasuredRun run = new MeasuredRun().up("1", 1);

        assertThat(none.compared(run.document(), Thresholds.DEFAULT).comparison())
                .isNull();
        assertThat(none.advice())
                .contains(
                        "No performance baseline at .migration/perf-baseline.json: nothing is compared. Record one with"
                                + " mvn migration:perf -Dmigration.updateBaseline and commit it");
        record(run);
        assertThat(Baselines.open(file, "b").advice()).isEmpty();
    }

    @Test
    void twiceAsSlowWithoutOverlapIsARegressionWithBothNumbers() {
        ComparisonEntry entry = only(
                new MeasuredRun().up("1", 100, 101, 102, 103, 104), new MeasuredRun().up("1", 200, 202, 204, 206, 208));

        assertThat(entry.metric()).isEqualTo("up.millis");
        assertThat(entry.verdict()).isEqualTo("REGRESSION");
        assertThat(entry.previous()).isEqualTo(102);
        assertThat(entry.previousLow()).isEqualTo(100);
        assertThat(entry.previousHigh()).isEqualTo(104);
        assertThat(entry.current()).isEqualTo(204);
        assertThat(entry.ratio()).isEqualTo(2);
        assertThat(entry.limit()).isEqualTo(1.25);
        assertThat(entry.p()).isLessThan(0.01);
        assertThat(entry.gated()).isFalse();
        assertThat(entry.why())
                .isEqualTo(
                        "The time on the way up was 102.0 ms and is 204.0 ms, 2.00 times as long; allowed are 1.25 times or"
                                + " 20 ms more, whichever is greater; chance makes such a difference with p = 0.0079");
    }

    @Test
    void twiceAsSlowThatOverlapsIsChance() {
        ComparisonEntry entry = only(
                new MeasuredRun().up("1", 100, 101, 102, 300, 310), new MeasuredRun().up("1", 105, 202, 204, 206, 208));

        assertThat(entry.verdict()).isEqualTo("SAME");
        assertThat(entry.why()).contains("the samples overlap, which is chance with p = 0.");
    }

    @Test
    void twiceAsSlowOfNextToNothingIsTheSame() {
        ComparisonEntry entry = only(
                new MeasuredRun().up("1", 1, 1.1, 1.2, 1.3, 1.4), new MeasuredRun().up("1", 2, 2.1, 2.2, 2.3, 2.4));

        assertThat(entry.verdict()).isEqualTo("SAME");
        assertThat(entry.limit()).isCloseTo(1 + 20 / 1.2, within(1e-9));
        assertThat(entry.why()).endsWith("; within the allowed 1.25 times or 20 ms");
    }

    @Test
    void aTenthMoreTimeIsTheSameHoweverSureItIs() {
        assertThat(only(
                                new MeasuredRun().up("1", 1000, 1001, 1002, 1003, 1004),
                                new MeasuredRun().up("1", 1100, 1101, 1102, 1103, 1104))
                        .verdict())
                .isEqualTo("SAME");
    }

    @Test
    void halfTheTimeIsAnImprovement() {
        assertThat(only(
                                new MeasuredRun().up("1", 200, 202, 204, 206, 208),
                                new MeasuredRun().up("1", 100, 101, 102, 103, 104))
                        .verdict())
                .isEqualTo("IMPROVEMENT");
    }

    @Test
    void fourSamplesAreTooFew() {
        ComparisonEntry entry =
                only(new MeasuredRun().up("1", 100, 101, 102, 103, 104), new MeasuredRun().up("1", 900, 900, 900, 900));

        assertThat(entry.verdict()).isEqualTo("TOO_FEW");
        assertThat(entry.p()).isNull();
        assertThat(entry.why()).endsWith("from 5 and 4 samples; a verdict takes 5 each");
    }

    @Test
    void aRunThatIsSlowAltogetherExcusesItsMigrationsAndOneThatStandsOutIsStillFound() {
        MeasuredRun before = new MeasuredRun();
        MeasuredRun now = new MeasuredRun();
        for (int i = 10; i < 30; i++) {
            double pace = i == 20 ? 3 : 1.5;
            before.up("" + i, 100, 101, 102, 103, 104);
            now.up("" + i, 100 * pace, 101 * pace, 102 * pace, 103 * pace, 104 * pace);
        }

        List<ComparisonEntry> entries = compare(before, now).entries();

        assertThat(entries.get(0).migration()).isEqualTo("20");
        assertThat(entries.get(0).verdict()).isEqualTo("REGRESSION");
        assertThat(entries.get(0).why()).contains("in a run that took 1.50 times as long altogether");
        assertThat(entries.subList(1, 20)).allMatch(entry -> entry.verdict().equals("SAME"));
    }

    @Test
    void aRunThatIsFastAltogetherAccusesNobody() {
        MeasuredRun before = new MeasuredRun();
        MeasuredRun now = new MeasuredRun();
        for (int i = 10; i < 30; i++) {
            double pace = i == 20 ? 1 : 0.5;
            before.up("" + i, 100, 101, 102, 103, 104);
            now.up("" + i, 100 * pace, 101 * pace, 102 * pace, 103 * pace, 104 * pace);
        }

        assertThat(compare(before, now).entries())
                .allMatch(entry -> entry.verdict().equals("SAME"));
    }

    @ParameterizedTest
    @CsvSource({
        "walBytes, 1000000, 1100001, REGRESSION",
        "walBytes, 1000000, 1100000, SAME",
        "walBytes, 1000000, 909000, IMPROVEMENT",
        "walBytes, 1000000, 909092, SAME",
        "walBytes, 8192, 24577, REGRESSION",
        "walBytes, 8192, 24576, SAME",
        "statements, 3, 4, SAME",
        "statements, 3, 5, SAME",
        "statements, 3, 6, REGRESSION",
        "statements, 100, 111, REGRESSION",
        "blocks, 20, 84, SAME",
        "blocks, 20, 85, REGRESSION",
        "tempBytes, 0, 0, SAME",
        "tempBytes, 0, 16385, REGRESSION",
        "sizeBytes, -100000, -50000, REGRESSION",
        "sizeBytes, -100000, -95000, SAME",
        "sizeBytes, 100000, -100000, IMPROVEMENT",
        "vmSteps, 10000, 11001, REGRESSION",
        "vmSteps, 10000, 11000, SAME",
        "calls, 40, 50, SAME",
        "calls, 40, 51, REGRESSION",
    })
    void countedWorkHasAPlainLimitAndAFloor(String counter, long before, long now, String verdict) {
        ComparisonEntry entry = work(
                new MeasuredRun().work("1", counter, before),
                new MeasuredRun().work("1", counter, now, now, now, now, now));

        assertThat(entry.verdict()).as(entry.why()).isEqualTo(verdict);
        assertThat(entry.p()).isNull();
        assertThat(entry.previous()).isEqualTo(before);
        assertThat(entry.current()).isEqualTo(now);
    }

    @Test
    void workThatGrewSaysHowMuchIsAllowed() {
        ComparisonEntry entry = work(
                new MeasuredRun().work("1", "walBytes", 1_000_000), new MeasuredRun().work("1", "walBytes", 1_150_000));

        assertThat(entry.metric()).isEqualTo("up.walBytes");
        assertThat(entry.gated()).isTrue();
        assertThat(entry.limit()).isEqualTo(1.1);
        assertThat(entry.why())
                .isEqualTo("The walBytes on the way up was 1,000,000 and is 1,150,000, 1.15 times as much;"
                        + " allowed are 100,000 more");
    }

    @Test
    void whatOthersAddedToSomeRepetitionsIsNotTheMigrations() {
        ComparisonEntry entry = work(
                new MeasuredRun().work("1", "walBytes", 1_000_000),
                new MeasuredRun().work("1", "walBytes", 1_000_000, 1_500_000, 1_500_000));

        assertThat(entry.verdict()).isEqualTo("SAME");
        assertThat(entry.why()).contains("one repetition did it with 1,000,000");
    }

    @Test
    void aCounterThatDoesNotRepeatItselfFailsNoBuild() {
        assertThat(work(
                                new MeasuredRun().work("1", "memoryBytes", 1_000_000),
                                new MeasuredRun().work("1", "memoryBytes", 9_000_000))
                        .gated())
                .isFalse();
    }

    @Test
    void timesFailTheBuildOnlyWhereTheUserSaysSo() {
        MeasuredRun before = new MeasuredRun().up("1", 1, 1, 1, 1, 1);
        record(before);

        assertThat(gated(before, FailOn.NONE)).isFalse();
        assertThat(gated(before, FailOn.WORK)).isFalse();
        assertThat(gated(before, FailOn.ALL)).isTrue();
    }

    private boolean gated(MeasuredRun run, FailOn failOn) {
        return Baselines.open(file, "b")
                .compared(run.document(), new Thresholds(10, 25, 20, failOn))
                .comparison()
                .entries()
                .get(0)
                .gated();
    }

    @Test
    void anEditedMigrationIsNoRegression() {
        assertThat(only(
                                new MeasuredRun().up("1", 1, 1, 1, 1, 1),
                                new MeasuredRun().checksum("1", "edited").up("1", 900, 900, 900, 900, 900))
                        .verdict())
                .isEqualTo("CHANGED");
    }

    @Test
    void aNewMigrationIsNewAndOneThatWasNotMeasuredIsGone() {
        List<ComparisonEntry> entries = compare(
                        new MeasuredRun().up("1", 1, 1, 1, 1, 1), new MeasuredRun().up("2", 900, 900, 900, 900, 900))
                .entries();

        assertThat(entries).extracting(ComparisonEntry::verdict).containsExactly("NEW", "GONE");
        assertThat(entries.get(0).previous()).isNull();
        assertThat(entries.get(1).current()).isNull();
    }

    @Test
    void aMachineOfAnotherKindMakesTimesIncomparableAndLeavesWorkComparable() {
        Comparison comparison = compare(
                new MeasuredRun().work("1", "walBytes", 1_000_000, 1_000_000, 1_000_000, 1_000_000, 1_000_000),
                new MeasuredRun().tool("cpu", "Model 10").work("1", "walBytes", 2_000_000, 2_000_000));

        assertThat(comparison.environment()).isEqualTo("the processor was Model 9 and is Model 10");
        assertThat(comparison.entries())
                .extracting(entry -> entry.metric() + " " + entry.verdict())
                .containsExactly("up.walBytes REGRESSION", "up.millis NOT_COMPARABLE");
        assertThat(comparison.entries().get(1).why())
                .endsWith("not comparable, because the processor was Model 9 and is Model 10");
    }

    @ParameterizedTest
    @CsvSource({
        "17.7, 5.0.1, 42, false, true", "18.0, 5.0.1, 42, false, false", "17.6, 5.0.2, 42, false, true",
        "17.6, 6.0.0, 42, false, false", "17.6, 5.0.1, 43, false, false", "17.6, 5.0.1, 42, true, true",
    })
    void whatAnotherVersionMakesIncomparable(String server, String engine, long seed, boolean times, boolean work) {
        List<ComparisonEntry> entries = compare(
                        new MeasuredRun().work("1", "blocks", 5, 5, 5, 5, 5),
                        new MeasuredRun()
                                .server(server)
                                .engineVersion(engine)
                                .seed(seed)
                                .work("1", "blocks", 5, 5, 5, 5, 5))
                .entries();

        assertThat(comparable(entries, "up.millis")).isEqualTo(times);
        assertThat(comparable(entries, "up.blocks")).isEqualTo(work);
    }

    private static boolean comparable(List<ComparisonEntry> entries, String metric) {
        return entries.stream()
                .noneMatch(entry ->
                        entry.metric().equals(metric) && entry.verdict().equals("NOT_COMPARABLE"));
    }

    @Test
    void otherRowsInTheTablesAreNotComparable() {
        ComparisonEntry entry = only(
                new MeasuredRun().up("1", 1_000, times(100), Map.of()),
                new MeasuredRun().up("1", 2_000, times(300), Map.of()));

        assertThat(entry.verdict()).isEqualTo("NOT_COMPARABLE");
        assertThat(entry.why()).endsWith("because it met 1000 rows then and 2000 now");
    }

    @Test
    void recordingOneDatabaseKeepsWhatWasRecordedOfTheOther() {
        record(new MeasuredRun().database("sqlite-3-embedded").up("1", 1, 1, 1, 1, 1));
        record(new MeasuredRun().at("2026-03-01T00:00:00Z").up("1", 2, 2, 2, 2, 2));

        BaselineDocument recorded = BaselineStore.read(file).orElseThrow();

        assertThat(recorded.cells())
                .extracting(cell -> cell.key().database(), BaselineDocument.Cell::recordedAt)
                .containsExactly(
                        tuple("postgresql-17-embedded", "2026-03-01T00:00:00Z"),
                        tuple("sqlite-3-embedded", "2026-01-02T00:00:00Z"));
    }

    @Test
    void aRunThatBrokeOffIsComparedAndNotRecorded() {
        record(new MeasuredRun().up("1", 1, 1, 1, 1, 1).up("2", 1, 1, 1, 1, 1));
        MeasuredRun broken = new MeasuredRun()
                .at("2026-03-01T00:00:00Z")
                .up("1", 900, 900, 900, 900, 900)
                .brokenOff();

        record(broken);

        assertThat(compared(broken).entries())
                .extracting(ComparisonEntry::migration, ComparisonEntry::verdict)
                .containsExactly(tuple("1", "REGRESSION"), tuple("2", "GONE"));
        assertThat(BaselineStore.read(file).orElseThrow().cells().get(0).recordedAt())
                .isEqualTo("2026-01-02T00:00:00Z");
    }

    @Test
    void aDatabaseThatThisRunLeftOutIsNotMissed() {
        assertThat(compare(
                                new MeasuredRun().database("sqlite-3-embedded").up("1", 1, 1, 1, 1, 1),
                                new MeasuredRun().up("1", 1, 1, 1, 1, 1))
                        .entries())
                .extracting(ComparisonEntry::database, ComparisonEntry::verdict)
                .containsExactly(tuple("postgresql-17-embedded", "NEW"));
    }

    @Test
    void aBaselineThatCannotBeReadIsNeverReplaced() throws IOException {
        Files.writeString(file, "{\"formatVersion\": \"2.0\", \"cells\": [");

        assertThatThrownBy(() -> Baselines.open(file, "b")).isInstanceOf(ProblemException.class);
        assertThat(file).hasContent("{\"formatVersion\": \"2.0\", \"cells\": [");
    }

    private static List<Double> times(double first) {
        return IntStream.range(0, 5).mapToObj(i -> first + i).toList();
    }

    private void record(MeasuredRun run) {
        Baselines.open(file, "b").write(run.document(), Mask.NONE);
    }

    private Comparison compare(MeasuredRun before, MeasuredRun now) {
        record(before);
        return compared(now);
    }

    private Comparison compared(MeasuredRun now) {
        return Baselines.open(file, "b")
                .compared(now.document(), Thresholds.DEFAULT)
                .comparison();
    }

    private ComparisonEntry only(MeasuredRun before, MeasuredRun now) {
        List<ComparisonEntry> entries = compare(before, now).entries();
        assertThat(entries).hasSize(1);
        return entries.get(0);
    }

    /** The entry of the counter. */
    private ComparisonEntry work(MeasuredRun before, MeasuredRun now) {
        return compare(before, now).entries().stream()
                .filter(entry -> !entry.metric().endsWith(".millis"))
                .findFirst()
                .orElseThrow();
    }
}
