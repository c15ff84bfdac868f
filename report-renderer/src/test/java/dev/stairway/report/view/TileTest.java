package dev.stairway.report.view;

import static dev.stairway.report.view.Documents.step;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.report.document.Cell;
import java.util.List;
import java.util.Map;
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
                Map.of());
        return MetricsView.of(Documents.of(List.of("a"), List.of(cell))).tiles().stream()
                .filter(tile -> tile.label().equals("Head to base"))
                .findFirst()
                .orElseThrow();
    }
}
