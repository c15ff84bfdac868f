package dev.stairway.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.matrix.Scenario;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SegmentTest {

    private static final Scenario EMPTY = Scenario.of("empty", 20);

    @Test
    void aShortChangelogOrABusyMachineWalksInOnePart() {
        assertThat(Segment.of(59, EMPTY, 8)).containsExactly(Segment.WHOLE);
        assertThat(Segment.of(3000, EMPTY, 1)).containsExactly(Segment.WHOLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"empty", "sample"})
    void twoPartsMeetInTheMiddleAndLeaveNothingOut(String scenario) {
        List<Segment> parts = Segment.of(100, Scenario.of(scenario, 20), 2);

        assertThat(parts).hasSize(2);
        assertThat(parts.get(0).from()).isZero();
        assertThat(parts.get(0).to()).isEqualTo(parts.get(1).from()).isBetween(50, 70);
        assertThat(parts.get(1).to()).isGreaterThanOrEqualTo(100);
        assertThat(parts).extracting(Segment::last).containsExactly(false, true);
    }
}
