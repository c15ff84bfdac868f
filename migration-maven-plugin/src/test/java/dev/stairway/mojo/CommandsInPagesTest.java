package dev.stairway.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What the pages on goals and on CI tell people to type exists in the plugin. */
class CommandsInPagesTest {

    private static final Path SITE = Path.of("..", "src", "site");
    private static final Path CI = SITE.resolve("resources/ci");
    private static final Pattern GOAL = Pattern.compile("\\bmigration:([a-z]+(?:-[a-z]+)*)");
    private static final Pattern PROPERTY = Pattern.compile("-D(migration\\.[\\w.-]+?)(?=[=\\s'`]|$)");
    private static final Pattern SECTION = Pattern.compile("(?m)^## ([a-z-]+)$");
    private static final Pattern QUOTED = Pattern.compile("`([^`]+)`");

    private static PluginDescriptor plugin;

    @BeforeAll
    static void descriptor() throws Exception {
        plugin = PluginDescriptor.read();
    }

    @ParameterizedTest
    @ValueSource(strings = {"github-migrations.yml", "github-rollback.yml", "gitlab-ci.yml", "Jenkinsfile"})
    void everyGoalAndParameterOfARecipeExists(String name) throws IOException {
        assertThat(faults(Files.readString(CI.resolve(name)))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"goals.md", "shards.md"})
    void everyGoalAndParameterOfAPageExists(String name) throws IOException {
        assertThat(faults(Files.readString(SITE.resolve("markdown").resolve(name))))
                .isEmpty();
    }

    @Test
    void aGoalOrParameterThatIsNotThereWouldBeNoticed() {
        assertThat(faults("mvn migration:tests")).containsExactly("no goal tests");
        assertThat(faults("mvn migration:test -Dmigration.shards=1"))
                .containsExactly("no parameter migration.shards of [test]");
        assertThat(faults("mvn migration:test -Dmigration.shard=1/2")).isEmpty();
    }

    @Test
    void thePageShowsEveryRecipeAsItIs() throws IOException {
        String page = Files.readString(SITE.resolve("markdown/ci-recipes.md"));
        try (var files = Files.list(CI)) {
            for (Path file : files.toList()) {
                assertThat(page).as(file.toString()).contains("\n" + Files.readString(file) + "```\n");
                assertThat(page).contains("(ci/" + file.getFileName() + ")");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"github-migrations.yml", "github-rollback.yml"})
    void workflowsAreWhatGitHubReads(String name) throws IOException {
        Map<?, ?> workflow = (Map<?, ?>) yaml(name);
        // YAML 1.1 takes the key "on" for a boolean, and so does GitHub's documentation.
        assertThat(workflow.keySet().stream().map(String::valueOf)).contains("name", "true", "permissions", "jobs");
        Map<?, ?> jobs = (Map<?, ?>) workflow.get("jobs");
        jobs.forEach((id, job) -> assertThat(((Map<?, ?>) job).keySet().stream().map(String::valueOf))
                .as(String.valueOf(id))
                .contains("runs-on", "timeout-minutes", "steps"));
        for (Object job : jobs.values()) {
            needs((Map<?, ?>) job)
                    .forEach(need -> assertThat(jobs.containsKey(need))
                            .as(String.valueOf(need))
                            .isTrue());
        }
    }

    @Test
    void goalsOfAMatrixExist() throws IOException {
        List<String> goals = new ArrayList<>();
        collect(yaml("github-migrations.yml"), "goal", goals);
        collect(yaml("gitlab-ci.yml"), "GOAL", goals);
        assertThat(goals).hasSizeGreaterThan(5).allMatch(plugin::hasGoal);
    }

    /** Reports are kept for 30 or 90 days, a pull request is told, an alarm is raised, production is not rolled back by a button. */
    @Test
    void workflowsKeepAndTellWhatHappened() throws IOException {
        String workflow = Files.readString(CI.resolve("github-migrations.yml"));
        List<String> uploads = new ArrayList<>();
        List<String> days = new ArrayList<>();
        collect(yaml("github-migrations.yml"), "uses", uploads);
        collect(yaml("github-migrations.yml"), "retention-days", days);
        assertThat(days)
                .hasSize((int) uploads.stream()
                        .filter(action -> action.startsWith("actions/upload-artifact@"))
                        .count())
                .allMatch(kept -> kept.equals("30") || kept.contains("&& 30 || 90"));
        assertThat(workflow)
                .contains(
                        "pull-requests: write",
                        "gh pr comment",
                        "issues: write",
                        "gh issue create",
                        "if: ${{ failure() &&");
        Map<?, ?> rollback = (Map<?, ?>) yaml("github-rollback.yml");
        List<String> options = new ArrayList<>();
        collect(rollback, "options", options);
        assertThat(options).contains("staging").doesNotContain("production");
    }

    @Test
    void everyStageOfGitLabIsDeclared() throws IOException {
        Map<?, ?> pipeline = (Map<?, ?>) yaml("gitlab-ci.yml");
        List<String> stages = new ArrayList<>();
        collect(pipeline, "stage", stages);
        assertThat(stages).hasSizeGreaterThan(3).allMatch(((List<?>) pipeline.get("stages"))::contains);
    }

    /** Each section of the page of goals names parameters that its goal has. */
    @Test
    void parametersInASectionAreThoseOfItsGoal() throws IOException {
        String page = Files.readString(SITE.resolve("markdown/goals.md"));
        List<String> missing = new ArrayList<>();
        int sections = 0;
        for (String section : page.split("(?m)(?=^## )")) {
            Matcher title = SECTION.matcher(section);
            int from = section.indexOf("- **Parameters**");
            if (title.find() && from >= 0) {
                sections++;
                String goal = title.group(1);
                // Defaults stand in parentheses.
                String line = section.substring(from, section.indexOf("- **Outputs**"))
                        .replaceAll("\\([^)]*\\)", "");
                QUOTED.matcher(line)
                        .results()
                        .map(found -> found.group(1))
                        .filter(word -> !plugin.has(goal, word))
                        .forEach(word -> missing.add(goal + ": " + word));
            }
        }
        assertThat(missing).isEmpty();
        assertThat(sections).isGreaterThanOrEqualTo(10);
    }

    private static List<String> faults(String text) {
        List<String> faults = new ArrayList<>();
        for (String line : text.lines().toList()) {
            List<String> goals =
                    GOAL.matcher(line).results().map(found -> found.group(1)).toList();
            goals.stream().filter(goal -> !plugin.hasGoal(goal)).forEach(goal -> faults.add("no goal " + goal));
            PROPERTY.matcher(line)
                    .results()
                    .map(found -> found.group(1))
                    .filter(property -> !goals.isEmpty())
                    .filter(property -> goals.stream().noneMatch(goal -> plugin.has(goal, property)))
                    .forEach(property -> faults.add("no parameter " + property + " of " + goals));
        }
        return faults;
    }

    private static Object yaml(String name) throws IOException {
        return new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(CI.resolve(name)));
    }

    private static List<?> needs(Map<?, ?> job) {
        Object needs = job.get("needs");
        return needs == null ? List.of() : needs instanceof List<?> several ? several : List.of(needs);
    }

    private static void collect(Object node, String key, List<String> values) {
        if (node instanceof Map<?, ?> map) {
            Object value = map.get(key);
            if (value instanceof List<?> several) {
                several.forEach(one -> values.add(String.valueOf(one)));
            } else if (value != null) {
                values.add(String.valueOf(value));
            }
            map.values().forEach(child -> collect(child, key, values));
        } else if (node instanceof List<?> list) {
            list.forEach(child -> collect(child, key, values));
        }
    }
}
