package dev.stairway.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stairway.matrix.Scenario;
import dev.stairway.matrix.UpgradePath;
import dev.stairway.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UpgradePathParameterTest {

    @TempDir
    private Path base;

    @Test
    void aPathIsCalledByItsReleaseUnlessItHasAName() {
        assertThat(path(Map.of("from", " v1.4 ")).name()).isEqualTo("from-v1.4");
        assertThat(path(Map.of("from", "v1.4", "name", "old")).name()).isEqualTo("old");
    }

    @Test
    void aDumpTellsItsProduct() throws IOException {
        Files.writeString(base.resolve("d.sql"), "--\n-- PostgreSQL database dump\n--\n");

        UpgradePath path = path(Map.of("dump", "d.sql"));

        assertThat(path.product()).isEqualTo("postgresql");
        assertThat(path.name()).isEqualTo("from-d.sql");
    }

    @Test
    void fixturesOfAPathBelongToIt() throws IOException {
        Files.writeString(base.resolve("users.csv"), "id\n1\n");
        FixtureParameter fixture = PomElement.fill(new FixtureParameter(), Map.of("file", "users.csv"));
        UpgradePathParameter parameter = PomElement.fill(
                new UpgradePathParameter(), Map.of("from", "v1", "changelog", "shop", "fixtures", List.of(fixture)));

        assertThat(parameter.fixtures(List.of(base))).singleElement().satisfies(bound -> {
            assertThat(bound.scenarios()).containsExactly("from-v1");
            assertThat(bound.changelog()).isEqualTo("shop");
        });
    }

    @Test
    void aPathThatStartsNowhereIsTold() {
        assertThatThrownBy(() -> path(Map.of("name", "old")))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("The upgrade path old says neither where it starts nor from which dump");
    }

    @Test
    void aDumpThatIsNotThereIsTold() {
        assertThatThrownBy(() -> path(Map.of("dump", "gone.sql")))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("does not exist: gone.sql");
    }

    @Test
    void aNameThatIsTakenIsTold() {
        assertThatThrownBy(() -> path(Map.of("from", "v1", "name", "sample")))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("which is a scenario");
        Scenario path = Scenario.of(UpgradePath.from("p", "v1"), 20);
        assertThatThrownBy(() -> CheckedSettings.eachOnce(List.of(path, path)))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("Two upgrade paths are called p");
    }

    private UpgradePath path(Map<String, Object> elements) {
        return PomElement.fill(new UpgradePathParameter(), elements).path(base);
    }
}
