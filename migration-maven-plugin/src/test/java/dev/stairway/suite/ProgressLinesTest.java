package dev.stairway.suite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.matrix.Cell;
import dev.stairway.matrix.DatabaseRequest;
import dev.stairway.matrix.Scenario;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgressLinesTest {

    private final List<String> lines = new ArrayList<>();

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
