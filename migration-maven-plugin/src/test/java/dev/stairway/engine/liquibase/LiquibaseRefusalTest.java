package dev.stairway.engine.liquibase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.stairway.engine.ChangelogSource;
import dev.stairway.problem.ProblemException;
import dev.stairway.problem.ProblemException.Blame;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Changelogs that cannot be read: what is wrong, in which file, on which line. */
@Tag("liquibase")
class LiquibaseRefusalTest {

    @TempDir
    private Path directory;

    private Changelogs changelogs;

    @BeforeEach
    void changelogs() {
        changelogs = new Changelogs(directory);
    }

    @Test
    void a_missing_changelog_is_a_set_up_problem_that_names_the_places() {
        ProblemException problem = refused(changelogs.source("nope.xml"));
        assertThat(problem.blame()).isEqualTo(Blame.SETUP);
        assertThat(problem)
                .hasMessage("The changelog 'nope.xml' was not found\n  Where: " + directory + ", class path\n"
                        + "  Next: Name it relative to one of these directories, or as a resource on the class path.");
    }

    @Test
    void broken_xml_is_told_with_line_and_column() {
        ProblemException problem = refused(changelogs.write("db.xml", "<databaseChangeLog>\n  <changeSet>\n</oops>"));
        assertThat(problem.blame()).isEqualTo(Blame.MIGRATIONS);
        assertThat(problem.problem().where()).matches("db\\.xml:\\d+:\\d+");
        assertThat(problem.problem().evidence()).doesNotContain("SAXParseException: org.xml");
    }

    @Test
    void broken_yaml_and_json_are_told_with_line_and_column() {
        ProblemException yaml = refused(changelogs.write("db.yaml", "databaseChangeLog:\n  - changeSet: {id: 1\n"));
        assertThat(yaml.problem().where()).matches("db\\.yaml:[23]:\\d+");
        ProblemException json = refused(changelogs.write("db.json", "{\"databaseChangeLog\": [\n  {]}\n"));
        assertThat(json.problem().where()).matches("db\\.json:2:\\d+");
    }

    @Test
    void a_broken_changeset_comment_in_sql_is_told_with_its_line() {
        ProblemException problem = refused(changelogs.sql("db.sql", "--changeset me:1\nselect 1;\n--changeset me\n"));
        assertThat(problem.problem().where()).isEqualTo("db.sql:4");
    }

    @Test
    void a_broken_file_that_is_included_is_named_itself() {
        changelogs.write("inner.xml", "<databaseChangeLog>\n  <changeSet>\n</oops>");
        ProblemException problem = refused(changelogs.xml("db.xml", "<include file=\"inner.xml\"/>"));
        assertThat(problem.problem().where()).startsWith("inner.xml:");
    }

    @Test
    void an_include_that_is_missing_is_named() {
        ProblemException problem = refused(changelogs.xml("db.xml", "<include file=\"nope.sql\"/>"));
        assertThat(problem.blame()).isEqualTo(Blame.MIGRATIONS);
        assertThat(problem).hasMessageContaining("nope.sql").hasMessageContaining("Correct the path");
    }

    @Test
    void a_missing_include_is_told_with_the_line_that_asks_for_it() {
        String body = """
                <changeSet id="1" author="me"><tagDatabase tag="a"/></changeSet>
                <!-- <include file="nope.xml"/> -->
                <include
                    file="nope.xml"/>
                """;
        assertThat(refused(changelogs.xml("db.xml", body)).problem().where())
                .isEqualTo("db.xml:" + (Changelogs.XML_HEAD_LINES + 3));
    }

    @Test
    void a_missing_include_of_an_included_file_is_told_where_it_stands() {
        changelogs.write("sub/inner.yaml", """
                databaseChangeLog:
                  - include: {file: there.sql, relativeToChangelogFile: true}
                  - include:
                      file: gone.sql
                      relativeToChangelogFile: true
                """);
        changelogs.sql("sub/there.sql", "--changeset me:1\nselect 1;\n");
        ProblemException problem = refused(changelogs.xml("db.xml", "<include file=\"sub/inner.yaml\"/>"));

        assertThat(problem.problem().where()).isEqualTo("sub/inner.yaml:3");
        assertThat(problem.problem().evidence()).contains("gone.sql was not found");
    }

    @Test
    void a_missing_directory_of_an_includeAll_is_told_with_its_line() {
        ProblemException problem = refused(changelogs.xml("db.xml", "<includeAll path=\"nodir\"/>"));

        assertThat(problem.problem().where()).isEqualTo("db.xml:" + (Changelogs.XML_HEAD_LINES + 1));
        assertThat(problem).hasMessageContaining("Correct the path");
    }

    @Test
    void files_that_include_each_other_do_not_keep_the_search_for_a_missing_one_going() {
        changelogs.xml("other.xml", "<include file=\"none.xml\"/><include file=\"db.xml\"/>");
        ProblemException problem = refused(changelogs.xml("db.xml", "<include file=\"other.xml\"/>"));

        assertThat(problem.problem().where()).startsWith("other.xml:");
    }

    @Test
    void an_unknown_change_is_named() {
        String yaml = """
                databaseChangeLog:
                  - changeSet:
                      id: 1
                      author: me
                      changes:
                        - creatTable:
                            tableName: t
                """;
        assertThat(refused(changelogs.write("db.yaml", yaml))).hasMessageContaining("creatTable");
    }

    @Test
    void two_changeSets_with_the_same_id_are_told_with_both_positions() {
        String body = "--changeset me:1\nselect 1;\n--changeset you:1\nselect 1;\n--changeset me:1\nselect 2;\n";
        assertThat(refused(changelogs.sql("db.sql", body)))
                .hasMessage("Two changeSets have the same id, author and path: 'db.sql::1::me'\n  Where: db.sql:6\n"
                        + "  Seen: the first is at db.sql:2\n  Next: Give one of them another id.");
    }

    @Test
    void no_file_outside_is_read_through_a_doctype() throws Exception {
        Path secret = Files.writeString(directory.resolve("secret.txt"), "s3cret");
        ChangelogSource source = changelogs.write(
                "db.xml",
                "<!DOCTYPE databaseChangeLog [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]>\n"
                        + "<databaseChangeLog xmlns=\"http://www.liquibase.org/xml/ns/dbchangelog\">"
                        + "<changeSet id=\"1\" author=\"me\"><sql>select '&x;'</sql></changeSet></databaseChangeLog>");
        assertThat(refused(source)).hasMessageNotContaining("s3cret");
    }

    private static ProblemException refused(ChangelogSource source) {
        return catchThrowableOfType(ProblemException.class, () -> new LiquibaseEngine().read(source));
    }
}
