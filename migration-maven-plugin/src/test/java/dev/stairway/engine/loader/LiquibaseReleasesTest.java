package dev.stairway.engine.loader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.stairway.database.DatabaseServer;
import dev.stairway.database.TestServers;
import dev.stairway.engine.Changelog;
import dev.stairway.engine.ChangelogSource;
import dev.stairway.engine.EngineLibrary;
import dev.stairway.engine.Migration;
import dev.stairway.engine.Migration.Rollback;
import dev.stairway.engine.MigrationStatements;
import dev.stairway.engine.StepOutcome.Result;
import dev.stairway.script.sql.SqlStatement;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each release of Liquibase that a project may have, in the JVM that has another one. */
class LiquibaseReleasesTest {

    private static final List<Result> THERE_AND_BACK = List.of(Result.EXECUTED, Result.EXECUTED, Result.EXECUTED);

    @TempDir
    private Path directory;

    static Stream<Path> jars() {
        return Liquibases.jars().stream();
    }

    @ParameterizedTest
    @MethodSource("jars")
    void a_changelog_of_all_formats_is_read_and_walked_with_the_release_of_its_project(Path jar) throws Exception {
        try (URLClassLoader project = Liquibases.project(Liquibases.customChange(directory, jar), jar);
                ProjectLiquibase engine = new ProjectLiquibase(false)) {
            ChangelogSource source = Liquibases.changelog(project);
            assertThat(engine.library(source))
                    .isEqualTo(new EngineLibrary(Liquibases.version(jar), "from the project"));
            isRead(engine.read(source));
            for (DatabaseServer server : List.of(TestServers.postgres(18), TestServers.sqlite())) {
                isWalked(Walked.through(engine, source, server));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("jars")
    void a_changelog_is_rendered_by_the_release_of_its_project(Path jar) throws Exception {
        try (URLClassLoader project = Liquibases.project(Liquibases.customChange(directory, jar), jar);
                ProjectLiquibase engine = new ProjectLiquibase(false)) {
            ChangelogSource source = Liquibases.changelog(project);
            for (String product : List.of("postgresql", "sqlite")) {
                List<MigrationStatements> said = engine.statements(source, product, "");
                assertThat(said).extracting(one -> one.migration().name()).contains("xml", "rows", "yaml", "sql");
                assertThat(said)
                        .filteredOn(one -> !one.migration().name().equals("tag"))
                        .allMatch(
                                one -> !one.up().isEmpty() || !one.notCovered().isEmpty());
                assertThat(said)
                        .flatExtracting(MigrationStatements::up)
                        .extracting(SqlStatement::sql)
                        .anyMatch(sql -> sql.startsWith("CREATE TABLE "));
                assertThat(engine.leftOut(source, product, "")).isEmpty();
            }
        }
    }

    private static void isRead(Changelog changelog) {
        assertThat(changelog.migrations())
                .extracting(Migration::name, Migration::file, Migration::line, Migration::rollback)
                .containsExactly(
                        tuple("xml", "db/changelog.xml", 6, Rollback.AUTOMATIC),
                        tuple("rows", "db/changelog.xml", 14, Rollback.WRITTEN),
                        tuple("yaml", "db/orders.yaml", 2, Rollback.WRITTEN),
                        tuple("sql", "db/prices.sql", 3, Rollback.WRITTEN),
                        tuple("without-way-back", "db/prices.sql", 8, Rollback.MISSING),
                        tuple("custom", "db/changelog.xml", 23, Rollback.AUTOMATIC),
                        tuple("tag", "db/changelog.xml", 26, Rollback.AUTOMATIC));
    }

    private static void isWalked(Walked walked) {
        assertThat(walked.results())
                .containsEntry("xml", THERE_AND_BACK)
                .containsEntry("rows", THERE_AND_BACK)
                .containsEntry("yaml", THERE_AND_BACK)
                .containsEntry("sql", THERE_AND_BACK)
                .containsEntry("without-way-back", List.of(Result.EXECUTED, Result.IRREVERSIBLE, Result.EXECUTED))
                .containsEntry("custom", THERE_AND_BACK)
                .containsEntry("tag", THERE_AND_BACK)
                .hasSize(7);
        assertThat(walked.loaded()).isEqualTo("2");
        assertThat(walked.pending()).isEmpty();
    }
}
