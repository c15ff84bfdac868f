package dev.stairway.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stairway.baseline.Thresholds;
import dev.stairway.baseline.Thresholds.FailOn;
import dev.stairway.database.TestServers;
import dev.stairway.database.provider.DatabaseProviders;
import dev.stairway.engine.ChangelogSource;
import dev.stairway.finding.Severity;
import dev.stairway.matrix.Cell.NamedChangelog;
import dev.stairway.matrix.DatabaseRequest;
import dev.stairway.matrix.Scenario;
import dev.stairway.metrics.GateRule;
import dev.stairway.metrics.Performance.ComparisonEntry;
import dev.stairway.perf.PerfLimits;
import dev.stairway.perf.PerfOptions;
import dev.stairway.problem.ProblemException;
import dev.stairway.run.WalkOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Goal perf and its baseline, on a real database. */
class PerfBaselineTest {

    private static final Pattern VM_STEPS = Pattern.compile("\"vmSteps\": (\\d{5,})");

    @TempDir
    private Path directory;

    private final List<String> log = new ArrayList<>();
    private Path file;

    @BeforeEach
    void changelog() throws Exception {
        file = directory.resolve(".migration/perf-baseline.json");
        Files.writeString(directory.resolve("changelog.sql"), """
                --liquibase formatted sql
                --changeset t:1
                create table numbers as with recursive n(i) as (select 1 union all select i + 1 from n where i < 20000)
                select i from n;
                --rollback drop table numbers;
                """);
    }

    @Test
    void theSameWorkIsTheSameAndLessOfItInTheBaselineIsARegressionThatFailsTheBuild() throws Exception {
        run(false, FailOn.WORK);
        assertThat(log).anyMatch(line -> line.startsWith("No performance baseline at perf-baseline.json"));
        assertThat(file).doesNotExist();

        run(true, FailOn.NONE);
        assertThat(log).contains("Performance baseline recorded in perf-baseline.json");
        Suite.Result same = run(false, FailOn.WORK);
        assertThat(same.document().performance().comparison().environment()).isEqualTo("same");
        assertThat(same.document().performance().comparison().entries())
                .isNotEmpty()
                .noneMatch(entry -> entry.gated() && !entry.verdict().equals("SAME"));
        assertThat(Ending.of(same).gateFailed()).isFalse();

        halveTheWorkOfTheBaseline();
        Suite.Result grown = run(false, FailOn.WORK);
        assertThat(grown.document().performance().comparison().entries().get(0))
                .satisfies(entry -> assertThat(entry.verdict()).isEqualTo("REGRESSION"))
                .satisfies(entry -> assertThat(entry.gated()).isTrue())
                .extracting(ComparisonEntry::metric)
                .isEqualTo("up.vmSteps");
        assertThat(grown.document().performance().comparison().history()).isNotEmpty();
        assertThat(Ending.of(grown).gateFailed()).isTrue();
        assertThat(Ending.of(grown).failure())
                .contains("against the performance baseline, allowed are 0")
                .containsPattern(
                        "REGRESSION 1 on sqlite\\S*, 0 rows: The vmSteps on the way up was [\\d,]+ and is [\\d,]+");
    }

    @Test
    void aBaselineThatCannotBeReadStopsTheRunBeforeAnythingIsMeasuredAndStays() throws Exception {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "{\"formatVersion\": \"2.0\",\n");

        assertThatThrownBy(() -> run(true, FailOn.NONE))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("The performance baseline is not readable");

        assertThat(log).noneMatch(line -> line.startsWith("Measuring"));
        assertThat(file).hasContent("{\"formatVersion\": \"2.0\",\n");
        assertThat(directory.resolve("out/report/index.html")).exists();
    }

    private void halveTheWorkOfTheBaseline() throws Exception {
        Matcher steps = VM_STEPS.matcher(Files.readString(file));
        Files.writeString(file, steps.replaceFirst(found -> "\"vmSteps\": " + Long.parseLong(found.group(1)) / 2));
    }

    private Suite.Result run(boolean update, FailOn failOn) throws Exception {
        log.clear();
        ChangelogSource source = new ChangelogSource(
                "changelog.sql", List.of(directory), getClass().getClassLoader(), Map.of(), "", "");
        SuiteOptions options = new SuiteOptions(
                        "perf",
                        List.of(new NamedChangelog("changelog", "liquibase", source)),
                        List.of(DatabaseRequest.parse("sqlite")),
                        List.of(new Scenario("0 rows", 0, 0)),
                        new WalkOptions(1, List.of(), List.of(), 0, false, 0),
                        1,
                        directory.resolve("out"),
                        List.of(),
                        new GateRule(Severity.ERROR),
                        "g:a:1",
                        "name",
                        Map.of("cpu", "any", "cores", "2", "os", "any", "java", "17.0.1", "plugin", "1.0.0"))
                .measuring(
                        new PerfOptions(1, 5, 0, 1, List.of(), PerfLimits.NONE, List.of(), PerfOptions.Clients.NONE),
                        new SuiteOptions.Baseline(
                                file, "perf-baseline.json", update, new Thresholds(10, 25, 20, failOn)));
        return new Suite(
                        options,
                        Engines.all(),
                        DatabaseProviders.of(TestServers.provider()),
                        new ProgressLines(log::add),
                        Clock.systemUTC())
                .run();
    }
}
