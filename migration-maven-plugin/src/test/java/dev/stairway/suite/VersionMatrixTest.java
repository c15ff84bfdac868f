package dev.stairway.suite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.database.TestServers;
import dev.stairway.database.provider.DatabaseProviders;
import dev.stairway.engine.ChangelogSource;
import dev.stairway.finding.Severity;
import dev.stairway.matrix.Cell.NamedChangelog;
import dev.stairway.matrix.DatabaseRequest;
import dev.stairway.matrix.Scenario;
import dev.stairway.metrics.GateRule;
import dev.stairway.metrics.MetricsDocument;
import dev.stairway.metrics.MetricsDocument.Finding;
import dev.stairway.run.WalkOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One changelog on three majors of PostgreSQL, down to the console, the document and the page. */
class VersionMatrixTest {

    private static final String BASE = """
            --liquibase formatted sql
            --changeset ann:base
            create table users (id int primary key, email varchar(50));
            --rollback drop table users;
            """;

    /** https://www.postgresql.org/docs/15/release-15.html: "NULLS NOT DISTINCT". */
    private static final String SINCE_15 = """
            --changeset ann:unique-email
            create unique index ux on users (email) nulls not distinct;
            --rollback drop index ux;
            """;

    private static final String KEPT_AWAY = """
            --changeset ann:unique-email
            --preconditions onFail:MARK_RAN
            --precondition-sql-check expectedResult:t select current_setting('server_version_num')::int >= 150000
            create unique index ux on users (email) nulls not distinct;
            --rollback drop index if exists ux;
            """;

    private static final String EVERYWHERE = """
            --changeset ann:index-email
            create index ix on users (email);
            --rollback drop index ix;
            """;

    @TempDir
    private Path directory;

    @Test
    void whatFailsOnOneMajorAloneIsAFindingOfItsOwn() throws Exception {
        Suite.Result result = run(BASE + SINCE_15 + EVERYWHERE);

        assertThat(between(result)).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo("WARNING");
            assertThat(finding.migration()).contains("unique-email");
            assertThat(finding.database()).isEmpty();
            assertThat(finding.title())
                    .startsWith(
                            "Not the same on every postgresql: passes on 16 and 18, fails on 14: ERROR: syntax error");
            assertThat(finding.evidence()).hasSize(2);
        });
        assertThat(result.document().versions()).singleElement().satisfies(group -> {
            assertThat(group.databases())
                    .containsExactly("postgresql-14-embedded", "postgresql-16-embedded", "postgresql-18-embedded");
            assertThat(group.migrations()).isEqualTo(3);
            assertThat(group.differences())
                    .singleElement()
                    .satisfies(difference -> assertThat(difference.outcomes())
                            .extracting(MetricsDocument.VersionOutcome::verdict)
                            .containsExactly("MIGRATION_FAILS", "REVERSIBLE", "REVERSIBLE"));
        });
        assertThat(Ending.of(result).table())
                .contains("  postgresql empty: 3 migrations compared, 1 not the same on all 3 versions");
        assertThat(Files.readString(result.report())).contains("Between versions", "PostgreSQL 14");
    }

    @Test
    void whatThePreconditionKeepsAwayFromAMajorIsNoFinding() throws Exception {
        Suite.Result result = run(BASE + KEPT_AWAY + EVERYWHERE);

        assertThat(between(result)).isEmpty();
        assertThat(result.document().gate().failed()).isFalse();
        assertThat(result.document().versions().get(0).differences())
                .singleElement()
                .satisfies(difference -> assertThat(difference.leftOutOnly()).isTrue());
    }

    @Test
    void whatPassesEverywhereIsOneQuietLine() throws Exception {
        Suite.Result result = run(BASE + EVERYWHERE);

        assertThat(result.document().findings()).isEmpty();
        assertThat(Ending.of(result).table())
                .contains("  postgresql empty: 2 migrations compared, the same on all 3 versions");
    }

    private static List<Finding> between(Suite.Result result) {
        return result.document().findings().stream()
                .filter(finding -> finding.rule().equals("differs-between-versions"))
                .toList();
    }

    private Suite.Result run(String changelog) throws IOException, InterruptedException {
        Files.writeString(directory.resolve("changelog.sql"), changelog);
        ChangelogSource source = new ChangelogSource(
                "changelog.sql", List.of(directory), getClass().getClassLoader(), Map.of(), "", "");
        SuiteOptions options = new SuiteOptions(
                "test",
                List.of(new NamedChangelog("changelog", "liquibase", source)),
                List.of("18", "14", "16").stream()
                        .map(major -> new DatabaseRequest("postgresql", major))
                        .toList(),
                List.of(Scenario.of("empty", 0)),
                new WalkOptions(1, List.of(), List.of(), 0, true, 0),
                2,
                directory.resolve("out"),
                List.of(),
                new GateRule(Severity.ERROR),
                "g:a:1",
                "name",
                Map.of());
        return new Suite(
                        options,
                        Engines.all(),
                        DatabaseProviders.of((product, version) -> TestServers.postgres(Integer.parseInt(version))),
                        new ProgressLines(line -> {}),
                        Clock.systemUTC())
                .run();
    }
}
