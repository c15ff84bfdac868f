package dev.stairway.report.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stairway.report.Golden;
import dev.stairway.report.document.Metrics;
import dev.stairway.report.document.MetricsReader;
import dev.stairway.report.document.Performance;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class OpenMetricsTest {

    private static final String NAME = "[a-zA-Z_:][a-zA-Z0-9_:]*";
    private static final String ESCAPED = "(?:[^\\n\"\\\\]|\\\\[\\\\\"n])*";
    private static final String NUMBER = "[+-]?(?:\\d+(?:\\.\\d*)?|\\.\\d+)(?:[eE][+-]?\\d+)?";
    private static final Pattern DESCRIPTOR = Pattern.compile("# (TYPE|UNIT|HELP) (" + NAME + ") (.*)");
    private static final String LABEL = "[a-zA-Z_][a-zA-Z0-9_]*=\"" + ESCAPED + "\"";
    private static final Pattern SAMPLE =
            Pattern.compile("(" + NAME + ")(\\{" + LABEL + "(?:," + LABEL + ")*\\})? (" + NUMBER + ")");

    @Test
    void theGoldenDocumentFollowsTheGrammar() {
        String text = OpenMetrics.text(MetricsReader.read(Golden.file()));

        valid(text);
        assertThat(text)
                .contains(
                        "# TYPE stairway_migration_duration_seconds gauge\n# UNIT stairway_migration_duration_seconds seconds\n")
                .contains("# TYPE stairway_migration_wal_bytes gauge\n# UNIT stairway_migration_wal_bytes bytes\n")
                .contains("stairway_comparison_figures{verdict=\"REGRESSION\",gated=\"true\"} 1\n")
                .contains("stairway_gate_failed 1\n")
                .endsWith("# EOF\n");
    }

    @Test
    void aTimeIsInSecondsAndTheMedianOfItsRepetitions() {
        String text = OpenMetrics.text(measured("1", Map.of("walBytes", List.of(4096L, 8192L, 4096L))));

        valid(text);
        assertThat(text)
                .contains(
                        "stairway_migration_duration_seconds{changelog=\"shop\",database=\"sqlite-3\",rows=\"1000\",migration=\"1\",direction=\"up\"} 0.0125\n")
                .contains("migration=\"1\",direction=\"up\"} 4096\n");
    }

    @Test
    void whateverAMigrationIsCalledStaysInItsLabel() {
        String text = OpenMetrics.text(measured("a\"} 1\n# EOF\n\\", Map.of("odd-Name", List.of(1L))));

        valid(text);
        assertThat(text).contains("migration=\"a\\\"} 1\\n# EOF\\n\\\\\"").contains("stairway_migration_odd_name{");
    }

    @Test
    void aRunThatMeasuredNothingSaysWhatItFound() {
        String text = OpenMetrics.text(new Metrics("1.0", null, null, null, null, null, null));

        valid(text);
        assertThat(text).contains("stairway_gate_failed 0\n").doesNotContain("migration_");
    }

    @Test
    void theGrammarOfThisTestRefusesWhatIsWrong() {
        List.of(
                        "a 1\n",
                        "# TYPE a gauge\na 1\n# EOF\nb 1\n",
                        "# TYPE a gauge\n# UNIT a seconds\na 1\n# EOF\n",
                        "# TYPE a gauge\na{b=\"c\"d\"} 1\n# EOF\n",
                        "# TYPE a gauge\na 1\na 2\n# EOF\n",
                        "# TYPE a gauge\n# TYPE b gauge\na 1\n# EOF\n",
                        "# TYPE a gauge\na one\n# EOF\n",
                        "b 1\n# EOF\n")
                .forEach(wrong ->
                        assertThatThrownBy(() -> valid(wrong)).as(wrong).isInstanceOf(AssertionError.class));
    }

    private static Metrics measured(String migration, Map<String, List<Long>> counters) {
        Performance.Side side = new Performance.Side(List.of(12.0, 12.5, 14.0), counters, null, null, null);
        return new Metrics(
                "1.0",
                null,
                null,
                null,
                null,
                null,
                null,
                new Performance(
                        3,
                        1,
                        0,
                        List.of(new Performance.Cell(
                                "c",
                                "shop",
                                "sqlite-3",
                                1000,
                                "MEASURED",
                                "",
                                1,
                                List.of(new Performance.Step(migration, 0, null, side, null, "")),
                                null)),
                        null,
                        null,
                        null),
                null,
                null,
                null,
                null,
                null);
    }

    /** Section "ABNF" of OpenMetrics 1.0, and what its text says about order, units and duplicates. */
    private static void valid(String text) {
        assertThat(text).endsWith("# EOF\n");
        List<String> lines = new ArrayList<>(List.of(text.split("\n")));
        assertThat(lines.remove(lines.size() - 1)).isEqualTo("# EOF");
        Set<String> families = new HashSet<>();
        Set<String> samples = new HashSet<>();
        String family = "";
        String type = "";
        for (String line : lines) {
            Matcher descriptor = DESCRIPTOR.matcher(line);
            if (descriptor.matches()) {
                if (descriptor.group(1).equals("TYPE")) {
                    family = descriptor.group(2);
                    type = descriptor.group(3);
                    assertThat(type).isIn("gauge", "info");
                    assertThat(families.add(family))
                            .as("family %s once", family)
                            .isTrue();
                }
                assertThat(descriptor.group(2)).as(line).isEqualTo(family);
                if (descriptor.group(1).equals("UNIT")) {
                    assertThat(family).endsWith("_" + descriptor.group(3));
                }
                if (descriptor.group(1).equals("HELP")) {
                    assertThat(descriptor.group(3)).matches(ESCAPED);
                }
                continue;
            }
            Matcher sample = SAMPLE.matcher(line);
            assertThat(sample.matches()).as("a sample: %s", line).isTrue();
            assertThat(sample.group(1)).isEqualTo(type.equals("info") ? family + "_info" : family);
            assertThat(samples.add(sample.group(1) + sample.group(2)))
                    .as("labels once: %s", line)
                    .isTrue();
        }
    }
}
