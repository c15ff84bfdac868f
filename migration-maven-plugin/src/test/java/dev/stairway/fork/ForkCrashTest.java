package dev.stairway.fork;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.stairway.crash.CrashOptions;
import dev.stairway.database.Profile;
import dev.stairway.database.TestServers;
import dev.stairway.database.container.ContainerOptions;
import dev.stairway.database.provider.BinaryResolver;
import dev.stairway.engine.ChangelogSource;
import dev.stairway.fault.Fault;
import dev.stairway.fault.FaultOptions;
import dev.stairway.finding.Severity;
import dev.stairway.matrix.Cell.NamedChangelog;
import dev.stairway.matrix.DatabaseRequest;
import dev.stairway.matrix.Scenario;
import dev.stairway.metrics.GateRule;
import dev.stairway.run.WalkOptions;
import dev.stairway.suite.CrashPlan;
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

/** Goal crash-test, from a changelog to what its document says, in a JVM of its own that has runners of its own. */
class ForkCrashTest {

    private static final BinaryResolver JARS = (group, artifact, version) -> TestServers.postgresJar(18);

    @TempDir
    private Path directory;

    @Test
    void whatIsAskedForAndWhatIsFoundGoesOverAndComesBack() throws Exception {
        List<String> log = new ArrayList<>();

        Ending ending = run(log);

        assertThat(ending.gateFailed()).isTrue();
        assertThat(ending.failure())
                .contains("crash-not-resumable")
                .contains("By hand, after such a crash: DROP INDEX public.item_name; then: liquibase update");
        assertThat(ending.table())
                .anyMatch(line -> line.matches(
                        "  postgresql-18-embedded: \\d of 8 kills recovered from by the next run \\(.*\\), seed 1"))
                .contains("  postgresql-18-embedded: two runners at once end where one does");
        assertThat(log).contains("Killing in main on postgresql:18, sample, seed 1");
        JsonNode drill = new ObjectMapper()
                .readTree(directory.resolve("out/metrics.json").toFile())
                .at("/crashes/drills/0");
        assertThat(drill.at("/kills")).hasSize(8);
        assertThat(drill.at("/kills").findValuesAsText("victim")).contains("SERVER", "RUNNER");
        assertThat(drill.at("/kills").findValuesAsText("migration")).allMatch(id -> id.contains("::index::"));
        assertFaults(drill.at("/faults"));
        assertThat(ending.table())
                .contains(
                        "  postgresql-18-embedded: 0 of 1 fault recovered from by the next run",
                        "  postgresql-18-embedded: Not tried, as nobody knows how to put it on postgresql 18 (embedded):"
                                + " writes-refused");
        assertThat(log).contains("Putting faults on main on postgresql:18, sample");
        assertThat(directory.resolve("out/report/index.html"))
                .content()
                .contains("id=\"mmp-crashes\"", "aria-label=\"Faults\"");
        assertThat(directory.resolve("out/summary.md")).content().contains("### Crashes");
        assertThat(directory.resolve("out/events.jsonl")).content().contains("\"killed\"", "\"disturbed\"");
    }

    private static void assertFaults(JsonNode faults) {
        assertThat(faults.at("/notTried").asText()).isEmpty();
        assertThat(faults.at("/trials")).hasSize(1);
        JsonNode trial = faults.at("/trials/0");
        assertThat(trial.at("/fault").asText()).isEqualTo("LONG_TRANSACTION");
        assertThat(trial.at("/told").asText()).contains("canceling statement due to lock timeout");
        assertThat(trial.at("/state").asText()).isEqualTo("BETWEEN");
        assertThat(trial.at("/outcome").asText()).isEqualTo("NOT_RESUMABLE");
        assertThat(trial.at("/blockers")).hasSize(1);
        assertThat(trial.at("/blockers/0").asText())
                .matches("process \\d+ \\(.*\\), idle in transaction, its transaction \\d+\\.\\d s old:"
                        + " LOCK TABLE public\\.item IN ROW EXCLUSIVE MODE");
    }

    private Ending run(List<String> log) throws Exception {
        Files.writeString(directory.resolve("changelog.sql"), """
                --liquibase formatted sql
                --changeset t:item
                create table item (id int not null primary key, name varchar(20) not null);
                --changeset t:index runInTransaction:false
                create index concurrently item_name on item (name);
                alter table item add column note varchar(20);
                """);
        ChangelogSource source = new ChangelogSource("changelog.sql", List.of(directory), null, Map.of(), "", "");
        SuiteOptions options = new SuiteOptions(
                        "crash-test",
                        List.of(new NamedChangelog("main", "liquibase", source)),
                        List.of(DatabaseRequest.parse("postgresql:18")),
                        List.of(Scenario.of("sample", 3)),
                        new WalkOptions(1, List.of(), List.of(), 0, false, 0),
                        1,
                        directory.resolve("out"),
                        List.of(),
                        new GateRule(Severity.ERROR),
                        "g:a:1",
                        "name",
                        Map.of())
                .crashing(new CrashPlan(
                        new CrashOptions(1, List.of(), List.of(), 1, 20, 0, true),
                        new FaultOptions(
                                1,
                                List.of(),
                                List.of(),
                                List.of(Fault.LONG_TRANSACTION, Fault.WRITES_REFUSED),
                                1,
                                FaultOptions.USUAL_LIMIT_MILLIS)));
        ServerOptions servers = new ServerOptions(
                TestServers.cache(),
                directory.resolve("work"),
                RedisOptions.DEFAULT,
                ContainerOptions.DEFAULT,
                Profile.PRODUCTION,
                List.of());
        ForkRequest request = new ForkRequest(options, List.of(), servers, Map.of(), List.of());
        return new Fork(ForkRuns.jvm(ForkRuns.classPath(), List.of()), JARS, log::add, line -> {}).run(request);
    }
}
