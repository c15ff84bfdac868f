package dev.stairway.engine.mybatis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.engine.Position;
import dev.stairway.engine.script.ScriptWalks;
import dev.stairway.finding.Finding;
import dev.stairway.finding.Rule;
import dev.stairway.run.CellReport;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MybatisWalkTest {

    private static final String FIRST = "20240101000000_create_changelog: reversible";

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"sqlite", "postgresql", "h2", "mariadb"})
    void undoPartsThatAreThereOrMissingOrEmptyOrCommentsAreToldApart(String product) {
        CellReport report = MybatisProject.in(directory)
                .file("scripts/20240102000000_there.sql", "create table a (id int);", "-- //@UNDO", "drop table a;")
                .file("scripts/20240103000000_missing.sql", "create table b (id int);", "-- @UNDO", "-- drop table b;")
                .file("scripts/20240104000000_empty.sql", "create table c (id int);", "--//@UNDO", "")
                .file(
                        "scripts/20240105000000_comment.sql",
                        "create table d (id int);",
                        "-- //@UNDO",
                        "-- drop table d;")
                .walk(product);

        assertThat(ScriptWalks.verdicts(report))
                .containsExactly(
                        FIRST,
                        "20240102000000_there: reversible",
                        "20240103000000_missing: irreversible",
                        "20240104000000_empty: rollback incomplete",
                        "20240105000000_comment: rollback incomplete");
        assertThat(finding(report, Rule.ROLLBACK_EMPTY).position())
                .isEqualTo(new Position("changelog/scripts/20240104000000_empty.sql", 2));
        assertThat(report.notRun()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sqlite", "postgresql", "h2", "mariadb"})
    void aProjectThatIsInOrderPasses(String product) {
        CellReport report = MybatisProject.in(directory, "kind=varchar(20)")
                .file("scripts/bootstrap.sql", "-- // old tables", "create table legacy (id int);")
                .file(
                        "scripts/20240102000000_a.sql",
                        "alter table legacy add column name ${kind};",
                        "-- //@UNDO",
                        "alter table legacy drop column name;")
                .walk(product);

        assertThat(ScriptWalks.verdicts(report)).containsExactly(FIRST, "20240102000000_a: reversible");
        assertThat(report.passed()).as(report.toString()).isTrue();
        assertThat(report.descent().migrations()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sqlite", "postgresql", "h2", "mariadb"})
    void theLineOfTheStatementThatFailsIsNamed(String product) {
        CellReport report = MybatisProject.in(directory)
                .file(
                        "scripts/20240102000000_a.sql",
                        "-- // a",
                        "",
                        "create table a (id int);",
                        "-- //@UNDO",
                        "",
                        "drop table a;",
                        "",
                        "-- then",
                        "drop table",
                        "",
                        "  nothing;",
                        "drop table more;")
                .walk(product);

        Finding found = finding(report, Rule.ROLLBACK_FAILS);
        assertThat(found.position()).isEqualTo(new Position("changelog/scripts/20240102000000_a.sql", 9));
        assertThat(found.evidence()).contains("SQL: drop table\n  nothing;");
    }

    /** Those of PostgreSQL and SQLite do not, and MyBatis would stop behind every script. */
    @ParameterizedTest
    @ValueSource(strings = {"h2", "mariadb"})
    void autoCommitWorksWhereTheDriverLetsMybatisCommitAllTheSame(String product) {
        CellReport report = MybatisProject.in(directory, "auto_commit=true")
                .file("scripts/20240102000000_a.sql", "create table a (id int);", "-- //@UNDO", "drop table a;")
                .walk(product);

        assertThat(ScriptWalks.verdicts(report)).containsExactly(FIRST, "20240102000000_a: reversible");
    }

    @Test
    void whatHasNoDelimiterFailsAsItDoesInMybatis() {
        CellReport report = MybatisProject.in(directory)
                .file("scripts/20240102000000_a.sql", "create table a (id int);", "-- //@UNDO", "drop table a")
                .walk("sqlite");

        assertThat(finding(report, Rule.ROLLBACK_FAILS).evidence().get(0))
                .isEqualTo(
                        "changelog/scripts/20240102000000_a.sql:3: Line missing end-of-line terminator (;) => drop table a");
    }

    @Test
    void delimitersOfTheEnvironmentAndOfTheScriptCount() {
        CellReport report = MybatisProject.in(directory, "delimiter=GO", "full_line_delimiter=true")
                .file(
                        "scripts/20240101000000_create_changelog.sql",
                        "create table changelog",
                        "(id numeric primary key, applied_at text, description text)",
                        "GO",
                        "-- //@UNDO",
                        "drop table changelog",
                        "GO")
                .file(
                        "scripts/20240102000000_f.sql",
                        "create function f() returns int language plpgsql as $$ begin return 1; end; $$",
                        "GO",
                        "-- @DELIMITER ;;",
                        "create table a (id int)",
                        ";;",
                        "-- //@UNDO",
                        "drop table a",
                        "GO",
                        "drop function f()",
                        "GO")
                .walk("postgresql");

        assertThat(ScriptWalks.verdicts(report)).containsExactly(FIRST, "20240102000000_f: reversible");
    }

    @Test
    void aWholeScriptCanBeSentAtOnce() {
        CellReport report = MybatisProject.in(directory, "send_full_script=true")
                .file(
                        "scripts/20240102000000_a.sql",
                        "create table a (id int);",
                        "create table b (t text default ';');",
                        "-- //@UNDO",
                        "drop table b;",
                        "drop table a;")
                .walk("postgresql");

        assertThat(ScriptWalks.verdicts(report)).containsExactly(FIRST, "20240102000000_a: reversible");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sqlite", "postgresql", "h2", "mariadb"})
    void hooksInSqlRunAroundEveryStep(String product) {
        CellReport report = MybatisProject.in(
                        directory, "hook_before_up=SQL:log.sql:what=up", "hook_before_down=SQL:log.sql:what=down")
                .file("scripts/bootstrap.sql", "create table log (what varchar(20));")
                .file("hooks/log.sql", "update log set what = '${what}' where 1 = 0;", "delete from log where 1 = 0;")
                .file("scripts/20240102000000_a.sql", "create table a (id int);", "-- //@UNDO", "drop table a;")
                .walk(product);

        assertThat(ScriptWalks.verdicts(report)).containsExactly(FIRST, "20240102000000_a: reversible");
        assertThat(ScriptWalks.step(report, "20240102000000_a").up().work().statements())
                .extracting(statement -> statement.sql().strip())
                .containsExactly(
                        "update log set what = 'up' where 1 = 0",
                        "delete from log where 1 = 0",
                        "create table a (id int)");
    }

    @Test
    void aHookInAnotherLanguageIsRunByAnEngineOfTheProject() throws IOException {
        Path services = directory.resolve("project/META-INF/services");
        Files.createDirectories(services);
        Files.writeString(
                services.resolve("javax.script.ScriptEngineFactory"), RecitingEngine.Factory.class.getName() + "\n");
        URL[] project = {directory.resolve("project").toUri().toURL()};
        try (URLClassLoader loader = new URLClassLoader(project, getClass().getClassLoader())) {
            CellReport report = MybatisProject.in(directory, "hook_after_each_up=recite:log.txt")
                    .loadedBy(loader)
                    .file("scripts/bootstrap.sql", "create table log (what varchar(80));")
                    .file("hooks/log.txt", "update log set what = ? where 1 = 0;")
                    .walk("sqlite");

            assertThat(ScriptWalks.verdicts(report)).containsExactly(FIRST);
            assertThat(ScriptWalks.step(report, "20240101000000_create_changelog")
                            .up()
                            .work()
                            .statements())
                    .extracting(statement -> statement.sql().strip())
                    .contains("update log set what = '20240101000000_create_changelog.sql' where 1 = 0");
        }
    }

    @Test
    void aHookThatFailsIsToldAsOne() {
        CellReport report = MybatisProject.in(directory, "hook_before_each_down=SQL:wrong.sql")
                .file("hooks/wrong.sql", "drop table nothing;")
                .walk("postgresql");

        assertThat(finding(report, Rule.ROLLBACK_FAILS).evidence().get(0))
                .isEqualTo("a hook before it fails: ERROR: table \"nothing\" does not exist");
    }

    @Test
    void aHistoryThatNoScriptCreatesIsTold() {
        CellReport report = MybatisProject.in(directory)
                .file("scripts/1_a.sql", "create table a (id int);", "-- //@UNDO", "drop table a;")
                .walk("postgresql");

        assertThat(report.notRun()).contains("Let the first script create this table");
    }

    @Test
    void whatHappensOnAbortIsRun() {
        CellReport report = MybatisProject.in(directory)
                .file("scripts/onabort.sql", "insert into nothing values (1);")
                .file("scripts/20240102000000_a.sql", "create table;", "-- //@UNDO")
                .walk("postgresql");

        assertThat(ScriptWalks.step(report, "20240102000000_a").verdict().label())
                .isEqualTo("migration fails");
        assertThat(finding(report, Rule.MIGRATION_FAILS).evidence())
                .anyMatch(line -> line.startsWith("then onabort.sql: ERROR: relation \"nothing\" does not exist"));
    }

    private static Finding finding(CellReport report, Rule rule) {
        return report.findings().stream()
                .filter(found -> found.rule() == rule)
                .findFirst()
                .orElseThrow(() -> new AssertionError(report.findings().toString()));
    }
}
