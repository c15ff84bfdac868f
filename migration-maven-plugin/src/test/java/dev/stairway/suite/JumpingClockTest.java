package dev.stairway.suite;

import static org.assertj.core.api.Assertions.assertThat;

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
import dev.stairway.metrics.MetricsDocument;
import dev.stairway.run.WalkOptions;
import dev.stairway.secret.Mask;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody sets the clock while a run goes on: back or ahead by a day, whenever anybody looks at it. */
class JumpingClockTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private static final String CHANGELOG = """
            --liquibase formatted sql
            --changeset ann:users
            create table users (id int primary key, name varchar(20));
            --rollback drop table users;
            --changeset ann:items
            create table items (id int primary key, owner int references users (id));
            --rollback drop table items;
            --changeset ann:index
            create index items_owner on items (owner);
            --rollback drop index items_owner;
            """;

    @TempDir
    private Path directory;

    @Test
    void noDurationAndNoVerdictKnowsOfIt() throws Exception {
        for (int days : new int[] {-1, 1}) {
            Path out = directory.resolve("out" + days);
            MetricsDocument document = run(out, new Jumping(days));

            assertThat(document.gate().failed()).isFalse();
            assertThat(document.run().startedAt()).startsWith("2026-11-2");
            assertThat(document.run().durationMillis())
                    .isBetween(0L, Duration.ofHours(1).toMillis());
            assertThat(document.cells().get(0).steps())
                    .hasSize(3)
                    .allSatisfy(step -> assertThat(step.upMillis()).isBetween(0.0, 3_600_000.0));
            List<JsonNode> events = events(out);
            assertThat(events.get(0).path("event").asText()).isEqualTo("run-started");
            assertThat(events.get(events.size() - 1).at("/data/result").asText())
                    .isEqualTo("PASSED");
            // What is told once a second is not kept back until the clock has caught up.
            assertThat(events)
                    .filteredOn(event -> event.path("event").asText().equals("rows-written"))
                    .hasSizeGreaterThan(1);
        }
    }

    private static final class Jumping extends Clock {

        private final AtomicInteger looks = new AtomicInteger();
        private final int days;

        Jumping(int days) {
            this.days = days;
        }

        @Override
        public Instant instant() {
            return NOON.plus(Duration.ofDays((long) days * looks.getAndIncrement()));
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    private static List<JsonNode> events(Path out) throws IOException {
        List<JsonNode> events = new ArrayList<>();
        for (String line : Files.readAllLines(out.resolve("events.jsonl"))) {
            events.add(new ObjectMapper().readTree(line));
        }
        return events;
    }

    private MetricsDocument run(Path out, Clock clock) throws Exception {
        Files.writeString(directory.resolve("changelog.sql"), CHANGELOG);
        ChangelogSource source = new ChangelogSource(
                "changelog.sql", List.of(directory), getClass().getClassLoader(), Map.of(), "", "");
        SuiteOptions options = new SuiteOptions(
                "test",
                List.of(new NamedChangelog("changelog", "liquibase", source)),
                List.of(new DatabaseRequest("sqlite", "")),
                List.of(Scenario.of("sample", 20)),
                new WalkOptions(1, List.of(), List.of(), 0, true, 0),
                1,
                out,
                List.of(),
                new GateRule(Severity.ERROR),
                "g:a:1",
                "name",
                Map.of());
        return new Suite(
                        options,
                        Engines.all(),
                        DatabaseProviders.of((product, version) -> TestServers.sqlite()),
                        EventLines.begin(options, Mask.NONE, line -> {}, clock),
                        clock)
                .run()
                .document();
    }
}
