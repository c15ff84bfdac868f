package dev.stairway.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.stairway.database.TestServers;
import dev.stairway.database.provider.DatabaseProviders;
import dev.stairway.engine.ChangelogSource;
import dev.stairway.finding.Severity;
import dev.stairway.matrix.Cell.NamedChangelog;
import dev.stairway.matrix.DatabaseRequest;
import dev.stairway.matrix.Scenario;
import dev.stairway.metrics.GateRule;
import dev.stairway.problem.ProblemException;
import dev.stairway.run.WalkOptions;
import dev.stairway.secret.Mask;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code events.jsonl} says of a run. */
class EventLinesTest {

    private static final String GOOD = """
            --liquibase formatted sql
            --changeset t:1
            CREATE TABLE a (id INTEGER PRIMARY KEY);
            --rollback DROP TABLE a;
            """;

    private static final String BAD = """
            --changeset t:2
            CREATE TABLE b (id INTEGER PRIMARY KEY);
            --rollback SELECT 'correct-horse-7';
            """;

    @TempDir
    private Path directory;

    private final List<String> log = new ArrayList<>();

    @Test
    void every_step_is_told_in_order_with_its_verdict() throws Exception {
        run(GOOD + BAD);

        List<JsonNode> events = events();
        assertThat(events)
                .extracting(event -> event.path("event").asText())
                .containsExactly(
                        "run-started",
                        "changelog-read",
                        "server-started",
                        "cell-started",
                        "step",
                        "step",
                        "cell-finished",
                        "run-ended");
        assertThat(events).allMatch(event -> event.path("format").asText().equals("1.0"));
        assertThat(events)
                .allMatch(event -> event.path("at").asText().matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d.*Z"));
        assertThat(events.get(4).at("/data/verdict").asText()).isEqualTo("REVERSIBLE");
        assertThat(events.get(4).at("/data/migration").asText()).isEqualTo("changelog.sql::1::t");
        assertThat(events.get(4).at("/data/upMillis").asDouble()).isPositive();
        assertThat(events.get(5).at("/data/verdict").asText()).isEqualTo("ROLLBACK_INCOMPLETE");
        assertThat(events.get(5).at("/data/line").asInt()).isEqualTo(5);
        assertThat(events.get(6).at("/data/result").asText()).isEqualTo("FAILED");
        assertThat(events.get(7).at("/data/result").asText()).isEqualTo("FAILED");
        assertThat(events.get(7).at("/data/errors").asInt()).isPositive();
    }

    @Test
    void a_run_that_cannot_start_ends_as_stopped() throws Exception {
        assertThatThrownBy(this::play).isInstanceOf(ProblemException.class);

        List<JsonNode> events = events();
        assertThat(events.get(events.size() - 1).path("event").asText()).isEqualTo("run-ended");
        assertThat(events.get(events.size() - 1).at("/data/result").asText()).isEqualTo("STOPPED");
    }

    @Test
    void a_second_run_begins_the_file_anew() throws Exception {
        run(GOOD);
        int once = events().size();
        run(GOOD);

        assertThat(events()).hasSize(once);
        assertThat(log).anyMatch(line -> line.startsWith("Walking "));
    }

    @Test
    void no_secret_gets_into_it() throws Exception {
        run(GOOD.replace("t:1", "correct-horse-7:1"));

        assertThat(Files.readString(directory.resolve("out/events.jsonl")))
                .contains("changelog.sql::1::***")
                .doesNotContain("correct-horse-7");
    }

    @Test
    void a_file_that_cannot_be_written_ends_no_run_and_is_told_once() throws Exception {
        Files.createDirectories(directory.resolve("out/events.jsonl"));
        SuiteOptions options = options("test");

        SuiteListener listener = Listeners.of(options, Mask.NONE, log::add);
        listener.baselineUpdated("one");
        listener.baselineUpdated("two");

        assertThat(log).hasSize(3).first().asString().startsWith("events.jsonl ends here");
    }

    private List<JsonNode> events() throws Exception {
        List<JsonNode> events = new ArrayList<>();
        for (String line : Files.readAllLines(directory.resolve("out/events.jsonl"))) {
            events.add(new ObjectMapper().readTree(line));
        }
        return events;
    }

    private void run(String changelog) throws Exception {
        Files.writeString(directory.resolve("changelog.sql"), changelog);
        play();
    }

    private void play() throws InterruptedException {
        SuiteOptions options = options("test");
        Mask mask = Mask.of(List.of("correct-horse-7"));
        new Suite(
                        options,
                        Engines.all(),
                        DatabaseProviders.of(TestServers.provider()),
                        Listeners.of(options, mask, log::add),
                        Clock.systemUTC())
                .hiding(mask)
                .run();
    }

    private SuiteOptions options(String goal) {
        ChangelogSource source = new ChangelogSource(
                "changelog.sql", List.of(directory), getClass().getClassLoader(), Map.of(), "", "");
        return new SuiteOptions(
                goal,
                List.of(new NamedChangelog("changelog", "liquibase", source)),
                List.of(DatabaseRequest.parse("sqlite")),
                List.of(Scenario.of("empty", 0)),
                new WalkOptions(1, List.of(), List.of(), 0, false, 0),
                1,
                directory.resolve("out"),
                List.of(),
                new GateRule(Severity.ERROR),
                "g:a:1",
                "name",
                Map.of());
    }
}
