package dev.stairway.suite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.metrics.CrossDb;
import dev.stairway.metrics.MetricsDocument;
import dev.stairway.metrics.MetricsDocument.Cell;
import dev.stairway.metrics.MetricsDocument.ChangelogEntry;
import dev.stairway.metrics.MetricsDocument.Finding;
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

    @Test
    void whatRunsSayOfAPredictionHasAWordOfItsOwn() {
        Finding finding = new Finding(
                "drop-column",
                "ERROR",
                "shop",
                "one",
                "",
                "",
                "",
                0,
                "gone",
                List.of("drop column a", "confirmed: test: 1 value lost", "not seen: perf: no lock"),
                "wait",
                null,
                0,
                "CONFIRMED");

        assertThat(verdicts("test", List.of(finding)).worst())
                .contains(
                        "    Seen: drop column a", "    Confirmed: test: 1 value lost", "    Not seen: perf: no lock");
    }

    @Test
    void whatOnlyReadsWalkedNoCells() {
        assertThat(verdicts("validate", List.of(), null, "shop").summary()).startsWith("Migrations: 0 read, 0 errors");
        assertThat(verdicts("test", List.of(), null, "shop").summary()).startsWith("Migrations: 0 in 0 cells, ");
    }

    @Test
    void aChangelogThatNothingIsLikeIsNotCompared() {
        CrossDb keys = compared(List.of(), List.of("redis: it has keys instead of tables"));
        CrossDb tables = compared(List.of(new CrossDb.Lane("sqlite-3-embedded", 2, 0, null, "")), List.of());

        assertThat(verdicts("cross-db", List.of(), keys, "shop", "keys").table())
                .containsExactly("  shop: not compared; redis: it has keys instead of tables");
        assertThat(verdicts("cross-db", List.of(), tables, "shop", "keys").table())
                .singleElement()
                .asString()
                .startsWith("  shop: sqlite-3-embedded: 2 of 2 migrations compared");
    }

    private static CrossDb compared(List<CrossDb.Lane> lanes, List<String> notCompared) {
        int migrations = 2 * lanes.size();
        return new CrossDb(List.of(new CrossDb.Group(
                "shop", "sample", lanes, notCompared, migrations, migrations, 0, 0, 0, 1, List.of())));
    }

    private static List<String> table(String... changelogs) {
        return verdicts("test", Stream.of(changelogs).map(VerdictsTest::cell).toList(), null, changelogs)
                .table();
    }

    private static Verdicts verdicts(String goal, List<Finding> findings) {
        return verdicts(goal, List.of(), null, findings, "shop");
    }

    private static Verdicts verdicts(String goal, List<Cell> cells, CrossDb compared, String... changelogs) {
        return verdicts(goal, cells, compared, List.of(), changelogs);
    }

    private static Verdicts verdicts(
            String goal, List<Cell> cells, CrossDb compared, List<Finding> findings, String... changelogs) {
        MetricsDocument document = new MetricsDocument(
                "1.0",
                new MetricsDocument.Run("2026-01-02T00:00:00Z", 1, goal, 1, "g:a:1", "a", Map.of()),
                Stream.of(changelogs)
                        .map(id -> new ChangelogEntry(id, "liquibase", "4", "", "c.xml", List.of()))
                        .toList(),
                List.of(),
                cells,
                List.of(),
                findings,
                null,
                null,
                compared,
                null,
                null,
                null);
        return new Verdicts(new Suite.Result(document, Path.of("index.html")));
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
