package dev.stairway.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.database.DatabaseId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class VersionsTest {

    @Test
    void threeMajorsInARowAreARange() {
        assertThat(words("14", "15", "16", "17")).isEqualTo("14 to 17");
    }

    @Test
    void twoMajorsAndThoseWithAGapAreNamed() {
        assertThat(words("14", "15")).isEqualTo("14 and 15");
        assertThat(words("14", "16", "18")).isEqualTo("14, 16 and 18");
        assertThat(words("18")).isEqualTo("18");
    }

    @Test
    void releasesOfALibraryAreNamed() {
        assertThat(words("3.45.1", "3.46.0", "3.47.2")).isEqualTo("3.45.1, 3.46.0 and 3.47.2");
    }

    @Test
    void theSameVersionFromTwoPlacesIsToldApart() {
        assertThat(Versions.words(
                        List.of(new DatabaseId("p", "17", "embedded"), new DatabaseId("p", "17", "container"))))
                .isEqualTo("17 (embedded) and 17 (container)");
    }

    @Test
    void olderVersionsComeFirstWhateverTheirLength() {
        assertThat(Stream.of("3.54.1", "18", "3.9", "9", "3.54", "14").sorted(Versions.OLDEST_FIRST))
                .containsExactly("3.9", "3.54", "3.54.1", "9", "14", "18");
    }

    private static String words(String... versions) {
        return Versions.words(Stream.of(versions)
                .map(version -> new DatabaseId("postgresql", version, "embedded"))
                .toList());
    }
}
