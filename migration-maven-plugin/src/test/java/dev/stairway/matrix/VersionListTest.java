package dev.stairway.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stairway.problem.ProblemException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VersionListTest {

    @Test
    void versionsTakeThePlaceOfTheDatabaseWithoutOne() {
        assertThat(in("sqlite,postgresql,redis", "14", "18"))
                .containsExactly("sqlite", "postgresql:14", "postgresql:18", "redis");
    }

    @Test
    void versionsComeOnTopWhereTheDatabaseIsNotNamed() {
        assertThat(in("sqlite", "14", "18")).containsExactly("sqlite", "postgresql:14", "postgresql:18");
    }

    @Test
    void aVersionThatIsNamedAmongTheDatabasesIsNotWalkedTwice() {
        assertThat(in("postgresql:16", "16", "17")).containsExactly("postgresql:16", "postgresql:17");
    }

    @Test
    void withoutVersionsTheDatabasesStayAsTheyAre() {
        assertThat(in("sqlite,postgresql")).containsExactly("sqlite", "postgresql");
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "16.4", "0", "-1", "v16", "1000"})
    void whatIsNoMajorVersionIsTold(String word) {
        assertThatThrownBy(() -> VersionList.majors("postgresql", "postgresqlVersions", List.of("15", word)))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("'" + word + "' is no major version of postgresql")
                .hasMessageContaining("-Dmigration.postgresqlVersions");
    }

    @Test
    void aVersionThatIsNamedTwiceIsTold() {
        assertThatThrownBy(() -> VersionList.majors("postgresql", "postgresqlVersions", List.of("16", "17", "16")))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("Version 16 of postgresql is named twice");
    }

    private static List<String> in(String databases, String... versions) {
        List<DatabaseRequest> requests =
                Arrays.stream(databases.split(",")).map(DatabaseRequest::parse).toList();
        return VersionList.majors("postgresql", "postgresqlVersions", List.of(versions)).in(requests).stream()
                .map(DatabaseRequest::toString)
                .toList();
    }
}
