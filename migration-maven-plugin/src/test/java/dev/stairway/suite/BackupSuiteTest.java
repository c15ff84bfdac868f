package dev.stairway.suite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.backup.DrillLimits;
import dev.stairway.backup.DrillOptions;
import dev.stairway.database.Profile;
import dev.stairway.database.TestServers;
import dev.stairway.database.provider.DatabaseProviders;
import dev.stairway.database.provider.EmbeddedOptions;
import dev.stairway.engine.ChangelogSource;
import dev.stairway.finding.Severity;
import dev.stairway.matrix.Cell.NamedChangelog;
import dev.stairway.matrix.DatabaseRequest;
import dev.stairway.matrix.Scenario;
import dev.stairway.metrics.Backups.Drill;
import dev.stairway.metrics.Backups.Trial;
import dev.stairway.metrics.GateRule;
import dev.stairway.metrics.MetricsDocument.Finding;
import dev.stairway.run.WalkOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Goal backup-test, from a changelog to what its document says. */
class BackupSuiteTest {

    private static final String CHANGELOG = """
            --liquibase formatted sql
            --changeset ann:base
            create table city (id int not null primary key, name varchar(50) not null);
            --changeset ann:mayor
            alter table city add column mayor varchar(50);
            """;

    @TempDir
    private Path directory;

    private final List<String> log = new ArrayList<>();

    @Test
    void everyToolOfEveryDatabaseIsTriedBeforeTheLastMigrations() throws Exception {
        Suite.Result result = run(DrillLimits.NONE, "sqlite", "postgresql:18");

        assertThat(result.document().findings()).isEmpty();
        assertThat(result.document().gate().failed()).isFalse();
        assertThat(result.document().backups().drills())
                .extracting(Drill::database)
                .containsExactly(
                        "sqlite-" + result.document().databases().get(0).version() + "-embedded",
                        "postgresql-18-embedded");
        assertThat(trials(result, 0)).extracting(Trial::tool).containsExactly("backup-api", "vacuum-into", "file-copy");
        assertThat(trials(result, 1)).extracting(Trial::tool).startsWith("point-in-time", "catalog-copy");
        assertThat(result.document().backups().drills())
                .flatExtracting(Drill::trials)
                .allSatisfy(trial -> {
                    assertThat(trial.outcome()).isEqualTo("RESTORED");
                    assertThat(trial.migration()).isEqualTo("changelog.sql::mayor::ann");
                    assertThat(trial.bytes()).isPositive();
                    assertThat(trial.restoreMillis()).isPositive();
                });
        assertThat(directory.resolve("out/backups"))
                .as("no backup is left behind")
                .doesNotExist();
    }

    @Test
    void theLogAndTheLastLinesSayWhatWasTried() throws Exception {
        Ending ending = Ending.of(run(DrillLimits.NONE, "sqlite"));

        assertThat(log).contains("Trying backups of changelog on sqlite, sample");
        assertThat(log).anyMatch(line -> line.matches("  changelog on sqlite, sample: 3 backups tried in [0-9.]+ s"));
        assertThat(ending.table())
                .hasSize(3)
                .first()
                .asString()
                .matches("  sqlite-[0-9.]+-embedded backup-api: 1 of 1 backups bring all back, up to 0.0 MB,"
                        + " restored in up to \\d+ ms");
        assertThat(ending.summary())
                .startsWith("Migrations: 2, 3 of 3 backups bring all back, 0 errors, 0 warnings in ");
    }

    @Test
    void aServerThatKeepsNoLogIsSaidNotToGoBackInTime() throws Exception {
        Suite.Result result = run(
                DatabaseProviders.of((product, version) -> TestServers.postgres(18)),
                DrillLimits.NONE,
                "postgresql:18");

        Drill drill = result.document().backups().drills().get(0);
        assertThat(drill.notTried()).contains("point-in-time was not tried: the server was not started for it");
        assertThat(drill.trials()).isNotEmpty().extracting(Trial::tool).doesNotContain("point-in-time");
        assertThat(Ending.of(result).table())
                .contains("  postgresql-18-embedded: point-in-time was not tried: the server was not started for it");
    }

    @Test
    void aSlowRestoreFailsTheBuild() throws Exception {
        Suite.Result result = run(new DrillLimits(Map.of(DrillLimits.EVERY, 0L)), "sqlite");

        assertThat(result.document().gate().failed()).isTrue();
        assertThat(result.document().findings())
                .hasSize(3)
                .extracting(Finding::rule)
                .containsOnly("restore-too-slow");
        assertThat(result.document().backups().drills().get(0).restoreLimitMillis())
                .isZero();
    }

    private static List<Trial> trials(Suite.Result result, int drill) {
        return result.document().backups().drills().get(drill).trials();
    }

    private Suite.Result run(DrillLimits limits, String... databases) throws Exception {
        EmbeddedOptions archiving = EmbeddedOptions.defaults().withProfile(Profile.ARCHIVING);
        return run(DatabaseProviders.of(TestServers.provider(archiving)), limits, databases);
    }

    private Suite.Result run(DatabaseProviders providers, DrillLimits limits, String... databases) throws Exception {
        Files.writeString(directory.resolve("changelog.sql"), CHANGELOG);
        ChangelogSource source = new ChangelogSource(
                "changelog.sql", List.of(directory), getClass().getClassLoader(), Map.of(), "", "");
        SuiteOptions options = new SuiteOptions(
                        "backup-test",
                        List.of(new NamedChangelog("changelog", "liquibase", source)),
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
                .drilling(new DrillOptions(1, List.of(), List.of(), 1, limits, directory.resolve("out/backups")));
        return new Suite(options, Engines.all(), providers, new ProgressLines(log::add), Clock.systemUTC()).run();
    }
}
