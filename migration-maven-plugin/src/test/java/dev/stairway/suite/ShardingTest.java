package dev.stairway.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stairway.engine.ChangelogSource;
import dev.stairway.finding.Severity;
import dev.stairway.matrix.Cell;
import dev.stairway.matrix.DatabaseRequest;
import dev.stairway.matrix.Scenario;
import dev.stairway.matrix.Shard;
import dev.stairway.metrics.GateRule;
import dev.stairway.metrics.MetricsDocument.ChangelogEntry;
import dev.stairway.metrics.MetricsDocument.MigrationEntry;
import dev.stairway.problem.ProblemException;
import dev.stairway.run.WalkOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShardingTest {

    private static final List<ChangelogEntry> CHANGELOGS = List.of(changelog("small", 2), changelog("big", 20));

    @TempDir
    private Path directory;

    @Test
    void withoutTimingsMigrationsAndRowsDecide() {
        assertThat(taken(1, null)).containsExactly("big on sqlite, sample");
        assertThat(taken(2, null))
                .containsExactly(
                        "small on sqlite, sample", "small on postgresql:17, sample", "big on postgresql:17, empty");
    }

    @Test
    void durationsOfAnEarlierRunDecideWhereTheyAreKnown() throws IOException {
        Path timings = timings("small/sqlite", 90_000, "big/sqlite", 1_000);

        assertThat(taken(1, timings)).containsExactly("small on sqlite, sample");
        assertThat(taken(2, timings)).hasSize(3);
    }

    @Test
    void timingsOfSomethingElseChangeNothing() throws IOException {
        assertThat(taken(1, timings("other/sqlite", 90_000, "another/sqlite", 1)))
                .isEqualTo(taken(1, null));
    }

    @Test
    void timingsThatCannotBeReadAreAnError() throws IOException {
        Path torn = Files.writeString(directory.resolve("torn.json"), "{\"formatVersion\":");

        assertThatThrownBy(() -> taken(1, torn))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("The timings of an earlier run cannot be read")
                .hasMessageContaining("torn.json");
    }

    @Test
    void whatStaysTogetherIsInOneShard() {
        for (int shard = 1; shard <= 3; shard++) {
            List<String> changelogs = mine(new Shard(shard, 3), null, true).stream()
                    .map(Cell::changelogId)
                    .toList();
            assertThat(changelogs).isIn(List.of(), List.of("small", "small"), List.of("big", "big"));
        }
    }

    private List<String> taken(int shard, Path timings) {
        return mine(new Shard(shard, 2), timings, false).stream()
                .map(Cell::toString)
                .toList();
    }

    private List<Cell> mine(Shard shard, Path timings, boolean byChangelog) {
        SuiteOptions options = new SuiteOptions(
                        "test",
                        List.of(),
                        List.of(),
                        List.of(),
                        new WalkOptions(1, List.of(), List.of(), 0, true, 0),
                        1,
                        directory,
                        List.of(),
                        new GateRule(Severity.ERROR),
                        "g:a:1",
                        "name",
                        Map.of())
                .sharded(new ShardOptions(shard, timings, "", ""));
        List<Cell> cells = List.of(
                cell("small", "sqlite", "sample"),
                cell("small", "postgresql:17", "sample"),
                cell("big", "sqlite", "sample"),
                cell("big", "postgresql:17", "empty"));
        return new Sharding(options, new Documents(options, Instant.EPOCH), new ProgressLines(line -> {}))
                .mine(cells, CHANGELOGS, byChangelog ? Cell::changelogId : cell -> cell);
    }

    private Cell cell(String changelog, String database, String scenario) {
        ChangelogSource source =
                new ChangelogSource(changelog, List.of(), getClass().getClassLoader(), Map.of(), "", "");
        return new Cell(changelog, "liquibase", source, DatabaseRequest.parse(database), Scenario.of(scenario, 300));
    }

    private Path timings(String one, long oneMillis, String other, long otherMillis) throws IOException {
        List<String> cells = new ArrayList<>();
        Stream.of(one, other)
                .forEach(place -> cells.add(
                        "{\"changelog\":\"%s\",\"database\":\"sqlite-3-embedded\",\"scenario\":\"sample\",\"durationMillis\":%d}"
                                .formatted(place.split("/")[0], place.equals(one) ? oneMillis : otherMillis)));
        return Files.writeString(
                directory.resolve("timings.json"),
                "{\"formatVersion\":\"1.0\",\"databases\":[{\"id\":\"sqlite-3-embedded\",\"product\":\"sqlite\",\"version\":\"3\","
                        + "\"provider\":\"embedded\"}],\"cells\":[" + String.join(",", cells) + "]}");
    }

    private static ChangelogEntry changelog(String id, int migrations) {
        MigrationEntry migration = new MigrationEntry("1", "1", "", "f", 1, "", "", "WRITTEN");
        return new ChangelogEntry(
                id,
                "liquibase",
                "",
                "",
                id,
                Stream.generate(() -> migration).limit(migrations).toList());
    }
}
