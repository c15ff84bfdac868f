package dev.stairway.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PositionTest {

    private static final Position BEGIN = new Position("redis/V1__x.down.lua", 1);

    @Test
    void aMessageThatBeginsWithALineOfTheFileNamesThatLine() {
        List<String> message = List.of("redis/V1__x.down.lua:17: WRONGTYPE Operation", "300 keys are done");

        assertThat(BEGIN.within(message)).isEqualTo(new Position("redis/V1__x.down.lua", 17));
    }

    @Test
    void aMessageAboutAnotherFileSaysNothing() {
        assertThat(BEGIN.within(List.of("redis/V1__x.up.lua:17: WRONGTYPE Operation")))
                .isEqualTo(BEGIN);
        assertThat(BEGIN.within(List.of("more/redis/V1__x.down.lua:17: WRONGTYPE Operation")))
                .isEqualTo(BEGIN);
    }

    @Test
    void aMessageThatNamesALineLaterOnSaysNothing() {
        assertThat(BEGIN.within(List.of("It failed", "redis/V1__x.down.lua:17: here")))
                .isEqualTo(BEGIN);
        assertThat(BEGIN.within(List.of())).isEqualTo(BEGIN);
    }

    @Test
    void whatHasNoFileStaysUnknown() {
        assertThat(Position.UNKNOWN.within(List.of(":3: odd"))).isEqualTo(Position.UNKNOWN);
    }
}
