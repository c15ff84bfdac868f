package dev.stairway.report.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.report.Expensive;
import dev.stairway.report.Golden;
import dev.stairway.report.Hostile;
import dev.stairway.report.Large;
import dev.stairway.report.document.Finding;
import dev.stairway.report.document.Metrics;
import dev.stairway.report.document.MetricsReader;
import dev.stairway.report.view.MetricsView;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class SummaryTest {

    @Test
    void theVerdictIsTheFirstLineAndTheRestIsThere() {
        String summary = summary(MetricsReader.read(Golden.file()));

        assertThat(summary).startsWith("## ✕ Shop database: The build fails: 7 errors\n");
        assertThat(summary)
                .contains("| SQLite 3.54.1 · sample | not run: The scenario")
                .contains("- **error** The rollback of 009-create-coupons leaves the table coupons behind.")
                .contains("Worse than in .migration/perf-baseline.json of 2026-11-14 16:02 UTC:")
                .contains("| 008-price-in-cents | PostgreSQL 18, 10\u202f000 rows | up, time"
                        + " | 71.2 ms (67.6 ms to 75.5 ms) | 157 ms (151 ms to 165 ms) | × 2.20 | × 1.50 | p = 0.008 |")
                .contains("### Not checked: 1 cell, 2 migrations, 2 tables")
                .contains("waived: Accepted until the search moves out");
    }

    @Test
    void theMostExpensiveMigrationsStandInATable() {
        String summary = summary(MetricsReader.read(Golden.performance()));

        assertThat(summary)
                .contains(
                        "Worst downtime **271 ms** (006-fulltext-search: writes of public.products, 10\u202f000 rows)")
                .contains(
                        "| Migration | Where | Up | Down | Grows | At 1\u202f000\u202f000 rows | Locks keep out | Clients waited |")
                .contains(
                        "| 004-price-in-cents (gated) | PostgreSQL 18, 10\u202f000 rows | up, rows written | 5\u202f000 |")
                .contains("8 more migrations in the report.")
                .contains("- not measured: Redis 7.0, 10\u202f000 keys per pattern: The keys of pattern")
                .doesNotContain("not run");
    }

    @Test
    void statementsStandInAFenceThatTheyCannotClose() {
        Finding finding = new Finding(
                "odd", "ERROR", "c", "", "", "", "c.xml", 3, "Odd.", List.of(), "Do:\nSELECT '````';\n```", null);

        assertThat(summary(new Metrics("1.0", null, null, null, null, List.of(finding), null)))
                .contains("  - to do: Do:\n\n    ```````sql\n    SELECT '````';\n    ```\n    ```````\n");
    }

    @Test
    void aFindingNamesItsMigrationAndItsPlace() {
        assertThat(summary(MetricsReader.read(Golden.file())))
                .contains("(rollback-incomplete, 009-create-coupons, everywhere, db/changelog/009-create-coupons.xml:");
    }

    @Test
    void aFindingOfNoMigrationNamesThePlaceAlone() {
        Finding finding = new Finding("odd", "WARNING", "c", "", "", "", "c.xml", 3, "Odd.", List.of(), "", null);

        assertThat(summary(new Metrics("1.0", null, null, null, null, List.of(finding), null)))
                .contains("Odd. (odd, everywhere, c.xml:3)");
    }

    @Test
    void hostileTextIsNeitherMarkupNorAMention() {
        String summary = summary(Hostile.document());

        assertThat(summary).doesNotContain("<script", "<img", "://", "@import", "\u2028");
    }

    @Test
    void aLineStaysALineOfItsTable() {
        assertThat(Markdown.text("a|b\nc`d`[e](f)@g")).isEqualTo("a\\|b c\\`d\\`\\[e\\](f)&#64;g");
        assertThat(Markdown.text("plain words, 3.5 ms")).isEqualTo("plain words, 3.5 ms");
    }

    @Test
    void itStaysUnderSixtyKilobytesHoweverMuchThereIsToSay() {
        assertThat(summary(Large.document(2000)).getBytes(StandardCharsets.UTF_8))
                .hasSizeLessThan(60_000);
        assertThat(summary(Expensive.document(2000)).getBytes(StandardCharsets.UTF_8))
                .hasSizeLessThan(60_000);
        assertThat(summary(Hostile.document()).getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(60_001);
    }

    private static String summary(Metrics metrics) {
        return Summary.markdown(metrics, MetricsView.of(metrics));
    }
}
