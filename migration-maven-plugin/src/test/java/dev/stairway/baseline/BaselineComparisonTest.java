package dev.stairway.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.baseline.PerformanceBaseline.Entry;
import dev.stairway.baseline.PerformanceBaseline.Environment;
import dev.stairway.metrics.MetricsDocument;
import dev.stairway.metrics.MetricsDocument.Cell;
import dev.stairway.metrics.MetricsDocument.ChangelogEntry;
import dev.stairway.metrics.MetricsDocument.ComparisonEntry;
import dev.stairway.metrics.MetricsDocument.MigrationEntry;
import dev.stairway.metrics.MetricsDocument.Step;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BaselineComparisonTest {

    private static final Environment HERE = new Environment("Linux amd64", "17", 2);
    private static final Tolerance TOLERANCE = new Tolerance(1.5, 100);

    @Test
    void slowerByRatioAndByDifferenceIsARegressionWithBothNumbers() {
        ComparisonEntry entry = compare(HERE, before("sum1", 400.0), 900.0);

        assertThat(entry.verdict()).isEqualTo("REGRESSION");
        assertThat(entry.previous()).isEqualTo(400.0);
        assertThat(entry.current()).isEqualTo(900.0);
        assertThat(entry.ratio()).isEqualTo(2.25);
    }

    @Test
    void slowerByRatioAloneIsTheSame() {
        assertThat(compare(HERE, before("sum1", 2.0), 90.0).verdict()).isEqualTo("SAME");
    }

    @Test
    void slowerByDifferenceAloneIsTheSame() {
        assertThat(compare(HERE, before("sum1", 4000.0), 4200.0).verdict()).isEqualTo("SAME");
    }

    @Test
    void muchFasterIsAnImprovement() {
        assertThat(compare(HERE, before("sum1", 900.0), 400.0).verdict()).isEqualTo("IMPROVEMENT");
    }

    @Test
    void anEditedMigrationIsNotARegression() {
        assertThat(compare(HERE, before("other", 1.0), 9000.0).verdict()).isEqualTo("CHANGED");
    }

    @Test
    void anotherMachineIsNotComparable() {
        Environment elsewhere = new Environment("Linux amd64", "17", 64);
        assertThat(compare(elsewhere, before("sum1", 1.0), 9000.0).verdict()).isEqualTo("NOT_COMPARABLE");
    }

    @Test
    void whatTheBaselineDoesNotKnowIsNew() {
        assertThat(compare(HERE, List.of(), 5.0).verdict()).isEqualTo("NEW");
    }

    private static List<Entry> before(String checksum, double upMillis) {
        return List.of(new Entry("shop", "1", checksum, "sqlite-3-embedded", "sample", upMillis, null));
    }

    private static ComparisonEntry compare(Environment recordedOn, List<Entry> entries, double upMillis) {
        PerformanceBaseline baseline = new PerformanceBaseline("1.0", "2026-01-01T00:00:00Z", recordedOn, entries);
        return new BaselineComparison(baseline, HERE, TOLERANCE)
                .compare(document(upMillis), "baseline.json")
                .entries()
                .get(0);
    }

    private static MetricsDocument document(double upMillis) {
        MigrationEntry migration = new MigrationEntry("1", "1", "", "c.xml", 1, "", "sum1", "WRITTEN");
        Step step = new Step(
                "1",
                "REVERSIBLE",
                "",
                upMillis,
                null,
                null,
                0,
                0,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                List.of(),
                null,
                null,
                List.of());
        Cell cell = new Cell(
                "c",
                "shop",
                "sqlite-3-embedded",
                "sample",
                20,
                "PASSED",
                "",
                1,
                1,
                1,
                1,
                1,
                "",
                "",
                List.of(step),
                null,
                Map.of(),
                List.of());
        return new MetricsDocument(
                "1.0",
                new MetricsDocument.Run("2026-01-02T00:00:00Z", 1, "test", 1, "g:a:1", "a", Map.of()),
                List.of(new ChangelogEntry("shop", "liquibase", "4", "", "c.xml", List.of(migration))),
                List.of(),
                List.of(cell),
                List.of(),
                List.of(),
                null,
                null,
                null);
    }
}
