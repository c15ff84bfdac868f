package dev.stairway.engine.liquibase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.engine.ChangelogSource;
import dev.stairway.engine.Migration;
import dev.stairway.engine.Migration.Rollback;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("liquibase")
class LiquibaseReadTest {

    @TempDir
    private Path directory;

    private Changelogs changelogs;

    @BeforeEach
    void changelogs() {
        changelogs = new Changelogs(directory);
    }

    @Test
    void every_format_gives_the_same_migration_at_its_own_position() {
        changelogs.xml("a.xml", "<changeSet id=\"1\" author=\"me\"><sql>select 1</sql></changeSet>");
        changelogs.write("a.yaml", """
                databaseChangeLog:
                  - changeSet:
                      id: 1
                      author: me
                      changes:
                        - sql: {sql: select 1}
                """);
        changelogs.write("a.json", """
                {"databaseChangeLog": [
                  {"changeSet": {"id": "1", "author": "me", "changes": [{"sql": {"sql": "select 1"}}]}}
                ]}
                """);
        changelogs.sql("a.sql", "--changeset me:1\nselect 1;\n");
        assertThat(positions(changelogs.source("a.xml"))).containsExactly("a.xml::1::me at a.xml:6");
        assertThat(positions(changelogs.source("a.yaml"))).containsExactly("a.yaml::1::me at a.yaml:2");
        assertThat(positions(changelogs.source("a.json"))).containsExactly("a.json::1::me at a.json:2");
        assertThat(positions(changelogs.source("a.sql"))).containsExactly("a.sql::1::me at a.sql:2");
        for (String file : List.of("a.xml", "a.yaml", "a.json", "a.sql")) {
            assertThat(read(changelogs.source(file)).get(0).text().strip()).startsWith("select 1");
        }
    }

    @Test
    void tags_are_read_without_a_database() {
        ChangelogSource source = changelogs.xml("a.xml", """
                <changeSet id="1" author="me"><sql>select 1</sql></changeSet>
                <changeSet id="2" author="me"><tagDatabase tag="v1.0"/></changeSet>
                """);
        assertThat(new LiquibaseEngine().read(source).tags()).containsExactly(Map.entry("v1.0", "a.xml::2::me"));
    }

    @Test
    void includes_are_followed_relative_and_by_directory_in_order() {
        changelogs.sql("db/changes/002.sql", "--changeset me:2\nselect 2;\n");
        changelogs.sql("db/changes/001.sql", "--changeset me:1\nselect 1;\n");
        changelogs.sql("db/last.sql", "--changeset me:3\nselect 3;\n");
        ChangelogSource source = changelogs.xml("db/master.xml", """
                <includeAll path="changes" relativeToChangelogFile="true"/>
                <include file="last.sql" relativeToChangelogFile="true"/>
                """);
        assertThat(positions(source))
                .containsExactly(
                        "db/changes/001.sql::1::me at db/changes/001.sql:2",
                        "db/changes/002.sql::2::me at db/changes/002.sql:2",
                        "db/last.sql::3::me at db/last.sql:2");
    }

    @Test
    void a_changelog_inside_a_jar_is_read_and_a_directory_goes_first() throws Exception {
        Path jar = directory.resolve("changes.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            out.putNextEntry(new JarEntry("META-INF/db.sql"));
            out.write("--liquibase formatted sql\n--changeset me:jar\nselect 1;\n".getBytes(StandardCharsets.UTF_8));
        }
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {jar.toUri().toURL()}, getClass().getClassLoader())) {
            Path root = Files.createDirectory(directory.resolve("root"));
            ChangelogSource source = new ChangelogSource("META-INF/db.sql", List.of(root), loader, Map.of(), "", "");
            assertThat(positions(source)).containsExactly("META-INF/db.sql::jar::me at META-INF/db.sql:2");
            new Changelogs(root).sql("META-INF/db.sql", "--changeset me:directory\nselect 1;\n");
            assertThat(positions(source)).containsExactly("META-INF/db.sql::directory::me at META-INF/db.sql:2");
        }
    }

    @Test
    void parameters_reach_the_text_and_the_checksum() {
        changelogs.sql("db.sql", "--changeset me:1\ncreate table ${name} (id int);\n");
        Migration a =
                read(changelogs.source("db.sql", Map.of("name", "a"), "", "")).get(0);
        Migration again =
                read(changelogs.source("db.sql", Map.of("name", "a"), "", "")).get(0);
        Migration b =
                read(changelogs.source("db.sql", Map.of("name", "b"), "", "")).get(0);
        assertThat(a.text()).contains("create table a (id int)");
        assertThat(a).isEqualTo(again);
        assertThat(a.checksum()).isNotEqualTo(b.checksum()).startsWith("9:");
    }

    @Test
    void rollback_kinds_are_told_apart_without_a_database() {
        String body = """
                <changeSet id="automatic" author="me"><createTable tableName="t"><column name="id" type="int"/></createTable></changeSet>
                <changeSet id="missing" author="me"><dropTable tableName="t"/></changeSet>
                <changeSet id="half" author="me"><renameTable oldTableName="t" newTableName="u"/><sql>select 1</sql></changeSet>
                <changeSet id="written" author="me"><sql>select 1</sql><rollback>select 2</rollback></changeSet>
                <changeSet id="empty" author="me"><sql>select 1</sql><rollback/></changeSet>
                <changeSet id="comment" author="me"><sql>select 1</sql><rollback>-- nothing to do</rollback></changeSet>
                <changeSet id="tag" author="me"><tagDatabase tag="one"/></changeSet>
                """;
        assertThat(read(changelogs.xml("db.xml", body)))
                .extracting(Migration::name, Migration::rollback)
                .containsExactly(
                        tuple("automatic", Rollback.AUTOMATIC),
                        tuple("missing", Rollback.MISSING),
                        tuple("half", Rollback.MISSING),
                        tuple("written", Rollback.WRITTEN),
                        tuple("empty", Rollback.EMPTY),
                        tuple("comment", Rollback.EMPTY),
                        tuple("tag", Rollback.AUTOMATIC));
        String sql = """
                --changeset me:empty
                select 1;
                --rollback empty
                --changeset me:notRequired
                select 1;
                --rollback not required
                --changeset me:written
                select 1;
                --rollback select 2;
                --changeset me:missing
                select 1;
                """;
        assertThat(read(changelogs.sql("db.sql", sql)))
                .extracting(Migration::rollback)
                .containsExactly(Rollback.EMPTY, Rollback.EMPTY, Rollback.WRITTEN, Rollback.MISSING);
    }

    @Test
    void reading_says_nothing_on_the_terminal() {
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream listening = new PrintStream(said, true, StandardCharsets.UTF_8);
        System.setOut(listening);
        System.setErr(listening);
        try {
            read(changelogs.sql("db.sql", "--changeset me:1\nselect 1;\n"));
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
        assertThat(said.toString(StandardCharsets.UTF_8).lines().filter(line -> !line.startsWith("SLF4J")))
                .isEmpty();
    }

    private static org.assertj.core.groups.Tuple tuple(Object... values) {
        return org.assertj.core.groups.Tuple.tuple(values);
    }

    private static List<Migration> read(ChangelogSource source) {
        return new LiquibaseEngine().read(source).migrations();
    }

    private static List<String> positions(ChangelogSource source) {
        return read(source).stream()
                .map(migration -> migration.id() + " at " + migration.position())
                .toList();
    }
}
