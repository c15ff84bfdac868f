package dev.stairway.backup.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.fingerprint.ObjectChange;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers left out are harmless; numbers given out twice are not. */
class SequenceGapTest {

    @ParameterizedTest
    @CsvSource({"20,52,1", "20,21,1", "1,1601,50", "-5,-37,-1"})
    void upTo32NumbersAheadAreAGap(String before, String after, String increment) {
        assertThat(gap("position", before, after, increment)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "position,20,53,1",
        "position,20,19,1",
        "position,-5,-4,-1",
        "position,1,1651,50",
        "position,1,30,50",
        "position,1 (not used yet),33,1",
        "increment,20,21,1"
    })
    void anythingElseIsNone(String attribute, String before, String after, String increment) {
        assertThat(gap(attribute, before, after, increment)).isFalse();
    }

    private static boolean gap(String attribute, String before, String after, String increment) {
        ObjectChange change = new ObjectChange(
                "sequence", "public.s", ObjectChange.What.CHANGED, attribute, before, after, ObjectChange.Level.LOWER);
        return SequenceGap.is(change, Map.of("increment", increment));
    }
}
