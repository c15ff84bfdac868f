package dev.stairway.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stairway.fault.Fault;
import dev.stairway.problem.ProblemException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What {@code <faults>} lets in. */
class FaultNamesTest {

    @Test
    void allAreTriedUnlessSomeAreNamed() {
        assertThat(FaultNames.of(null)).containsExactly(Fault.values());
        assertThat(FaultNames.of(List.of("all"))).containsExactly(Fault.values());
        assertThat(FaultNames.of(List.of("none"))).isEmpty();
        assertThat(FaultNames.of(List.of("no-room", " Lock-Timeout", "")))
                .containsExactly(Fault.LOCK_TIMEOUT, Fault.NO_ROOM);
    }

    @Test
    void whatNobodyKnowsIsNamedWithWhatThereIs() {
        assertThatThrownBy(() -> FaultNames.of(List.of("deadlock", "earthquake", "all")))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("Unknown fault: earthquake, all")
                .hasMessageContaining("<faults> (-Dmigration.crashTest.faults)")
                .hasMessageContaining("Use all or none alone, or some of request-lost, answer-lost, silent-line");
    }
}
