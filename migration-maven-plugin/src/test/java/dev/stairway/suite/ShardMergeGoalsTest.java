package dev.stairway.suite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.baseline.Thresholds;
import dev.stairway.baseline.Thresholds.FailOn;
import dev.stairway.compare.cross.CrossOptions;
import dev.stairway.compare.cross.CrossOptions.Accepted;
import dev.stairway.database.provider.DatabaseProviders;
import dev.stairway.engine.ChangelogSource;
import dev.stairway.finding.Severity;
import dev.stairway.matrix.Cell.NamedChangelog;
import dev.stairway.matrix.DatabaseRequest;
import dev.stairway.matrix.Scenario;
import dev.stairway.matrix.Shard;
import dev.stairway.metrics.GateRule;
import dev.stairway.metrics.MetricsDocument;
import dev.stairway.metrics.MetricsDocument.Finding;
import dev.stairway.metrics.Performance;
import dev.stairway.perf.PerfLimits;
import dev.stairway.perf.PerfOptions;
import dev.stairway.run.WalkOptions;
import dev.stairway.secret.Mask;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the goals perf and cross-db divide otherwise, because some cells belong together. */
class ShardMergeGoalsTest {

    private static final int SHARDS = 3;
    private static final String CUSTOMER = """
            --liquibase formatted sql
            --changeset ann:base
            create table customer (id int primary key, name varchar(50));
            --rollback drop table customer;
            --changeset ann:index
            create index ix on customer (name);
            --rollback drop index ix;
            """;
    private static final String MUCH_WORK = """
            --changeset ann:fill
            insert into customer with recursive n(i) as (select 1000 union all select i + 1 from n where i < 6000) select i, 'x' from n;
            --rollback delete from customer where id >= 1000;
            """;
    private static final String TOOL = """
            --liquibase formatted sql
            --changeset bob:base
            create table tool (id int primary key, price int);
            --rollback drop table tool;
            --changeset bob:search dbms:sqlite
            create index search on tool (price);
            --rollback drop index search;
            """;

    @TempDir
    private Path directory;

    @BeforeEach
    void changelogs() throws IOException {
        Files.writeString(directory.resolve("customer.sql"), CUSTOMER);
        Files.writeString(directory.resolve("tool.sql"), TOOL);
    }

    @Test
    void allSizesOfAChangelogOnADatabaseAreMeasuredTogetherAndRegressionsFailTheGate() throws Exception {
        Files.writeString(directory.resolve("customer.sql"), CUSTOMER + MUCH_WORK);
        Path baseline = directory.resolve("perf-baseline.json");
        run(measuring(baseline, true), null);
        String recorded = Files.readString(baseline);
        Files.writeString(baseline, recorded.replaceAll("\"vmSteps\": \\d+", "\"vmSteps\": 1"));

        MetricsDocument whole = run(measuring(baseline, false), null);
        MetricsDocument merged = together(measuring(baseline, false));

        assertThat(whole.gate().failed()).isTrue();
        assertThat(merged.gate()).isEqualTo(whole.gate());
        assertThat(merged.databases()).isEqualTo(whole.databases());
        assertThat(merged.performance().cells())
                .extracting(Performance.Cell::id)
                .containsExactlyElementsOf(whole.performance().cells().stream()
                        .map(Performance.Cell::id)
                        .toList());
        // Work does not vary with the machine, nor from run to run.
        assertThat(work(merged)).isNotEmpty().isEqualTo(work(whole));
        assertThat(figures(merged)).isNotEmpty().isEqualTo(figures(whole));
        assertThat(merged.performance().comparison().entries())
                .hasSameSizeAs(whole.performance().comparison().entries());
        assertThat(merged.performance().comparison().entries().get(0).verdict()).isEqualTo("REGRESSION");
    }

    @Test
    void databasesThatAreComparedAreInOneShard() throws Exception {
        UnaryOperator<SuiteOptions> comparing = options -> options.comparing(new CrossOptions(
                1,
                List.of(),
                List.of(new Accepted("tool index (price)*", "known"), new Accepted("never*", "nowhere")),
                false));

        MetricsDocument whole = run(comparing, null);
        MetricsDocument merged = together(comparing);

        assertThat(merged.crossDb().groups()).hasSize(2);
        assertThat(merged.findings()).isEqualTo(whole.findings());
        assertThat(ShardedShop.withoutTimes(directory.resolve("merged/metrics.json")))
                .isEqualTo(ShardedShop.withoutTimes(directory.resolve("whole/metrics.json")));
        // Accepted in one shard, which the other does not know.
        assertThat(merged.findings().stream()
                        .filter(finding -> finding.rule().equals("accepted-difference-unused"))
                        .map(Finding::title))
                .singleElement()
                .asString()
                .contains("never*");
    }

    private static List<String> work(MetricsDocument document) {
        return document.performance().scaling().stream()
                .filter(line -> !line.metric().equals("millis"))
                .map(Object::toString)
                .toList();
    }

    private static List<String> figures(MetricsDocument document) {
        return document.performance().comparison().entries().stream()
                .filter(entry -> !entry.metric().endsWith("illis"))
                .map(Object::toString)
                .sorted()
                .toList();
    }

    private UnaryOperator<SuiteOptions> measuring(Path baseline, boolean update) {
        return options -> options.measuring(
                new PerfOptions(1, 1, 0, 1, List.of(), PerfLimits.NONE, List.of(), PerfOptions.Clients.NONE),
                new SuiteOptions.Baseline(
                        baseline, "perf-baseline.json", update, new Thresholds(10, 25, 20, FailOn.WORK)));
    }

    private MetricsDocument together(UnaryOperator<SuiteOptions> goal) throws InterruptedException {
        for (int shard = 1; shard <= SHARDS; shard++) {
            run(goal, new Shard(shard, SHARDS));
        }
        return new ShardMerge(
                        "g:a:1", "name", directory.resolve("merged"), List.of(directory), Mask.NONE, Clock.systemUTC())
                .merge(directory, "shards/*/metrics.json")
                .document();
    }

    private MetricsDocument run(UnaryOperator<SuiteOptions> goal, Shard shard) throws InterruptedException {
        boolean measures = goal.apply(options(null)).perf() != null;
        SuiteOptions options =
                goal.apply(options(shard)).sharded(shard == null ? null : new ShardOptions(shard, null, "", ""));
        return new Suite(
                        measures ? onSqlite(options) : options,
                        Engines.all(),
                        DatabaseProviders.of(ShardedShop::server),
                        new ProgressLines(line -> {}),
                        Clock.systemUTC())
                .run()
                .document();
    }

    /** In two sizes. */
    private static SuiteOptions onSqlite(SuiteOptions o) {
        return new SuiteOptions(
                        o.goal(),
                        o.changelogs(),
                        List.of(DatabaseRequest.parse("sqlite")),
                        List.of(new Scenario("0 rows", 0, 0), new Scenario("200 rows", 200, 0)),
                        o.walk(),
                        o.threads(),
                        o.outputDirectory(),
                        o.waivers(),
                        o.gate(),
                        o.project(),
                        o.projectName(),
                        o.tool())
                .sharded(o.shard())
                .measuring(o.perf(), o.baseline());
    }

    private SuiteOptions options(Shard shard) {
        return new SuiteOptions(
                "goal",
                Stream.of("customer", "tool").map(this::changelog).toList(),
                Stream.of("sqlite", "postgresql:18").map(DatabaseRequest::parse).toList(),
                List.of(Scenario.of("sample", 5)),
                new WalkOptions(1, List.of(), List.of(), 0, true, 0),
                2,
                directory.resolve(shard == null ? "whole" : "shards/" + shard.index()),
                List.of(),
                new GateRule(Severity.ERROR),
                "g:a:1",
                "name",
                Map.of("cpu", "any", "cores", "2", "os", "any", "java", "17.0.1", "plugin", "1.0.0"));
    }

    private NamedChangelog changelog(String id) {
        return new NamedChangelog(
                id,
                "liquibase",
                new ChangelogSource(id + ".sql", List.of(directory), getClass().getClassLoader(), Map.of(), "", ""));
    }
}
