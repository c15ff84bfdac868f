package dev.stairway.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stairway.crash.CrashOptions;
import dev.stairway.matrix.Scenario;
import dev.stairway.problem.ProblemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the goal crash-test lets in, and what it does when nothing is set. */
class CrashSettingsTest {

    @Test
    void oneMigrationAndTwoKillsAreEnoughAndLessIsRefused() {
        assertThat(CrashSettings.atLeast("last", 1, 1)).isEqualTo(1);
        assertThat(CrashSettings.atLeast("killsPerMigration", 2, 2)).isEqualTo(2);
        assertThatThrownBy(() -> CrashSettings.atLeast("last", 0, 1))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("<last> is 0")
                .hasMessageContaining("-Dmigration.crashTest.last")
                .hasMessageContaining("Use 1 or more")
                .hasMessageContaining("-Dmigration.crashTest.skip");
        assertThatThrownBy(() -> CrashSettings.atLeast("killsPerMigration", 1, 2))
                .hasMessageContaining("<killsPerMigration> is 1")
                .hasMessageContaining("Use 2 or more");
    }

    @Test
    void momentsInsideStatementsMayBeNoneOrAThousand() {
        assertThat(CrashSettings.inside(0)).isZero();
        assertThat(CrashSettings.inside(1000)).isEqualTo(1000);
        assertThatThrownBy(() -> CrashSettings.inside(-1)).hasMessageContaining("<killsInside> is -1");
        assertThatThrownBy(() -> CrashSettings.inside(1001))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("<killsInside> is 1001")
                .hasMessageContaining("Use 0 to 1000");
    }

    @Test
    void tablesMayBeEmptyOrFullButNoMore() {
        assertThat(CrashSettings.scenario(0)).isEqualTo(new Scenario("empty", 0, 0));
        assertThat(CrashSettings.scenario(100_000_000)).isEqualTo(new Scenario("sample", 100_000_000, 0));
        assertThatThrownBy(() -> CrashSettings.scenario(-1)).hasMessageContaining("<rows> is -1");
        assertThatThrownBy(() -> CrashSettings.scenario(100_000_001)).hasMessageContaining("<rows> is 100000001");
    }

    @Test
    void defaultsAreLetInAndAreThoseOfThePage() throws Exception {
        PluginDescriptor descriptor = PluginDescriptor.read();
        String page = Files.readString(Path.of("..", "src", "site", "markdown", "crash-test.md"));

        for (String name : List.of("last", "rows", "killsPerMigration", "killsInside", "twoRunners")) {
            String value = descriptor.defaultValue("crash-test", name);
            assertThat(page.lines().filter(line -> line.startsWith("| `" + name + "` |")))
                    .singleElement()
                    .asString()
                    .matches("\\| `" + name + "` \\| `migration\\.crashTest\\." + name + "` \\| `?" + value + "\\b.*");
        }
        assertThat(descriptor.defaultValue("crash-test", "last")).isEqualTo(String.valueOf(CrashOptions.USUAL));
        assertThat(descriptor.defaultValue("crash-test", "killsPerMigration"))
                .isEqualTo(String.valueOf(CrashOptions.USUAL_BOUNDARIES));
        assertThat(descriptor.defaultValue("crash-test", "migrations")).isEmpty();
    }
}
