package dev.stairway.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SegmentTest {

    @Test
    void aShortChangelogOrABusyMachineWalksInOnePart() {
        assertThat(Segment.of(59, 8)).containsExactly(Segment.WHOLE);
        assertThat(Segment.of(3000, 1)).containsExactly(Segment.WHOLE);
    }

    @Test
    void twoPartsMeetInTheMiddleAndLeaveNothingOut() {
        List<Segment> parts = Segment.of(100, 2);

        assertThat(parts).hasSize(2);
        assertThat(parts.get(0).from()).isZero();
        assertThat(parts.get(0).to()).isEqualTo(parts.get(1).from()).isBetween(50, 70);
        assertThat(parts.get(1).to()).isGreaterThanOrEqualTo(100);
        assertThat(parts).extracting(Segment::last).containsExactly(false, true);
    }
}
