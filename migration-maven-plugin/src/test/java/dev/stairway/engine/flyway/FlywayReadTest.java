package dev.stairway.engine.flyway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stairway.database.TestServers;
import dev.stairway.engine.ChangelogSource;
import dev.stairway.engine.Migration;
import dev.stairway.problem.ProblemException;
import dev.stairway.problem.ProblemException.Blame;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FlywayReadTest {

    @TempDir
    private Path directory;

    private final FlywayEngine engine = new FlywayEngine();

    @Test
    void theVersionIsThatOfTheProjectsFlyway() {
        ChangelogSource source = FlywayProject.in(directory, 11).usual().source();
        assertThat(engine.library(source)).hasToString("11.20.3 from the project");
    }

    @Test
    void migrationsAreNamedByTheirFiles() {
        Migration migration = engine.read(FlywayProject.in(directory).usual().source())
                .migrations()
                .get(1);
        assertThat(migration.id()).isEqualTo("V2__orders");
        assertThat(migration.name()).isEqualTo("orders");
        assertThat(migration.position()).isEqualTo("db/migration/V2__orders.sql:1");
        assertThat(migration.rollbackAt().file()).isEqualTo("db/migration/U2__orders.sql");
        assertThat(migration.text()).contains("create table orders").contains("drop table orders");
    }

    @Test
    void checksumsAreThoseOfFlywayAndFollowTheText() {
        FlywayProject project = FlywayProject.in(directory).usual();
        String before = checksum(project);
        assertThat(checksum(project)).isEqualTo(before);
        project.sql("V2__orders", "create table orders (id int);");
        assertThat(checksum(project)).isNotEqualTo(before);
    }

    private String checksum(FlywayProject project) {
        return engine.read(project.source()).migrations().get(1).checksum();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "db/migration",
                "/db/migration",
                "classpath:db/migration",
                "filesystem:db/migration",
                "classpath:db/migration, filesystem:db/migration",
            })
    void locationsAreWrittenAsFlywayWritesThem(String location) {
        FlywayProject project = FlywayProject.in(directory).usual();
        assertThat(Migration.ids(engine.read(project.source(location)).migrations()))
                .containsExactly("V1__users", "V2__orders");
    }

    @Test
    void severalLocationsAreOneChangelog() {
        FlywayProject project = FlywayProject.in(directory).usual().file("db/more/V3__more.sql", "select 1;");
        assertThat(Migration.ids(
                        engine.read(project.source("db/migration,db/more")).migrations()))
                .containsExactly("V1__users", "V2__orders", "V3__more");
    }

    @Test
    void aFileAndItsCopyOnTheClassPathAreOneMigration() {
        FlywayProject project = FlywayProject.in(directory)
                .usual()
                .file("classes/db/migration/V1__users.sql", "a copy;")
                .file("classes/db/migration/V3__only_there.sql", "select 1;");
        project.loadedBy(FlywayJars.loader(FlywayJars.NEWEST, directory.resolve("classes")));
        List<Migration> migrations = engine.read(project.source()).migrations();
        assertThat(Migration.ids(migrations)).containsExactly("V1__users", "V2__orders", "V3__only_there");
        assertThat(migrations.get(0).text()).startsWith("create table users");
    }

    @Test
    void withoutFlywayTheTwoDependenciesAreNamed() {
        FlywayProject project =
                FlywayProject.in(directory).usual().loadedBy(getClass().getClassLoader());
        assertThatThrownBy(() -> engine.read(project.source()))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("There is no Flyway on the class path")
                .hasMessageContaining("org.flywaydb:flyway-core")
                .hasMessageContaining("org.flywaydb:flyway-database-postgresql");
    }

    @Test
    void withoutItsModuleForPostgresqlTheDependencyIsNamedWithItsVersion() {
        URLClassLoader loader = FlywayJars.loader(FlywayJars.NEWEST, jar -> !jar.contains("postgresql"));
        FlywayProject project = FlywayProject.in(directory).usual().loadedBy(loader);
        assertThatThrownBy(() -> new FlywayStepper(TestServers.postgres(18), project.source()))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("org.flywaydb:flyway-database-postgresql:" + engineVersion(project));
        assertThat(Migration.ids(engine.read(project.source()).migrations())).hasSize(2);
    }

    private String engineVersion(FlywayProject project) {
        return engine.library(project.source()).version();
    }

    @Test
    void nothingFoundSaysWhereItWasLookedFor() {
        FlywayProject project = FlywayProject.in(directory).usual();
        assertThatThrownBy(() -> engine.read(project.source("db/nowhere")))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("No Flyway migration was found at 'db/nowhere'")
                .hasMessageContaining(directory.toString());
    }

    @Test
    void twoMigrationsOfOneVersionAreTheMigrationsFault() {
        FlywayProject project = FlywayProject.in(directory).usual().sql("V2__again", "select 1;");
        assertThatThrownBy(() -> engine.read(project.source()))
                .isInstanceOfSatisfying(ProblemException.class, problem -> {
                    assertThat(problem.blame()).isEqualTo(Blame.MIGRATIONS);
                    assertThat(problem).hasMessageContaining("Found more than one migration with version 2");
                });
    }

    @ParameterizedTest
    @CsvSource({"url", "locations", "skipExecutingMigrations", "flyway.password"})
    void settingsThatTheWalkDecidesAreRefused(String name) {
        FlywayProject project = FlywayProject.in(directory).usual().set(name, "x");
        assertThatThrownBy(() -> engine.read(project.source()))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining(
                        "The setting '" + name.replace("flyway.", "") + "' of Flyway cannot be used here");
    }

    @Test
    void aSettingThatFlywayDoesNotKnowIsTold() {
        FlywayProject project = FlywayProject.in(directory).usual().set("outOfOrdre", "true");
        assertThatThrownBy(() -> engine.read(project.source()))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("outOfOrdre");
    }

    @Test
    void theContextClassLoaderOfTheThreadIsAsItWas() {
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        engine.read(FlywayProject.in(directory).usual().source());
        assertThat(Thread.currentThread().getContextClassLoader()).isSameAs(before);
    }
}
