package dev.stairway.suite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.data.FillProgress;
import dev.stairway.matrix.Cell;
import dev.stairway.matrix.DatabaseRequest;
import dev.stairway.matrix.Scenario;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgressLinesTest {

    private static final long SECOND = 1_000_000_000L;

    private final List<String> lines = new ArrayList<>();
    private long now = 7 * SECOND;

    @Test
    void aLongFillingSaysHowFarItIsEveryFiveSeconds() {
        Cell cell = new Cell(
                "shop", "liquibase", null, DatabaseRequest.parse("postgresql"), Scenario.of("large", 10_000_000));
        ProgressLines progress = new ProgressLines(lines::add, () -> now);
        // 200,000 rows a second, two tables of 10 million.
        for (int seconds = 0; seconds <= 12; seconds++) {
            long rows = 1000 + 200_000L * seconds;
            progress.filling(cell, new FillProgress.Step("public.orders", rows, 10_000_000, rows, 20_000_000));
            now += SECOND;
        }
        assertThat(lines)
                .containsExactly(
                        "  shop on postgresql, large: filling public.orders: 1,001,000 of 10,000,000 rows, about 95 s left",
                        "  shop on postgresql, large: filling public.orders: 2,001,000 of 10,000,000 rows, about 90 s left");
    }

    @Test
    void aShortFillingSaysNothingAndTheNextOneStartsAnew() {
        Cell cell = new Cell("shop", "liquibase", null, DatabaseRequest.parse("sqlite"), Scenario.of("large", 10_000));
        ProgressLines progress = new ProgressLines(lines::add, () -> now);
        for (int filling = 0; filling < 9; filling++) {
            progress.filling(cell, new FillProgress.Step("orders", 4000, 10_000, 4000, 10_000));
            now += 4 * SECOND;
            progress.filling(cell, new FillProgress.Step("orders", 8000, 10_000, 8000, 10_000));
            now += 4 * SECOND;
        }
        assertThat(lines).isEmpty();
    }

    @Test
    void readingALargeTableSaysHowFarItIs() {
        Cell cell =
                new Cell("shop", "liquibase", null, DatabaseRequest.parse("sqlite"), Scenario.of("large", 100_000_000));
        ProgressLines progress = new ProgressLines(lines::add, () -> now);
        progress.reading(cell, "orders", 0, 100_000_000);
        now += 5 * SECOND;
        progress.reading(cell, "orders", 1_000_000, 100_000_000);
        now += 4 * SECOND;
        progress.reading(cell, "orders", 1_800_000, 100_000_000);
        assertThat(lines)
                .containsExactly(
                        "  shop on sqlite, large: reading orders: 1,000,000 of 100,000,000 rows, about 8 min left");
    }

    @Test
    void aPartOfACellThatIsAheadOfItsStartIsCounted() {
        Cell cell = new Cell("shop", "liquibase", null, DatabaseRequest.parse("sqlite"), Scenario.of("empty", 0));
        ProgressLines progress = new ProgressLines(lines::add);
        progress.stepped(cell, 10);
        progress.started(cell);
        progress.stepped(cell, 10);
        assertThat(lines).containsExactly("Walking shop on sqlite, empty");
    }
}
