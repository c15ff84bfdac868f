package dev.stairway.report.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.stairway.report.Golden;
import dev.stairway.report.document.Finding;
import dev.stairway.report.document.Metrics;
import dev.stairway.report.document.MetricsReader;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CodeQualityTest {

    private final ObjectMapper json = new ObjectMapper();

    @Test
    void everyOpenFindingOfAFileHasAllThatGitLabAsksFor() throws Exception {
        Metrics metrics = MetricsReader.read(Golden.safety());

        JsonNode issues = json.readTree(CodeQuality.json(metrics, file -> "src/" + file));

        assertThat(issues)
                .hasSize((int)
                        metrics.findings().stream().filter(f -> !f.waived()).count())
                .allSatisfy(issue -> {
                    assertThat(issue.get("description").asText()).isNotBlank();
                    assertThat(issue.get("check_name").asText()).isNotBlank();
                    assertThat(issue.at("/location/path").asText()).startsWith("src/db/");
                    assertThat(issue.at("/location/lines/begin").asInt()).isPositive();
                    assertThat(issue.get("severity").asText()).isIn("info", "minor", "major", "critical", "blocker");
                });
        Set<String> names = new HashSet<>();
        issues.forEach(issue -> names.add(issue.get("fingerprint").asText()));
        assertThat(names).hasSize(issues.size());
    }

    @Test
    void whatIsInNoFileOfTheRepositoryIsLeftOut() throws Exception {
        Finding finding = new Finding("odd", "ERROR", "c", "", "", "", "x.sql", 3, "Odd.", List.of(), "", null);
        Metrics metrics = new Metrics("1.0", null, null, null, null, List.of(finding), null);

        assertThat(json.readTree(CodeQuality.json(metrics, file -> ""))).isEmpty();
    }
}
