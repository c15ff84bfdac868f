package dev.stairway.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stairway.engine.ChangelogSource;
import dev.stairway.engine.Engine;
import dev.stairway.engine.Migration;
import dev.stairway.engine.liquibase.LiquibaseEngine;
import dev.stairway.engine.mybatis.MybatisEngine;
import dev.stairway.engine.redis.RedisEngine;
import dev.stairway.engine.sql.SqlEngine;
import dev.stairway.problem.ProblemException;
import dev.stairway.suite.ReleasedMigrations.Earlier;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReleasedMigrationsTest {

    private static final String ROOT = "src/main/resources";
    private static final String HEAD = "--liquibase formatted sql";

    @TempDir
    private Path directory;

    @Test
    void new_and_edited_change_sets_are_told_apart_from_released_ones() throws Exception {
        TestRepository repository = TestRepository.in(directory)
                .file(ROOT + "/db/all.yaml", "databaseChangeLog:", "  - includeAll: {path: db/sql}")
                .file(ROOT + "/db/sql/1.sql", HEAD, "--changeset a:one", "select 1;", "--changeset a:two", "select 2;")
                .commit("v1")
                .file(ROOT + "/db/sql/1.sql", HEAD, "--changeset a:one", "select 1;", "--changeset a:two", "select 3;")
                .file(ROOT + "/db/sql/2.sql", HEAD, "--changeset a:three", "select 3;");
        // What Maven has copied is of today, and must not be taken for what was released.
        repository.file("target/classes/db/sql/2.sql", HEAD, "--changeset a:three", "select 3;");
        Engine engine = new LiquibaseEngine();
        URL[] classes = {directory.resolve("target/classes").toUri().toURL()};
        try (URLClassLoader loader = new URLClassLoader(classes, getClass().getClassLoader())) {
            ChangelogSource source = source("db/all.yaml", loader);
            Earlier earlier = earlier(engine, source, "v1");
            assertThat(names(earlier.added(engine.read(source)))).containsExactly("three");
            assertThat(names(earlier.edited(engine.read(source)))).containsExactly("two");
            assertThat(earlier.ids()).hasSize(2);
        }
    }

    @Test
    void scripts_of_every_folder_engine_are_found() throws Exception {
        TestRepository repository = TestRepository.in(directory)
                .file("db/migrations/1_a.up.sql", "select 1;")
                .file("mybatis/scripts/1_a.sql", "-- // a", "select 1;")
                .file("mybatis/environments/development.properties", "x=y")
                .file("src/main/redis/V1__a.up.lua", "return 1")
                .commit("v1");
        repository
                .file("db/migrations/2_b.up.sql", "select 2;")
                .file("mybatis/scripts/2_b.sql", "-- // b", "select 2;")
                .file("src/main/redis/V2__b.up.lua", "return 2");
        assertAdded(new SqlEngine(), "db/migrations", "2_b");
        assertAdded(new MybatisEngine(), "mybatis", "2_b");
        assertAdded(new RedisEngine(), "src/main/redis", "V2__b");
    }

    @Test
    void of_a_changelog_that_was_not_there_nothing_is_released() throws Exception {
        TestRepository.in(directory)
                .file("readme.md", "about")
                .commit("v1")
                .file("db/migrations/1_a.up.sql", "select 1;");
        Earlier earlier =
                earlier(new SqlEngine(), source("db/migrations", getClass().getClassLoader()), "v1");
        assertThat(earlier).isEqualTo(Earlier.NOTHING);
    }

    @Test
    void no_copy_is_left_behind() throws Exception {
        TestRepository.in(directory)
                .file("db/migrations/1_a.up.sql", "select 1;")
                .commit("v1");
        long before = copies();
        earlier(new SqlEngine(), source("db/migrations", getClass().getClassLoader()), "v1");
        assertThat(copies()).isEqualTo(before);
    }

    @Test
    void a_state_that_is_not_there_is_refused_with_a_way_out() throws Exception {
        TestRepository.in(directory).file("a", "b").commit("v1");
        assertThatThrownBy(() -> ReleasedMigrations.at("origin/main", directory))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("The repository has no 'origin/main'")
                .hasMessageContaining("Fetch it first (git fetch origin)");
        assertThatThrownBy(() -> ReleasedMigrations.at("--help", directory))
                .hasMessageContaining("The repository has no '--help'");
    }

    @Test
    void a_project_outside_of_any_repository_is_refused() throws Exception {
        TestRepository.in(directory.resolve("elsewhere").toAbsolutePath().getParent());
        Path outside = Files.createTempDirectory("no-repository");
        try {
            assertThatThrownBy(() -> ReleasedMigrations.at("main", outside))
                    .hasMessageContaining("The project is in no git repository");
        } finally {
            Files.delete(outside);
        }
    }

    private void assertAdded(Engine engine, String location, String name) {
        ChangelogSource source = source(location, getClass().getClassLoader());
        Earlier earlier = earlier(engine, source, "v1");
        assertThat(Migration.ids(earlier.added(engine.read(source)))).containsExactly(name);
        assertThat(earlier.edited(engine.read(source))).isEmpty();
    }

    private Earlier earlier(Engine engine, ChangelogSource source, String ref) {
        try (ReleasedMigrations released = ReleasedMigrations.at(ref, directory)) {
            return released.of(engine, source);
        }
    }

    private ChangelogSource source(String location, ClassLoader loader) {
        return new ChangelogSource(location, List.of(directory.resolve(ROOT), directory), loader, Map.of(), "", "");
    }

    private static List<String> names(List<Migration> migrations) {
        return migrations.stream().map(Migration::name).toList();
    }

    private static long copies() throws Exception {
        try (var files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().startsWith("migration-released"))
                    .count();
        }
    }
}
