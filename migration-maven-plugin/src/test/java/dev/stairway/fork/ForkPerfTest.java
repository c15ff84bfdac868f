package dev.stairway.fork;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.stairway.baseline.Thresholds;
import dev.stairway.engine.ChangelogSource;
import dev.stairway.matrix.Cell.NamedChangelog;
import dev.stairway.matrix.Scenario;
import dev.stairway.measure.traffic.WorkloadFile;
import dev.stairway.perf.PerfLimits;
import dev.stairway.perf.PerfOptions;
import dev.stairway.run.WalkOptions;
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

/** A run that measures, in a JVM of its own. */
class ForkPerfTest {

    @TempDir
    private Path directory;

    @Test
    void whatIsMeasuredIsInTheDocumentAndTheReport() throws Exception {
        List<String> log = new ArrayList<>();

        Ending ending = run(log, PerfLimits.NONE);

        assertThat(ending.gateFailed()).isFalse();
        assertThat(ending.table())
                .hasSize(2)
                .allSatisfy(line -> assertThat(line).contains("1 migration, up "));
        assertThat(ending.summary())
                .startsWith("Performance: 1 migration in 2 cells, measured 2 times, 0 errors, 0 warnings")
                .contains("not compared (no baseline)")
                .endsWith("index.html");
        assertThat(log).anyMatch(line -> line.startsWith("Measuring 2 cells, pass 1 of "));
        JsonNode performance = new ObjectMapper()
                .readTree(directory.resolve("out/metrics.json").toFile())
                .get("performance");
        assertThat(performance.get("repetitions").asInt()).isEqualTo(2);
        assertThat(performance.get("cells")).hasSize(2);
        assertThat(performance.at("/cells/1/steps/0/up/millis")).hasSize(2);
        assertThat(performance.at("/cells/1/recoveries")).hasSize(1);
        assertThat(directory.resolve("out/report/index.html")).exists();
    }

    @Test
    void aLimitThatIsPassedFailsTheBuild() throws Exception {
        PerfLimits limits = new PerfLimits(Map.of(), Map.of("sqlite", 1L), 10, Map.of(), Map.of(), 0);

        Ending ending = run(new ArrayList<>(), limits);

        assertThat(ending.gateFailed()).isTrue();
        assertThat(ending.failure()).contains("migration-too-slow").contains("the limit is 1 ms");
    }

    private Ending run(List<String> log, PerfLimits limits) throws Exception {
        Files.writeString(directory.resolve("changelog.sql"), """
                --liquibase formatted sql
                --changeset t:1
                create table numbers as with recursive n(i) as (select 1 union all select i + 1 from n where i < 100000)
                select i from n;
                --rollback drop table numbers;
                """);
        ForkRuns runs = new ForkRuns(directory);
        ChangelogSource source = new ChangelogSource("changelog.sql", List.of(directory), null, Map.of(), "", "");
        SuiteOptions walk = runs.options(
                new NamedChangelog("main", "liquibase", source),
                "sqlite",
                List.of(new Scenario("0 rows", 0, 0), new Scenario("20 rows", 20, 0)),
                new WalkOptions(1, List.of(), List.of(), 0, false, 0),
                1);
        PerfOptions perf = new PerfOptions(
                1,
                2,
                0,
                1,
                List.of(),
                limits,
                List.of(),
                new PerfOptions.Clients(50, 1000, 0, List.of(new WorkloadFile("any.sql", "select 1;"))));
        SuiteOptions.Baseline against = new SuiteOptions.Baseline(
                directory.resolve("baseline.json"), "baseline.json", false, Thresholds.DEFAULT);
        return new Fork(ForkRuns.jvm(ForkRuns.classPath(), List.of()), ForkRuns.NOT_ASKED, log::add, line -> {})
                .run(runs.request(walk.measuring(perf, against), RedisOptions.DEFAULT));
    }
}
