package dev.stairway.report.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.stairway.report.Golden;
import dev.stairway.report.document.Cell;
import dev.stairway.report.document.Metrics;
import dev.stairway.report.document.MetricsReader;
import dev.stairway.report.document.Step;
import dev.stairway.report.document.Step.ServerWork;
import dev.stairway.report.view.MigrationView.WorkRow;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the server itself says about the work of a migration. */
class WorkViewTest {

    private static final ServerWork FEW = new ServerWork(2L, Map.of("SET", 2L), -300L, 0.5);
    private static final ServerWork MANY = new ServerWork(2_000L, Map.of("SCAN", 1L, "SET", 2_000L), 200L, 12.25);

    @Test
    void ofEveryFigureTheLargestScenarioIsShown() {
        List<WorkView> views = WorkView.all(new Matrix(document(FEW, MANY)));

        assertThat(views).singleElement().satisfies(view -> {
            assertThat(view.columns()).containsExactly("Rows written", "Commands", "Memory", "Longest block");
            assertThat(view.rows().get(0).figures())
                    .containsExactly("2\u202f000", "–", "2\u202f001", "–", "−300 B", "–", "12.3 ms", "–");
        });
    }

    @Test
    void aDatabaseThatTellsNothingHasNoTableOfDashes() {
        MetricsView view = MetricsView.of(document(null, null));

        assertThat(view.work()).isEmpty();
        assertThat(view.migrations().get(0).work()).isEmpty();
        assertThat(view.tiles()).extracting(Tile::label).doesNotContain("Longest block");
    }

    @Test
    void cellsWithTheSameCommandsAreToldOnce() {
        assertThat(MetricsView.of(document(FEW, FEW)).migrations().get(0).work())
                .containsExactly(new WorkRow("everywhere", "up", "2", "−300 B", "0.50 ms", "SET 2"));
        assertThat(MetricsView.of(document(FEW, MANY)).migrations().get(0).work())
                .extracting(WorkRow::where, WorkRow::commands)
                .containsExactly(
                        tuple("PostgreSQL 1 · empty", "SET 2"),
                        tuple("PostgreSQL 1 · sample", "SET 2\u202f000, SCAN 1"));
    }

    @Test
    void theLongestBlockOfAllIsAboveTheFoldWithItsPlace() {
        assertThat(MetricsView.of(document(FEW, MANY)).tiles())
                .filteredOn(tile -> tile.label().equals("Longest block"))
                .containsExactly(new Tile("t-plain", "Longest block", "12.3 ms", "a up", "#mmp-work"));
    }

    @Test
    void redisHasKeysAndCommandsWhereOthersHaveRowsAndSql() {
        MetricsView view = MetricsView.of(MetricsReader.read(Golden.file()));

        assertThat(view.work()).singleElement().satisfies(work -> {
            assertThat(work.database()).isEqualTo("Redis 7.0");
            assertThat(work.columns()).startsWith("Keys written");
        });
        MigrationView redis = view.migrations().get(17);
        assertThat(redis.words().items()).isEqualTo("Keys");
        assertThat(redis.words().statements()).isEqualTo("Commands");
        assertThat(view.migrations().get(0).words().statements()).isEqualTo("SQL");
        assertThat(view.run().cells()).extracting(RunFacts.CellRow::rows).contains("200 keys per pattern", "nothing");
    }

    private static Metrics document(ServerWork empty, ServerWork sample) {
        return Documents.of(List.of("a"), List.of(cell("empty", empty), cell("sample", sample)));
    }

    private static Cell cell(String scenario, ServerWork up) {
        return Documents.cell(
                "postgresql",
                scenario,
                new Step(
                        "a",
                        "REVERSIBLE",
                        "",
                        2.0,
                        1.0,
                        2.0,
                        0.5,
                        10,
                        null,
                        null,
                        null,
                        null,
                        up,
                        null,
                        null,
                        null,
                        null,
                        null));
    }
}
