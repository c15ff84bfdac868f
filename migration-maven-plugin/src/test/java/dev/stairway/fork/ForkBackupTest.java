package dev.stairway.fork;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.stairway.backup.DrillLimits;
import dev.stairway.backup.DrillOptions;
import dev.stairway.database.Profile;
import dev.stairway.database.TestServers;
import dev.stairway.database.container.ContainerOptions;
import dev.stairway.database.provider.BinaryResolver;
import dev.stairway.engine.ChangelogSource;
import dev.stairway.finding.Severity;
import dev.stairway.matrix.Cell.NamedChangelog;
import dev.stairway.matrix.DatabaseRequest;
import dev.stairway.matrix.Scenario;
import dev.stairway.metrics.GateRule;
import dev.stairway.run.WalkOptions;
import dev.stairway.suite.Ending;
import dev.stairway.suite.RedisOptions;
import dev.stairway.suite.ServerOptions;
import dev.stairway.suite.SuiteOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that tries backups, in a JVM of its own. */
class ForkBackupTest {

    private static final BinaryResolver JARS = (group, artifact, version) -> TestServers.postgresJar(18);

    @TempDir
    private Path directory;

    @Test
    void whatIsAskedForAndWhatIsFoundGoesOverAndComesBack() throws Exception {
        List<String> log = new ArrayList<>();

        Ending ending = run(log, new DrillLimits(Map.of("sqlite", 60_000L, "postgresql", 0L)));

        assertThat(ending.gateFailed()).isTrue();
        assertThat(ending.failure()).contains("restore-too-slow").contains("the limit is 0 ms");
        assertThat(ending.table())
                .anyMatch(line ->
                        line.startsWith("  postgresql-18-embedded point-in-time: 1 of 1 backups bring all back"));
        assertThat(log).contains("Trying backups of main on postgresql:18, sample");
        JsonNode drills = new ObjectMapper()
                .readTree(directory.resolve("out/metrics.json").toFile())
                .at("/backups/drills");
        assertThat(drills)
                .hasSize(2)
                .allSatisfy(drill -> assertThat(drill.at("/trials/0/migration").asText())
                        .as("one that the user leaves out comes after it")
                        .contains("::note::"));
        assertThat(drills.at("/0/restoreLimitMillis").asLong()).isEqualTo(60_000);
        assertThat(directory.resolve("out/report/index.html")).content().contains("id=\"mmp-backups\"");
        assertThat(directory.resolve("out/summary.md")).content().contains("### Backups");
        assertThat(directory.resolve("out/events.jsonl")).content().contains("\"backup-tried\"");
    }

    private Ending run(List<String> log, DrillLimits limits) throws Exception {
        Files.writeString(directory.resolve("changelog.sql"), """
                --liquibase formatted sql
                --changeset t:item
                create table item (id int not null primary key, name varchar(20) not null);
                --changeset t:note
                alter table item add column note varchar(20);
                --changeset t:broken
                drop table nothing;
                """);
        ChangelogSource source = new ChangelogSource("changelog.sql", List.of(directory), null, Map.of(), "", "");
        DrillOptions drill = new DrillOptions(
                1,
                List.of(),
                List.of(new DrillOptions.Exclusion("*broken*", "it is")),
                1,
                limits,
                directory.resolve("out/backups"));
        SuiteOptions options = new SuiteOptions(
                        "backup-test",
                        List.of(new NamedChangelog("main", "liquibase", source)),
                        List.of(DatabaseRequest.parse("sqlite"), DatabaseRequest.parse("postgresql:18")),
                        List.of(Scenario.of("sample", 3)),
                        new WalkOptions(1, List.of(), List.of(), 0, false, 0),
                        1,
                        directory.resolve("out"),
                        List.of(),
                        new GateRule(Severity.ERROR),
                        "g:a:1",
                        "name",
                        Map.of())
                .drilling(drill);
        ServerOptions servers = new ServerOptions(
                TestServers.cache(),
                directory.resolve("work"),
                RedisOptions.DEFAULT,
                ContainerOptions.DEFAULT,
                Profile.ARCHIVING,
                List.of());
        ForkRequest request = new ForkRequest(options, List.of(), servers, Map.of(), List.of());
        return new Fork(ForkRuns.jvm(ForkRuns.classPath(), List.of()), JARS, log::add, line -> {}).run(request);
    }
}
