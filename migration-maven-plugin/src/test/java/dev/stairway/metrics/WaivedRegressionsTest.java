package dev.stairway.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.stairway.metrics.FindingSheet.Waiver;
import dev.stairway.metrics.Performance.ComparisonEntry;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WaivedRegressionsTest {

    private MetricsDocument document;

    @BeforeEach
    void read() throws Exception {
        document = new ObjectMapper()
                .readValue(
                        Path.of("..", "src", "build", "golden", "metrics.json").toFile(), MetricsDocument.class);
    }

    @Test
    void aWaivedRegressionStaysWithItsReasonAndFailsNothing() {
        List<ComparisonEntry> entries = entries(new Waiver("work-regression", "008-price-in-cents", "known, see #17"));

        assertThat(entries)
                .filteredOn(entry -> entry.verdict().equals("REGRESSION") && work(entry))
                .isNotEmpty()
                .allSatisfy(entry -> {
                    assertThat(entry.gated()).isFalse();
                    assertThat(entry.why()).endsWith("(waived: known, see #17)");
                });
    }

    @Test
    void aWaiverOfAnotherMigrationOrRuleChangesNothing() {
        List<ComparisonEntry> before = document.performance().comparison().entries();

        assertThat(entries(new Waiver("work-regression", "001-create-customers", "x")))
                .isEqualTo(before);
        assertThat(entries(new Waiver("time-regression", "*", "x")))
                .filteredOn(WaivedRegressionsTest::work)
                .isEqualTo(before.stream().filter(WaivedRegressionsTest::work).toList());
        assertThat(before).anyMatch(ComparisonEntry::gated);
    }

    private List<ComparisonEntry> entries(Waiver waiver) {
        return WaivedRegressions.without(document.performance(), document, List.of(waiver))
                .comparison()
                .entries();
    }

    private static boolean work(ComparisonEntry entry) {
        return !entry.metric().endsWith(".millis");
    }
}
