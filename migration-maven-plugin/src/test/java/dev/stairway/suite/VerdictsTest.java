package dev.stairway.suite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.metrics.MetricsDocument;
import dev.stairway.metrics.MetricsDocument.Cell;
import dev.stairway.metrics.MetricsDocument.ChangelogEntry;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class VerdictsTest {

    @Test
    void cellsOfSeveralChangelogsAreToldApart() {
        assertThat(table("shop", "billing"))
                .satisfiesExactly(
                        line -> assertThat(line).contains("shop on sqlite-3-embedded sample"),
                        line -> assertThat(line).contains("billing on sqlite-3-embedded sample"));
    }

    @Test
    void theOnlyChangelogIsNotNamed() {
        assertThat(table("shop")).singleElement().asString().startsWith("  sqlite-3-embedded sample  PASSED");
    }

    private static List<String> table(String... changelogs) {
        MetricsDocument document = new MetricsDocument(
                "1.0",
                new MetricsDocument.Run("2026-01-02T00:00:00Z", 1, "test", 1, "g:a:1", "a", Map.of()),
                Stream.of(changelogs)
                        .map(id -> new ChangelogEntry(id, "liquibase", "4", "", "c.xml", List.of()))
                        .toList(),
                List.of(),
                Stream.of(changelogs).map(VerdictsTest::cell).toList(),
                List.of(),
                List.of(),
                null,
                null,
                null,
                null,
                null,
                null);
        return new Verdicts(new Suite.Result(document, Path.of("index.html"))).table();
    }

    private static Cell cell(String changelog) {
        return new Cell(
                "c",
                changelog,
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
                List.of(),
                null,
                Map.of(),
                List.of());
    }
}
