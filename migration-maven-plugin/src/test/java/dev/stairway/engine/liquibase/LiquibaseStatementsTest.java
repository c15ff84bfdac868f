package dev.stairway.engine.liquibase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.engine.Changelog;
import dev.stairway.engine.ChangelogSource;
import dev.stairway.engine.Migration;
import dev.stairway.engine.MigrationStatements;
import dev.stairway.script.ScriptComment;
import dev.stairway.script.sql.SqlStatement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("liquibase")
class LiquibaseStatementsTest {

    private final LiquibaseEngine engine = new LiquibaseEngine();

    @TempDir
    private Path directory;

    private Changelogs changelogs;

    @BeforeEach
    void changelogs() {
        changelogs = new Changelogs(directory);
    }

    @Test
    void a_change_is_rendered_and_stands_at_its_line() {
        MigrationStatements said = only(changelogs.xml("c.xml", """
                <changeSet id="1" author="a">
                    <createTable tableName="t"><column name="id" type="int"/></createTable>
                    <addColumn tableName="t"><column name="name" type="varchar(40)"/></addColumn>
                </changeSet>
                """));
        assertThat(said.up())
                .extracting(SqlStatement::sql)
                .containsExactly("CREATE TABLE t (id INTEGER)", "ALTER TABLE t ADD name VARCHAR(40)");
        assertThat(said.up()).extracting(SqlStatement::position).containsExactly("c.xml:7", "c.xml:8");
        assertThat(said.down())
                .extracting(SqlStatement::sql)
                .containsExactly("ALTER TABLE t DROP COLUMN name", "DROP TABLE t");
        assertThat(said.changes()).containsExactly("createTable", "addColumn");
    }

    @Test
    void written_sql_is_found_again_in_xml_line_and_column() {
        MigrationStatements said = only(changelogs.xml("c.xml", """
                <changeSet id="1" author="a" runInTransaction="false">
                    <!-- why it is so -->
                    <sql splitStatements="true"><![CDATA[
                        UPDATE t SET a = 1 WHERE b < 2;
                        DELETE FROM t;
                    ]]></sql>
                    <sql>DELETE FROM t WHERE a &lt; 3</sql>
                    <rollback>
                        INSERT INTO t VALUES (1);
                    </rollback>
                </changeSet>
                """));
        assertThat(said.up())
                .containsExactly(
                        new SqlStatement("c.xml", 9, 9, "UPDATE t SET a = 1 WHERE b < 2"),
                        new SqlStatement("c.xml", 10, 9, "DELETE FROM t"),
                        new SqlStatement("c.xml", 12, 10, "DELETE FROM t WHERE a < 3"));
        assertThat(said.down()).containsExactly(new SqlStatement("c.xml", 14, 9, "INSERT INTO t VALUES (1)"));
        assertThat(said.attributes()).containsEntry("runInTransaction", "false");
        assertThat(said.comments()).contains(new ScriptComment("c.xml", 7, "why it is so"));
    }

    @Test
    void written_sql_is_found_again_in_yaml_and_json() {
        MigrationStatements yaml = only(changelogs.write("c.yaml", """
                databaseChangeLog:
                  # before
                  - changeSet:
                      id: 1
                      author: a
                      labels: one
                      changes:
                        - addColumn:
                            tableName: t
                            columns:
                              - column: {name: c, type: int}
                        - sql:
                            sql: |
                              DELETE FROM t;
                              DELETE FROM u
                      rollback: INSERT INTO t VALUES (1)
                """));
        assertThat(yaml.up()).extracting(SqlStatement::position).containsExactly("c.yaml:8", "c.yaml:14", "c.yaml:15");
        assertThat(yaml.down()).extracting(SqlStatement::position).containsExactly("c.yaml:16");
        assertThat(yaml.attributes()).containsEntry("labels", "one");
        assertThat(yaml.comments()).containsExactly(new ScriptComment("c.yaml", 2, "before"));
        MigrationStatements json = only(changelogs.write("c.json", """
                {"databaseChangeLog": [
                  {"changeSet": {
                    "id": "1", "author": "a",
                    "changes": [
                      {"sql": {"sql": "DELETE FROM \\"t\\""}}
                    ]}}
                ]}
                """));
        assertThat(json.up()).extracting(SqlStatement::position).containsExactly("c.json:5");
    }

    @Test
    void formatted_sql_and_a_file_of_sql_have_exact_places() {
        changelogs.write("sql/more.sql", "-- more\nDELETE FROM t;\n\n  DELETE FROM u;\n");
        MigrationStatements formatted = only(changelogs.sql("c.sql", """
                --changeset a:1 splitStatements:true runOnChange:true endDelimiter:@@
                CREATE TABLE t (id int)@@
                  DELETE FROM t@@
                --rollback DROP TABLE t@@
                """));
        assertThat(formatted.up())
                .containsExactly(
                        new SqlStatement("c.sql", 3, 1, "CREATE TABLE t (id int)"),
                        new SqlStatement("c.sql", 4, 3, "DELETE FROM t"));
        assertThat(formatted.attributes()).containsEntry("runOnChange", "true").containsEntry("endDelimiter", "@@");
        MigrationStatements file = only(changelogs.xml("db/c.xml", """
                <changeSet id="1" author="a">
                    <sqlFile path="../sql/more.sql" relativeToChangelogFile="true"/>
                </changeSet>
                """));
        assertThat(file.up()).extracting(SqlStatement::position).containsExactly("sql/more.sql:2", "sql/more.sql:4");
    }

    @Test
    void parameters_are_replaced_and_unknown_ones_stay() {
        ChangelogSource source = changelogs.sql("c.sql", "--changeset a:1\nDELETE FROM ${one}.${two};\n");
        MigrationStatements said =
                only(new ChangelogSource("c.sql", source.roots(), source.loader(), Map.of("one", "x"), "", ""));
        assertThat(said.up()).containsExactly(new SqlStatement("c.sql", 3, 1, "DELETE FROM x.${two}"));
    }

    @Test
    void what_liquibase_cuts_apart_is_told_and_what_it_leaves_whole_is_not() {
        String function = """
                CREATE FUNCTION f() RETURNS void AS 'DECLARE n int; BEGIN n := 1; PERFORM n; END' LANGUAGE plpgsql;
                CREATE FUNCTION g() RETURNS int AS $$ SELECT 1; SELECT 2; $$ LANGUAGE sql;
                """;
        MigrationStatements cut = only(changelogs.sql("cut.sql", "--changeset a:1\n" + function));
        assertThat(cut.up()).hasSize(2);
        assertThat(cut.cut()).extracting(SqlStatement::line).containsExactly(4);
        MigrationStatements whole =
                only(changelogs.sql("whole.sql", "--changeset a:1 splitStatements:false\n" + function));
        assertThat(whole.cut()).isEmpty();
        assertThat(whole.up()).hasSize(2);
    }

    @Test
    void a_primary_key_of_sqlite_is_not_covered_for_reasons_that_people_understand() {
        ChangelogSource source = changelogs.xml("c.xml", """
                <changeSet id="1" author="a">
                    <addPrimaryKey tableName="t" columnNames="id" constraintName="pk_t"/>
                </changeSet>
                """);
        assertThat(engine.statements(source, "sqlite", "3.45").get(0).notCovered())
                .containsExactly(
                        "addPrimaryKey: Liquibase does not support it on sqlite",
                        "addPrimaryKey: Liquibase renders it on sqlite only with a database at hand");
        assertThat(engine.statements(source, "postgresql", "18").get(0).notCovered())
                .isEmpty();
    }

    @Test
    void what_only_a_database_could_tell_is_not_covered() {
        ChangelogSource source = changelogs.xml("c.xml", """
                <changeSet id="1" author="a">
                    <createTable tableName="t"><column name="id" type="int"/><column name="b" type="int"/></createTable>
                    <dropColumn tableName="t" columnName="b"/>
                    <loadData tableName="t" file="rows.csv"/>
                    <customChange class="com.example.Missing"/>
                </changeSet>
                """);
        MigrationStatements said = engine.statements(source, "sqlite", "3.45").get(0);
        assertThat(said.up()).hasSize(1);
        assertThat(said.notCovered())
                .hasSize(3)
                .anyMatch(reason -> reason.startsWith("dropColumn: "))
                .anyMatch(reason -> reason.equals("loadData: rows of rows.csv"))
                .anyMatch(reason -> reason.equals("customChange: a Java class, com.example.Missing"));
    }

    @Test
    void what_does_not_run_on_a_product_is_left_out_with_the_reason() {
        ChangelogSource source = changelogs.xml("c.xml", """
                <changeSet id="lite" author="a" dbms="sqlite"><sql>SELECT 1</sql></changeSet>
                <changeSet id="guarded" author="a">
                    <preConditions onFail="MARK_RAN"><not><dbms type="postgresql"/></not></preConditions>
                    <sql>SELECT 2</sql>
                </changeSet>
                <changeSet id="asked" author="a">
                    <preConditions onFail="MARK_RAN">
                        <or><dbms type="oracle"/><tableExists tableName="t"/></or>
                    </preConditions>
                    <sql>SELECT 3</sql>
                </changeSet>
                """);
        assertThat(engine.statements(source, "postgresql", "17"))
                .singleElement()
                .satisfies(said -> {
                    assertThat(said.migration().name()).isEqualTo("asked");
                    assertThat(said.attributes())
                            .containsEntry("onFail", "MARK_RAN")
                            .containsEntry("preConditions", "or(dbms(oracle), tableExists(t))");
                });
        assertThat(engine.leftOut(source, "postgresql", "17"))
                .extracting(said -> said.migration().notApplicable().orElseThrow())
                .containsExactly(
                        "dbms is 'sqlite', this database is 'postgresql'",
                        "its preconditions do not hold on postgresql: not(dbms(postgresql))");
        assertThat(engine.statements(source, "sqlite", "")).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgresql", "sqlite", "mariadb"})
    void every_migration_of_the_demo_has_statements_or_a_reason(String product) throws IOException {
        Path demo = Path.of(System.getProperty("basedir", "."), "../it/src/demo/shop/src/main/resources");
        ChangelogSource source = new ChangelogSource(
                "db/changelog/db.changelog-master.xml",
                List.of(demo),
                LiquibaseStatementsTest.class.getClassLoader(),
                Map.of(),
                "",
                "");
        List<MigrationStatements> said = engine.statements(source, product, "");
        Changelog changelog = engine.read(source);
        assertThat(said)
                .allMatch(one -> !one.up().isEmpty() || !one.notCovered().isEmpty())
                .allMatch(one -> one.up().stream().allMatch(statement -> statement.line() > 0));
        assertThat(Stream.concat(said.stream(), engine.leftOut(source, product, "").stream())
                        .map(one -> one.migration().id()))
                .containsExactlyInAnyOrderElementsOf(Migration.ids(changelog.migrations()));
        try (Stream<Path> files = Files.list(Path.of("."))) {
            assertThat(files)
                    .as("Liquibase's history of an offline database")
                    .noneMatch(file -> file.toString().endsWith(".csv"));
        }
    }

    private MigrationStatements only(ChangelogSource source) {
        return engine.statements(source, "postgresql", "17").get(0);
    }
}
