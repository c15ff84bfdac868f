package dev.stairway.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stairway.problem.ProblemException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitHubActionsTest {

    private static final Path GOLDEN = Path.of("..", "src", "build", "golden", "performance.json");
    private static final String INDEX = "src/main/resources/db/changelog/003-index-orders-customer.sql";

    @TempDir
    private Path directory;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final Map<String, String> environment = new HashMap<>();
    private Path output;
    private Path module;
    private Path steps;

    @BeforeEach
    void aRunInAModuleOfARepository() throws IOException {
        output = Files.createDirectories(directory.resolve("repository/shop/target/migration"));
        module = directory.resolve("repository/shop");
        steps = directory.resolve("steps.md");
        Files.copy(GOLDEN, output.resolve("metrics.json"));
        Files.writeString(output.resolve("summary.md"), "## Ours\n");
        Files.createDirectories(module.resolve(INDEX).getParent());
        Files.writeString(module.resolve(INDEX), "CREATE INDEX");
        environment.put("GITHUB_ACTIONS", "true");
        environment.put("GITHUB_WORKSPACE", directory.resolve("repository").toString());
        environment.put("GITHUB_STEP_SUMMARY", steps.toString());
    }

    @Test
    void anywhereElseNothingIsShown() {
        environment.remove("GITHUB_ACTIONS");

        assertThat(show()).isEmpty();
        assertThat(steps).doesNotExist();
    }

    @Test
    void theSummaryIsAppendedToThatOfTheStep() throws IOException {
        Files.writeString(steps, "## Theirs\n");

        show();

        assertThat(steps).hasContent("## Theirs\n## Ours\n");
    }

    @Test
    void aSummaryThatWouldMakeGitHubDropAllIsLeftOut() throws IOException {
        Files.writeString(steps, "x".repeat(1024 * 1024 - 5));

        show();

        assertThat(steps).content().doesNotContain("Ours");
    }

    @Test
    void aFindingStandsAtItsLineSeenFromTheRepository() {
        assertThat(show().lines())
                .anyMatch(line ->
                        line.startsWith("::warning file=shop/" + INDEX + ",line=3,title=index-blocks-writes::Building"))
                .anyMatch(line -> line.startsWith("::error title=work-grew::It asks more work"));
    }

    @Test
    void aFileOutsideTheRepositoryIsNotNamed() {
        environment.put("GITHUB_WORKSPACE", directory.resolve("elsewhere").toString());

        assertThat(show()).contains("::warning title=index-blocks-writes::").doesNotContain("file=");
    }

    @Test
    void aSummaryThatCannotBeWrittenNamesThePlaceAndTheWayOut() {
        environment.put("GITHUB_STEP_SUMMARY", directory.toString());

        assertThatThrownBy(this::show)
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("The summary of the job cannot be written")
                .hasMessageContaining("-Dmigration.ci=none");
    }

    private String show() {
        PrintStream commands = new PrintStream(printed, true, StandardCharsets.UTF_8);
        new GitHubActions(environment, commands).show(output, List.of(module.resolve("src/main/resources"), module));
        return printed.toString(StandardCharsets.UTF_8);
    }
}
