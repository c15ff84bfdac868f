package dev.stairway.fork;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.stairway.compare.cross.CrossOptions;
import dev.stairway.compare.cross.CrossOptions.Accepted;
import dev.stairway.database.provider.BinaryResolver;
import dev.stairway.engine.ChangelogSource;
import dev.stairway.finding.Severity;
import dev.stairway.matrix.Cell.NamedChangelog;
import dev.stairway.matrix.DatabaseRequest;
import dev.stairway.matrix.Scenario;
import dev.stairway.metrics.GateRule;
import dev.stairway.run.WalkOptions;
import dev.stairway.run.WalkOptions.Exclusion;
import dev.stairway.suite.Ending;
import dev.stairway.suite.RedisOptions;
import dev.stairway.suite.SuiteOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that compares databases, in a JVM of its own. */
class ForkCrossDbTest {

    private static final BinaryResolver DRIVERS = (group, artifact, version) -> Path.of(
                    System.getProperty("stairway.test.serverBinaries", "target/server-binaries"),
                    artifact + "-" + version + ".jar")
            .toAbsolutePath();

    @TempDir
    private Path directory;

    @Test
    void whatIsAskedForAndWhatIsFoundGoesOverAndComesBack() throws Exception {
        List<String> log = new ArrayList<>();

        Ending ending = run(log, List.of());

        assertThat(ending.gateFailed()).isTrue();
        assertThat(ending.failure()).contains("schema-differs-between-databases", "item.note: missing on sqlite");
        assertThat(ending.summary()).startsWith("Migrations: 3 on 2 databases side by side, 0 errors, 1 warnings");
        assertThat(log).anyMatch(line -> line.startsWith("Comparing main on sqlite "));
        JsonNode group = new ObjectMapper()
                .readTree(directory.resolve("out/metrics.json").toFile())
                .at("/crossDb/groups/0");
        assertThat(group.get("lanes")).hasSize(2);
        assertThat(group.at("/lanes/0/leftOut").asInt())
                .as("one of another product, one that the user leaves out")
                .isEqualTo(2);
        assertThat(directory.resolve("out/report/index.html")).content().contains("Databases side by side");
    }

    @Test
    void whatIsAcceptedFailsNoBuild() throws Exception {
        Ending ending = run(new ArrayList<>(), List.of(new Accepted("item.note", "a note for the server")));

        assertThat(ending.gateFailed()).isFalse();
        assertThat(ending.table()).singleElement().asString().contains("0 differences, 1 accepted");
    }

    private Ending run(List<String> log, List<Accepted> accepted) throws Exception {
        Files.writeString(directory.resolve("changelog.sql"), """
                --liquibase formatted sql
                --changeset t:item
                create table item (id int not null primary key, name varchar(20) not null);
                --changeset t:note dbms:h2
                alter table item add column note varchar(20);
                --changeset t:broken
                drop table nothing;
                """);
        ChangelogSource source = new ChangelogSource("changelog.sql", List.of(directory), null, Map.of(), "", "");
        SuiteOptions options = new SuiteOptions(
                        "cross-db",
                        List.of(new NamedChangelog("main", "liquibase", source)),
                        List.of(DatabaseRequest.parse("sqlite"), DatabaseRequest.parse("h2")),
                        List.of(Scenario.of("sample", 3)),
                        new WalkOptions(1, List.of(), List.of(), 0, false, 0),
                        1,
                        directory.resolve("out"),
                        List.of(),
                        new GateRule(Severity.WARNING),
                        "g:a:1",
                        "name",
                        Map.of())
                .comparing(new CrossOptions(1, List.of(new Exclusion("*broken*", "it is")), accepted, false));
        return new Fork(ForkRuns.jvm(ForkRuns.classPath(), List.of()), DRIVERS, log::add, line -> {})
                .run(new ForkRuns(directory).request(options, RedisOptions.DEFAULT));
    }
}
