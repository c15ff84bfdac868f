package dev.stairway.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stairway.backup.DrillLimits;
import dev.stairway.backup.DrillOptions;
import dev.stairway.baseline.Thresholds;
import dev.stairway.baseline.Thresholds.FailOn;
import dev.stairway.compare.cross.CrossOptions;
import dev.stairway.database.DatabaseServer;
import dev.stairway.database.Profile;
import dev.stairway.database.TestServers;
import dev.stairway.database.provider.DatabaseProviders;
import dev.stairway.database.provider.EmbeddedOptions;
import dev.stairway.engine.ChangelogSource;
import dev.stairway.finding.Severity;
import dev.stairway.matrix.Cell.NamedChangelog;
import dev.stairway.matrix.DatabaseRequest;
import dev.stairway.matrix.Scenario;
import dev.stairway.metrics.GateRule;
import dev.stairway.metrics.MetricsDocument;
import dev.stairway.metrics.MetricsDocument.Finding;
import dev.stairway.perf.PerfLimits;
import dev.stairway.perf.PerfOptions;
import dev.stairway.problem.ProblemException;
import dev.stairway.run.WalkOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All parts of goal verify over the same servers, and some of them. */
class VerifySuiteTest {

    /** The unique index comes back as one that is not; the column is dropped with its values; one migration has no way back. */
    private static final String FIRST = """
            --liquibase formatted sql
            --changeset ann:base
            create table customer (id int primary key, name varchar(50), fax varchar(20));
            create unique index ux on customer (name);
            --rollback drop table customer;
            """;

    private static final String SECOND = """
            --liquibase formatted sql
            --changeset ann:rename-index
            drop index ux;
            create unique index ux_name on customer (name);
            --rollback drop index ux_name;
            --rollback create index ux on customer (name);
            --changeset ann:drop-fax
            alter table customer drop column fax;
            --rollback alter table customer add fax varchar(20);
            --changeset ann:no-way-back
            create table note (id int primary key);
            """;

    @TempDir
    private Path directory;

    private final List<String> started = new ArrayList<>();
    private final List<String> log = new ArrayList<>();

    @BeforeEach
    void changelog() throws IOException {
        Files.writeString(directory.resolve("1.0.sql"), FIRST);
        Files.writeString(directory.resolve("1.1.sql"), SECOND);
        Files.writeString(directory.resolve("changelog.yaml"), """
                databaseChangeLog:
                - include: {file: 1.0.sql}
                - include: {file: 1.1.sql}
                """);
    }

    @Test
    void allPartsAreInOneDocumentWithOneGate() throws Exception {
        Suite.Result result = run(List.of("all"), "sqlite", "postgresql:18");
        MetricsDocument document = result.document();

        assertThat(document.cells())
                .extracting(MetricsDocument.Cell::scenario)
                .containsExactly("empty", "sample", "large", "empty", "sample", "large");
        assertThat(document.cells()).allMatch(cell -> cell.descent() != null);
        assertThat(document.crossDb().groups()).hasSize(1);
        assertThat(document.performance().cells()).hasSize(4);
        assertThat(document.safety().changelogs()).hasSize(2);
        assertThat(document.backups().drills())
                .hasSize(2)
                .allMatch(drill -> drill.trials().stream()
                        .allMatch(trial -> trial.outcome().equals("RESTORED")))
                .allMatch(
                        drill -> drill.notDrilled().isEmpty() && !drill.trials().isEmpty());
        assertThat(document.databases()).hasSize(2);
        assertThat(rules(document)).contains("rollback-incomplete", "rollback-missing");
        assertThat(document.gate().failed()).isTrue();
        assertThat(Ending.of(result).summary()).startsWith("Migrations: 4 in 6 cells, ");
        assertThat(Ending.of(result).table())
                .anyMatch(line -> line.contains("200 rows"))
                .anyMatch(line -> line.contains("migrations compared"))
                .anyMatch(line -> line.contains("dangerous"));
        assertThat(Files.readString(result.report())).contains("cross-db");
    }

    /** One server for each database, whichever parts use it; the measured ones are servers of their own. */
    @Test
    void partsShareServers() throws Exception {
        run(List.of("test", "rollback", "data-test", "cross-db", "validate", "safety"), "sqlite", "postgresql:18");

        assertThat(started).containsExactlyInAnyOrder("sqlite", "postgresql");
        assertThat(log).filteredOn(line -> line.startsWith("Changelog: ")).hasSize(1);
    }

    @Test
    void dangersAreConfirmedByTheWalkOfTheSameRun() throws Exception {
        MetricsDocument document =
                run(List.of("test", "safety"), "sqlite", "postgresql:18").document();

        assertThat(document.findings())
                .filteredOn(finding -> finding.migration().contains("drop-fax"))
                .extracting(finding -> finding.rule() + " " + finding.observed())
                .contains("drop-column CONFIRMED");
        assertThat(run(List.of("safety"), "sqlite", "postgresql:18").document().findings())
                .filteredOn(finding -> finding.migration().contains("drop-fax"))
                .extracting(finding -> finding.rule() + " " + finding.observed())
                .contains("drop-column UNPROVEN");
    }

    @Test
    void whatOnlyReadsStartsNoServer() throws Exception {
        MetricsDocument document =
                run(List.of("validate", "safety"), "sqlite", "postgresql:18").document();

        assertThat(started).isEmpty();
        assertThat(document.cells()).isEmpty();
        assertThat(rules(document)).contains("rollback-missing");
    }

    @Test
    void theSameIsNotToldByTwoParts() throws Exception {
        MetricsDocument document = run(List.of("test", "validate"), "sqlite").document();

        assertThat(rules(document)).containsOnlyOnce("rollback-missing");
    }

    @Test
    void oneDatabaseIsComparedWithNothingAndThatIsNoError() throws Exception {
        MetricsDocument document = run(List.of("test", "cross-db"), "sqlite").document();

        assertThat(document.crossDb()).isNull();
        assertThat(document.cells()).hasSize(2);
    }

    @Test
    void safetyIsUsualWhereItIsKnownWhatIsReleased() {
        assertThat(VerifyParts.usual(Since.NEVER)).containsExactly("test", "rollback", "cross-db", "validate");
        assertThat(VerifyParts.usual(new Since("origin/main", null, directory))).endsWith("safety");
        assertThat(VerifyParts.usual(new Since(null, "v1.4", directory))).endsWith("safety");
    }

    @Test
    void partsAreNamesInAnyOrder() {
        assertThat(VerifyParts.of(List.of("safety", "test"))).containsExactly("test", "safety");
        assertThat(VerifyParts.of(List.of("all"))).isEqualTo(VerifyParts.ALL);
        assertThatThrownBy(() -> VerifyParts.of(List.of("tests")))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("There is no part 'tests'")
                .hasMessageContaining("-Dmigration.verify.parts");
    }

    private static List<String> rules(MetricsDocument document) {
        return document.findings().stream().map(Finding::rule).toList();
    }

    private Suite.Result run(List<String> words, String... databases) throws InterruptedException {
        List<String> parts = VerifyParts.of(words);
        ChangelogSource source = new ChangelogSource(
                "changelog.yaml", List.of(directory), getClass().getClassLoader(), Map.of(), "", "");
        List<Scenario> scenarios = new ArrayList<>();
        if (parts.contains("test")) {
            scenarios.addAll(List.of(Scenario.of("empty", 0), Scenario.of("sample", 5)));
        }
        if (parts.contains("data-test")) {
            scenarios.add(Scenario.of("large", 500));
        }
        SuiteOptions options = new SuiteOptions(
                        "verify",
                        List.of(new NamedChangelog("changelog", "liquibase", source)),
                        Stream.of(databases).map(DatabaseRequest::parse).toList(),
                        scenarios,
                        new WalkOptions(1, List.of(), List.of(), 0, parts.contains("rollback"), 0),
                        2,
                        directory.resolve("out"),
                        List.of(),
                        new GateRule(Severity.ERROR),
                        "g:a:1",
                        "name",
                        Map.of("cpu", "any", "cores", "2", "os", "any", "java", "17.0.1", "plugin", "1.0.0"))
                .verifying(
                        new VerifyOptions(
                                parts,
                                Scenario.of("sample", 5),
                                List.of(new Scenario("0 rows", 0, 0), new Scenario("200 rows", 200, 0)),
                                Scenario.of("sample", 5),
                                Since.NEVER,
                                List.of(),
                                Map.of()),
                        new PerfOptions(1, 1, 0, 1, List.of(), PerfLimits.NONE, List.of(), PerfOptions.Clients.NONE),
                        new SuiteOptions.Baseline(
                                directory.resolve("perf-baseline.json"),
                                "perf-baseline.json",
                                false,
                                new Thresholds(10, 25, 20, FailOn.WORK)),
                        new CrossOptions(1, List.of(), List.of(), true),
                        new DrillOptions(2, List.of(), List.of(), 1, DrillLimits.NONE, directory.resolve("backups")));
        return new Suite(
                        options,
                        Engines.all(),
                        DatabaseProviders.of(this::server),
                        new ProgressLines(log::add),
                        Clock.systemUTC())
                .besides(
                        DatabaseProviders.of(ShardedShop::server),
                        DatabaseProviders.of(
                                TestServers.provider(EmbeddedOptions.defaults().withProfile(Profile.ARCHIVING))))
                .run();
    }

    private DatabaseServer server(String product, String version) {
        synchronized (started) {
            started.add(product);
        }
        return ShardedShop.server(product, version);
    }
}
