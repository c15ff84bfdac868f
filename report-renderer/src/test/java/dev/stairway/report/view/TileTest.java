package dev.stairway.report.view;

import static dev.stairway.report.view.Documents.cell;
import static dev.stairway.report.view.Documents.step;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.report.document.Cell;
import dev.stairway.report.document.Step;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TileTest {

    @Test
    void aDescentThatStoppedBeforeBaseIsNotSaidToHaveReachedIt() {
        assertThat(headToBase(new Cell.Descent("PASSED", "irreversible", "a", 3, 16.3, 0))
                        .detail())
                .isEqualTo("stopped before base in 1 of 1 cell");
        assertThat(headToBase(new Cell.Descent("PASSED", "", null, 4, 16.3, 0)).detail())
                .isEqualTo("reached everywhere");
    }

    @Test
    void aLossThatWasDeclaredIsToldAndNotCounted() {
        Step.DataLoss declared = new Step.DataLoss("t", "c", 1, true, true);
        Step.DataLoss surprise = new Step.DataLoss("t", "d", 1, true, false);
        Tile intended = losses(lossy("a", declared));
        Tile one = losses(lossy("a", declared), lossy("b", declared, surprise));

        assertThat(intended.value()).isEqualTo("0");
        assertThat(intended.detail()).isEqualTo("1 declared");
        assertThat(intended.css()).isEqualTo("t-ok");
        assertThat(one.value()).isEqualTo("1");
        assertThat(one.detail()).isEqualTo("1 more, declared");
        assertThat(one.css()).isEqualTo("t-loss");
        assertThat(losses(lossy("a", surprise)).detail()).isEqualTo("not declared");
        assertThat(losses(step("a", "REVERSIBLE")).detail()).isEqualTo("none");
    }

    @Test
    void aLossThatIsDeclaredInOneCellAndNotInAnotherCounts() {
        Tile tile = tile(
                "Lose data",
                List.of("a"),
                cell("sqlite", "empty", lossy("a", new Step.DataLoss("t", "c", 1, true, true))),
                cell("sqlite", "sample", lossy("a", new Step.DataLoss("t", "d", 1, true, false))));

        assertThat(tile.value()).isEqualTo("1");
    }

    private static Step lossy(String migration, Step.DataLoss... losses) {
        return step(migration, "REVERSIBLE_WITH_DATA_LOSS", "", List.of(losses));
    }

    private static Tile losses(Step... steps) {
        List<String> migrations = Stream.of(steps).map(Step::migration).toList();
        return tile("Lose data", migrations, cell("sqlite", "empty", steps));
    }

    private static Tile tile(String label, List<String> migrations, Cell... cells) {
        return MetricsView.of(Documents.of(migrations, List.of(cells))).tiles().stream()
                .filter(tile -> tile.label().equals(label))
                .findFirst()
                .orElseThrow();
    }

    private static Tile headToBase(Cell.Descent descent) {
        Cell cell = new Cell(
                "c/sqlite/empty",
                "c",
                "sqlite",
                "empty",
                0,
                "PASSED",
                "",
                1,
                1,
                1,
                1,
                1,
                "",
                "",
                List.of(step("a", "REVERSIBLE")),
                descent,
                Map.of(),
                List.of());
        return tile("Head to base", List.of("a"), cell);
    }
}
