package dev.stairway.engine.liquibase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.database.DatabaseServer;
import dev.stairway.database.TestServers;
import dev.stairway.engine.ChangelogSource;
import dev.stairway.engine.StepOutcome;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Opening a changelog that was read before must give what opening it alone gives. */
@Tag("liquibase")
class KnownMigrationsTest {

    private static final String BODY = """
            <property name="type" value="bigint" dbms="postgresql"/>
            <property name="type" value="integer" dbms="sqlite"/>
            <changeSet id="1" author="me">
              <createTable tableName="t"><column name="id" type="${type}"/><column name="d" type="date" defaultValueDate="2020-02-03"/></createTable>
            </changeSet>
            <changeSet id="2" author="me"><insert tableName="t"><column name="id" valueNumeric="7"/></insert></changeSet>
            <changeSet id="3" author="me"><sql dbms="postgresql">select 1</sql><sql dbms="sqlite">select 2</sql><rollback/></changeSet>
            <changeSet id="4" author="me" dbms="postgresql"><sqlFile path="two.sql"/><rollback><sqlFile path="none.sql"/></rollback></changeSet>
            <changeSet id="4" author="me" dbms="sqlite"><dropTable tableName="t"/></changeSet>
            """;

    @TempDir
    private Path directory;

    @ParameterizedTest
    @MethodSource("dev.stairway.engine.liquibase.Stepper#servers")
    void the_migrations_and_their_history_are_the_same_after_reading(DatabaseServer server) throws Exception {
        ChangelogSource source = source(BODY);
        LiquibaseEngine engine = new LiquibaseEngine();
        engine.read(source);
        try (Stepper read = new Stepper(engine, server, source);
                Stepper alone = new Stepper(server, source)) {
            assertThat(read.migrations()).isEqualTo(alone.migrations()).hasSize(4);
            assertThat(read.upAll()).isEqualTo(alone.upAll()).containsOnly(StepOutcome.executed());
            assertThat(history(read)).isEqualTo(history(alone)).hasSize(4);
            assertThat(read.pending()).isEmpty();
        }
    }

    @Test
    void what_the_changelog_says_about_the_database_is_that_of_the_database() throws Exception {
        ChangelogSource source = source("""
                <changeSet id="1" author="me">
                  <sql>create table on_${database.databaseMajorVersion} (id int)</sql>
                </changeSet>
                """);
        LiquibaseEngine engine = new LiquibaseEngine();
        engine.read(source);
        try (Stepper stepper = new Stepper(engine, TestServers.postgres(18), source)) {
            assertThat(stepper.migration("1").text()).contains("on_18 ");
        }
    }

    @Test
    void what_was_written_since_is_seen() throws Exception {
        ChangelogSource source = source("<changeSet id='1' author='me'><sql>select 1</sql></changeSet>");
        LiquibaseEngine engine = new LiquibaseEngine();
        engine.read(source);
        source("\n<changeSet id='1' author='me'><sql>select 2</sql></changeSet>");
        try (Stepper stepper = new Stepper(engine, TestServers.postgres(18), source)) {
            assertThat(stepper.migration("1").text()).contains("select 2");
        }
    }

    private static List<String> history(Stepper stepper) throws Exception {
        List<String> rows = new java.util.ArrayList<>();
        for (int id = 1; id <= 4; id++) {
            rows.add(stepper.value(
                    "SELECT MD5SUM || ' ' || DESCRIPTION FROM DATABASECHANGELOG WHERE ID = '" + id + "'"));
        }
        return rows;
    }

    private ChangelogSource source(String body) {
        Changelogs changelogs = new Changelogs(directory);
        changelogs.write("two.sql", "select 1;\nselect 2;\n");
        changelogs.write("none.sql", "-- nothing\n");
        return changelogs.xml("db.xml", body);
    }
}
