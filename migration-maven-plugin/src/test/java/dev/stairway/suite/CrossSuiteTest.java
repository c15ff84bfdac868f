package dev.stairway.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stairway.compare.cross.CrossOptions;
import dev.stairway.compare.cross.CrossOptions.Accepted;
import dev.stairway.database.TestServers;
import dev.stairway.database.provider.DatabaseProviders;
import dev.stairway.engine.ChangelogSource;
import dev.stairway.finding.Severity;
import dev.stairway.matrix.Cell.NamedChangelog;
import dev.stairway.matrix.DatabaseRequest;
import dev.stairway.matrix.Scenario;
import dev.stairway.metrics.CrossDb;
import dev.stairway.metrics.GateRule;
import dev.stairway.metrics.MetricsDocument.Finding;
import dev.stairway.problem.ProblemException;
import dev.stairway.run.WalkOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Goal cross-db, from a changelog to what its document says. */
class CrossSuiteTest {

    private static final String BASE = """
            --liquibase formatted sql
            --changeset ann:base
            create table city (id int not null primary key, name varchar(50) not null);
            """;

    private static final String ONLY_POSTGRESQL = """
            --changeset ann:inhabitants dbms:postgresql
            alter table city add column inhabitants int;
            """;

    private static final String ONLY_SQLITE = """
            --changeset ann:inhabitants-sqlite dbms:sqlite
            alter table city add column inhabitants int;
            """;

    private static final String BEYOND_SQLITE = """
            --changeset ann:unique
            alter table city add constraint once unique (name);
            """;

    private static final String AFTER = """
            --changeset ann:after
            create index ix_city_name on city (name);
            """;

    @TempDir
    private Path directory;

    @Test
    void whatOneDatabaseAloneGetsIsAFindingOfTheMigrationThatGaveIt() throws Exception {
        Suite.Result result =
                run(BASE + ONLY_POSTGRESQL + AFTER, List.of(), "sqlite", "postgresql:14", "postgresql:18");

        assertThat(only(result, "schema-differs-between-databases")).satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo("WARNING");
            assertThat(finding.migration()).isEqualTo("changelog.sql::inhabitants::ann");
            assertThat(finding.line()).isEqualTo(4);
            assertThat(finding.database()).isEmpty();
            assertThat(finding.title())
                    .matches("Databases do not have the same schema: city.inhabitants:"
                            + " missing on sqlite [0-9.]+, there on postgresql 14 and 18");
            assertThat(finding.remedy()).contains("<difference>city.inhabitants presence</difference>");
        });
        assertThat(result.document().gate().failed()).isFalse();
        assertThat(result.document().crossDb().groups()).singleElement().satisfies(group -> {
            assertThat(group.lanes()).extracting(CrossDb.Lane::applied).containsExactly(2, 3, 3);
            assertThat(group.compared()).isEqualTo(3);
            assertThat(group.tables()).isEqualTo(1);
        });
    }

    @Test
    void whatTwoMigrationsGiveToOneDatabaseEachIsNone() throws Exception {
        Suite.Result result = run(BASE + ONLY_POSTGRESQL + ONLY_SQLITE + AFTER, List.of(), "sqlite", "postgresql:18");

        assertThat(rules(result)).containsOnly("known-difference");
        assertThat(result.document().crossDb().groups().get(0).passing()).isEqualTo(1);
    }

    @Test
    void rowsThatTwoMigrationsWriteForOneDatabaseEachAreNone() throws Exception {
        String each = """
                --changeset ann:capital dbms:postgresql
                insert into city values (-1, 'Rome');
                --changeset ann:capital-sqlite dbms:sqlite
                insert into city values (-1, 'Rome');
                """;

        assertThat(rules(run(BASE + each + AFTER, List.of(), "sqlite", "postgresql:18")))
                .containsOnly("known-difference");
    }

    @Test
    void rowsThatOneDatabaseAloneGetsAreAnError() throws Exception {
        String one = """
                --changeset ann:capital dbms:postgresql
                insert into city values (-1, 'Rome');
                """;

        Suite.Result result = run(BASE + one + AFTER, List.of(), "sqlite", "postgresql:18");

        assertThat(only(result, "data-differs-between-databases")).satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo("ERROR");
            assertThat(finding.migration()).isEqualTo("changelog.sql::capital::ann");
        });
    }

    @Test
    void whatIsMendedAfterOneDatabaseFellOutIsNoneUnlessThatOneHadAPartInIt() throws Exception {
        String onlyOld = """
                --changeset ann:old dbms:postgresql
                --preconditions onFail:MARK_RAN
                --precondition-sql-check expectedResult:t select current_setting('server_version_num')::int < 180000
                alter table city add column old int;
                --changeset ann:sqlite-alone dbms:sqlite
                alter table city add column alone int;
                """;
        String mended = """
                --changeset ann:new dbms:postgresql
                --preconditions onFail:MARK_RAN
                --precondition-sql-check expectedResult:f select current_setting('server_version_num')::int < 180000
                alter table city add column old int;
                --changeset ann:all dbms:postgresql
                alter table city add column alone int;
                """;

        Suite.Result result =
                run(BASE + onlyOld + BEYOND_SQLITE + mended, List.of(), "sqlite", "postgresql:14", "postgresql:18");

        assertThat(only(result, "schema-differs-between-databases").title()).contains("city.alone");
    }

    @Test
    void whatIsAcceptedFailsNoBuildAndWhatIsNotThereIsTold() throws Exception {
        List<Accepted> accepted = List.of(
                new Accepted("city.inh*", "only the server counts people"), new Accepted("city.mayor", "long gone"));

        Suite.Result result = run(BASE + ONLY_POSTGRESQL, accepted, "sqlite", "postgresql:18");

        assertThat(rules(result)).containsOnly("known-difference", "accepted-difference-unused");
        assertThat(only(result, "accepted-difference-unused").title()).contains("city.mayor");
        assertThat(result.document().findings())
                .extracting(Finding::title)
                .contains("One difference accepted: only the server counts people");
    }

    @Test
    void whatIsAcceptedOfAColumnIsNotWhatElseDiffersInIt() throws Exception {
        String types = """
                --changeset ann:text dbms:postgresql
                alter table city add column note varchar(9) default 'a';
                --changeset ann:text-sqlite dbms:sqlite
                alter table city add column note text default 'b' not null;
                """;

        Suite.Result result = run(
                BASE + types,
                List.of(new Accepted("city.note default", "the server writes another one")),
                "sqlite",
                "postgresql:18");

        assertThat(result.document().findings())
                .filteredOn(finding -> finding.rule().equals("schema-differs-between-databases"))
                .extracting(Finding::title)
                .hasSize(2)
                .noneMatch(title -> title.contains("default"));
        assertThat(rules(result)).doesNotContain("accepted-difference-unused");
    }

    @Test
    void aMigrationThatFailsIsAcceptedByNoPattern() throws Exception {
        Suite.Result result =
                run(BASE + BEYOND_SQLITE, List.of(new Accepted("*", "everything")), "sqlite", "postgresql:18");

        assertThat(only(result, "migrates-on-one-only").severity()).isEqualTo("ERROR");
        assertThat(result.document().gate().failed()).isTrue();
    }

    @Test
    void whatOneDatabaseCannotApplyFailsTheBuild() throws Exception {
        Suite.Result result = run(BASE + BEYOND_SQLITE + AFTER, List.of(), "sqlite", "postgresql:14", "postgresql:18");

        assertThat(only(result, "migrates-on-one-only")).satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo("ERROR");
            assertThat(finding.migration()).isEqualTo("changelog.sql::unique::ann");
            assertThat(finding.title())
                    .startsWith("Not every database can apply it: is applied on postgresql 14 and 18, fails: ");
        });
        assertThat(result.document().gate().failed()).isTrue();
        CrossDb.Group group = result.document().crossDb().groups().get(0);
        assertThat(group.lanes()).extracting(CrossDb.Lane::applied).containsExactly(1, 3, 3);
        assertThat(group.lanes().get(0).failedAt()).isEqualTo("changelog.sql::unique::ann");
    }

    @Test
    void versionsOfOneProductThatAgreeAreOneQuietLine() throws Exception {
        Suite.Result result = run(BASE + BEYOND_SQLITE + AFTER, List.of(), "postgresql:14", "postgresql:18");

        assertThat(result.document().findings()).isEmpty();
        assertThat(Ending.of(result).table())
                .containsExactly(
                        "  postgresql-14-embedded, postgresql-18-embedded: 3 of 3 migrations compared, 1 table,"
                                + " 0 probes; 0 differences, 0 that no migration takes away");
    }

    @Test
    void whatCannotBeReadFailsTheBuildWithItsNameAfterEverythingElseIsCompared() throws Exception {
        String zero = """
                --liquibase formatted sql
                --changeset ann:base
                create table ratio (id int not null primary key, a int not null check (a > 3),
                    share int generated always as (12 / (a - 3)) virtual);
                --changeset ann:alone dbms:postgresql
                alter table ratio add column alone int;
                --changeset ann:zero dbms:postgresql
                alter table ratio drop constraint ratio_a_check;
                update ratio set a = 3;
                """;
        Files.writeString(directory.resolve("zero.sql"), zero);
        Files.writeString(directory.resolve("changelog.sql"), BASE + ONLY_POSTGRESQL);

        assertThatThrownBy(() -> run(List.of(named("zero"), named("changelog")), List.of(), "sqlite", "postgresql:18"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("zero.sql::zero::ann")
                .hasMessageContaining("the rows of ratio of postgresql 18")
                .hasMessageContaining("division by zero");

        assertThat(Files.readString(directory.resolve("out/metrics.json")))
                .contains("ratio.alone: missing on sqlite", "city.inhabitants: missing on sqlite");
    }

    @Test
    void oneDatabaseAloneCannotBeCompared() {
        assertThatThrownBy(() -> run(BASE, List.of(), "sqlite"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("needs at least two databases");
    }

    private static Finding only(Suite.Result result, String rule) {
        List<Finding> found = result.document().findings().stream()
                .filter(finding -> finding.rule().equals(rule))
                .toList();
        assertThat(found).as(rule).hasSize(1);
        return found.get(0);
    }

    private static List<String> rules(Suite.Result result) {
        return result.document().findings().stream().map(Finding::rule).toList();
    }

    private Suite.Result run(String changelog, List<Accepted> accepted, String... databases) throws Exception {
        Files.writeString(directory.resolve("changelog.sql"), changelog);
        return run(List.of(named("changelog")), accepted, databases);
    }

    private NamedChangelog named(String name) {
        return new NamedChangelog(
                name,
                "liquibase",
                new ChangelogSource(
                        name + ".sql", List.of(directory), getClass().getClassLoader(), Map.of(), "", ""));
    }

    private Suite.Result run(List<NamedChangelog> changelogs, List<Accepted> accepted, String... databases)
            throws Exception {
        SuiteOptions options = new SuiteOptions(
                        "cross-db",
                        changelogs,
                        Stream.of(databases).map(DatabaseRequest::parse).toList(),
                        List.of(Scenario.of("sample", 5)),
                        new WalkOptions(1, List.of(), List.of(), 0, true, 0),
                        2,
                        directory.resolve("out"),
                        List.of(),
                        new GateRule(Severity.ERROR),
                        "g:a:1",
                        "name",
                        Map.of())
                .comparing(new CrossOptions(1, List.of(), accepted, false));
        return new Suite(
                        options,
                        Engines.all(),
                        DatabaseProviders.of((product, version) -> product.equals("sqlite")
                                ? TestServers.sqlite()
                                : TestServers.postgres(Integer.parseInt(version))),
                        new ProgressLines(line -> {}),
                        Clock.systemUTC())
                .run();
    }
}
