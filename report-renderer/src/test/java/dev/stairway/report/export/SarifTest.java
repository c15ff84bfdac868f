package dev.stairway.report.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.stairway.report.Golden;
import dev.stairway.report.document.Finding;
import dev.stairway.report.document.Metrics;
import dev.stairway.report.document.MetricsReader;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SarifTest {

    private static final UnaryOperator<String> IN_REPOSITORY = file -> file.isEmpty() ? "" : "src/main/" + file;

    private final ObjectMapper json = new ObjectMapper();

    @Test
    void thePublishedSchemaAcceptsIt() throws Exception {
        for (Metrics metrics : List.of(
                MetricsReader.read(Golden.safety()),
                MetricsReader.read(Golden.file()),
                MetricsReader.read(Golden.performance()))) {
            assertThat(schema().validate(log(metrics))).isEmpty();
        }
    }

    @Test
    void theSchemaWouldRefuseWhatIsNone() throws Exception {
        assertThat(schema().validate(json.readTree("{\"version\": \"2.1.0\", \"runs\": [{}]}")))
                .isNotEmpty();
    }

    @Test
    void aResultNamesItsRulePlaceAndWhatToDo() throws Exception {
        JsonNode run = log(MetricsReader.read(Golden.safety())).at("/runs/0");
        JsonNode result = run.at("/results/0");

        assertThat(result.get("ruleId").asText()).isEqualTo("drop-column");
        assertThat(run.at("/tool/driver/rules/" + result.get("ruleIndex").asInt() + "/id")
                        .asText())
                .isEqualTo("drop-column");
        assertThat(result.get("level").asText()).isEqualTo("error");
        assertThat(result.at("/locations/0/physicalLocation/artifactLocation/uri")
                        .asText())
                .isEqualTo("src/main/db/changelog/012-drop-notes.sql");
        assertThat(result.at("/locations/0/physicalLocation/region/startLine").asInt())
                .isEqualTo(4);
        assertThat(result.at("/locations/0/physicalLocation/region/startColumn").asInt())
                .isEqualTo(1);
        assertThat(result.at("/message/text").asText())
                .startsWith("orders.notes is dropped")
                .contains("To do: ");
    }

    @Test
    void aWaivedOneIsSuppressedAndOthersAreNot() throws Exception {
        JsonNode results = log(MetricsReader.read(Golden.safety())).at("/runs/0/results");

        assertThat(results)
                .filteredOn(result -> result.has("suppressions"))
                .singleElement()
                .satisfies(result -> assertThat(
                                result.at("/suppressions/0/justification").asText())
                        .startsWith("copied to archive"));
    }

    @Test
    void aFindingKeepsItsFingerprintWhenLinesMoveAndTwinsHaveTheirOwn() throws Exception {
        JsonNode before = results(finding("a b#?.sql", 3), finding("a b#?.sql", 9));
        JsonNode after = results(finding("a b#?.sql", 30), finding("a b#?.sql", 90));

        assertThat(fingerprint(before, 0)).isEqualTo(fingerprint(after, 0)).isNotEqualTo(fingerprint(before, 1));
        assertThat(fingerprint(before, 1)).isEqualTo(fingerprint(after, 1));
    }

    @Test
    void aPathIsAUriAndAFileOutsideTheRepositoryHasNone() throws Exception {
        JsonNode result = results(finding("a b#?.sql", 3)).get(0);
        assertThat(result.at("/locations/0/physicalLocation/artifactLocation/uri")
                        .asText())
                .isEqualTo("src/main/a%20b%23%3F.sql");

        assertThat(results(finding("", 0)).get(0).has("locations")).isFalse();
    }

    @Test
    void moreThanGitHubShowsAreLeftOut() throws Exception {
        Finding[] many = IntStream.rangeClosed(1, Sarif.MOST + 7)
                .mapToObj(line -> finding("a.sql", line))
                .toArray(Finding[]::new);

        assertThat(results(many)).hasSize(Sarif.MOST);
    }

    private JsonNode results(Finding... findings) throws IOException {
        return log(new Metrics("1.0", null, null, null, null, List.of(findings), null))
                .at("/runs/0/results");
    }

    private static String fingerprint(JsonNode results, int at) {
        return results.get(at).at("/partialFingerprints/stairway~1v1").asText();
    }

    private static Finding finding(String file, int line) {
        return new Finding(
                "odd-rule", "WARNING", "c", "m", "", "", file, line, "Odd.", List.of("seen"), "Mend it", null);
    }

    private JsonNode log(Metrics metrics) throws IOException {
        return json.readTree(Sarif.json(metrics, IN_REPOSITORY));
    }

    private static Schema schema() throws IOException {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                .getSchema(Files.readString(Golden.root().resolve("src/build/schema/sarif-2.1.0.schema.json")));
    }
}
