package dev.stairway.report.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.stairway.report.Golden;
import dev.stairway.report.document.MetricsReader;
import dev.stairway.report.document.Performance;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BenchmarkJsonTest {

    /** What the action demands of customSmallerIsBetter: name, unit and a number; range and extra are text. */
    @Test
    void everyEntryOfTheGoldenDocumentIsAsTheActionWantsIt() throws IOException {
        JsonNode entries = read(MetricsReader.read(Golden.file()).performance());

        assertThat(entries).isNotEmpty();
        List<String> names = new ArrayList<>();
        for (JsonNode entry : entries) {
            assertThat(entry.get("name").isTextual()).isTrue();
            assertThat(entry.get("unit").isTextual()).isTrue();
            assertThat(entry.get("value").isNumber()).isTrue();
            assertThat(entry.path("range").isMissingNode() || entry.get("range").isTextual())
                    .isTrue();
            assertThat(entry.get("extra").isTextual()).isTrue();
            names.add(entry.get("name").asText());
        }
        assertThat(new HashSet<>(names)).hasSameSizeAs(names);
    }

    @Test
    void aCellIsSummedUpAndEachMigrationHasItsTime() throws IOException {
        JsonNode entries = read(performance("MEASURED"));

        assertThat(entries.toString())
                .contains(
                        "{\"name\":\"shop: all migrations, up, time (sqlite-3, 1000 rows)\",\"unit\":\"ms\",\"value\":30.0,"
                                + "\"extra\":\"2 migrations, 1000 rows per table\"}")
                .contains("{\"name\":\"shop: all migrations, up, walBytes (sqlite-3, 1000 rows)\",\"unit\":\"bytes\","
                        + "\"value\":300.0,")
                .contains("{\"name\":\"shop: 1, up, time (sqlite-3, 1000 rows)\",\"unit\":\"ms\",\"value\":10.0,"
                        + "\"range\":\"± 1.000\",\"extra\":\"3 repetitions\"}");
    }

    @Test
    void aCellThatBrokeOffHasNoWholeBecauseItWouldLookLikeAGain() throws IOException {
        assertThat(read(performance("NOT_MEASURED")).toString())
                .doesNotContain("all migrations")
                .contains("shop: 1, up, time");
    }

    private static JsonNode read(Performance performance) throws IOException {
        return new ObjectMapper().readTree(BenchmarkJson.json(performance));
    }

    private static Performance performance(String result) {
        return new Performance(
                3,
                1,
                0,
                List.of(new Performance.Cell(
                        "c",
                        "shop",
                        "sqlite-3",
                        1000,
                        result,
                        "",
                        1,
                        List.of(step("1", 10, 100), step("2", 20, 200)),
                        null)),
                null,
                null,
                null);
    }

    private static Performance.Step step(String migration, double millis, long bytes) {
        Performance.Side side = new Performance.Side(
                List.of(millis - 1, millis, millis + 1), Map.of("walBytes", List.of(bytes, bytes)), null, null, null);
        return new Performance.Step(migration, 0, null, side, null, "");
    }
}
