package dev.stairway.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.mojo.ConventionalChangelogs.Found;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConventionalChangelogsTest {

    @TempDir
    private Path root;

    @Test
    void aDirectoryOfMybatisIsKnownByItsFolders() throws IOException {
        file("migrations/environments/development.properties", "");
        assertThat(find()).isEmpty();

        file("migrations/scripts/1_a.sql", "");
        assertThat(find()).containsExactly(new Found("migrations", "mybatis"));
    }

    @Test
    void aDirectoryOfGolangMigrateIsKnownByItsNames() throws IOException {
        file("db/migrations/a.up.sql", "");
        file("db/migrations/1_a.sql", "create table a (id int);");
        assertThat(find()).isEmpty();

        file("db/migrations/1_a.up.sql", "");
        assertThat(find()).containsExactly(new Found("db/migrations", "sql"));
    }

    @Test
    void aDirectoryOfDbmateIsKnownByItsMark() throws IOException {
        file("db/migrations/20240101120000_a.sql", "select '-- migrate:up';");
        assertThat(find()).isEmpty();

        file("db/migrations/20240101120000_a.sql", "-- first\n-- migrate:up transaction:false\n");
        assertThat(find()).containsExactly(new Found("db/migrations", "sql"));
    }

    @Test
    void aChangelogOfLiquibaseComesFirst() throws IOException {
        file("migrations/1_a.up.sql", "");
        file("db/changelog.xml", "<databaseChangeLog/>");

        assertThat(find()).containsExactly(new Found("db/changelog.xml", "liquibase"));
    }

    private List<Found> find() {
        return ConventionalChangelogs.find(List.of(root.resolve("absent"), root)).stream()
                .toList();
    }

    private void file(String name, String text) throws IOException {
        Files.createDirectories(root.resolve(name).getParent());
        Files.writeString(root.resolve(name), text);
    }
}
