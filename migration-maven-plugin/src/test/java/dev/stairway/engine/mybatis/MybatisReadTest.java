package dev.stairway.engine.mybatis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stairway.database.Database;
import dev.stairway.database.DatabaseServer;
import dev.stairway.database.TestServers;
import dev.stairway.engine.Migration;
import dev.stairway.engine.Migration.Rollback;
import dev.stairway.engine.script.ScriptWalks;
import dev.stairway.problem.ProblemException;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MybatisReadTest {

    @TempDir
    private Path directory;

    @Test
    void scriptsComeInTheOrderOfTheirNumbers() {
        List<Migration> found =
                read(MybatisProject.in(directory).file("scripts/9_a.sql").file("scripts/10_b_c.sql"));

        assertThat(Migration.ids(found)).containsExactly("9_a", "10_b_c", "20240101000000_create_changelog");
        assertThat(found.get(1).description()).isEqualTo("b c");
        assertThat(found.get(2).rollback()).isEqualTo(Rollback.WRITTEN);
        assertThat(found.get(2).rollbackAt().line()).isEqualTo(9);
    }

    @Test
    void everyWayToWriteTheMarkIsKnownAndNoOther() {
        for (String mark : List.of("-- //@UNDO", "--//@UNDO", " -- // @UNDO now", "// //@UNDO")) {
            assertThat(UndoPart.of("a;\n" + mark + "\nb;\n")).as(mark).isEqualTo(new UndoPart(Rollback.WRITTEN, 2));
        }
        for (String mark : List.of("-- @UNDO", "-- //@UND", "-- //@undo", "a -- //@UNDO", "//@UNDO")) {
            assertThat(UndoPart.of("a;\n" + mark + "\nb;\n")).as(mark).isEqualTo(new UndoPart(Rollback.MISSING, 0));
        }
    }

    @Test
    void theMarksThatAreKnownAreThoseOfTheLibrary() {
        for (String mark : List.of(
                "-- //@UNDO",
                "--//@UNDO",
                " -- // @UNDO now",
                "// //@UNDO",
                "-- @UNDO",
                "-- //@UND",
                "-- //@undo",
                "a -- //@UNDO",
                "//@UNDO")) {
            ScriptWalks files = MybatisProject.in(directory).file("scripts/1_a.sql", "up;", mark, "back;");
            Script script =
                    new ChangelogReader(Project.of(files.source())).read().get(0);
            String undo = ScriptPart.read(Project.of(files.source()).reader(script.change(), true));

            assertThat(undo.contains("back;")).as(mark).isEqualTo(script.undo().line() > 0);
        }
    }

    @Test
    void anUndoPartOfBlockCommentsIsEmpty() {
        assertThat(UndoPart.of("-- //@UNDO\n/* later */\n\n// b;").rollback()).isEqualTo(Rollback.EMPTY);
        assertThat(UndoPart.of("-- //@UNDO\n/* later */ b").rollback()).isEqualTo(Rollback.WRITTEN);
    }

    @Test
    void theChecksumKnowsTheScriptAndNotTheValuesOfVariables() {
        String first = read(MybatisProject.in(directory, "a=1").file("scripts/1_a.sql", "select ${a};"))
                .get(0)
                .checksum();

        assertThat(read(MybatisProject.in(directory, "a=2")).get(0).checksum()).isEqualTo(first);
        assertThat(read(MybatisProject.in(directory).file("scripts/1_a.sql", "select 1;"))
                        .get(0)
                        .checksum())
                .isNotEqualTo(first);
    }

    @Test
    void anEnvironmentThatIsNotThereIsToldWithThoseThatAre() {
        refused(
                () -> read(MybatisProject.in(directory).set("environment", "test")),
                "The environment 'test' is not there\n  Where: changelog/environments/test.properties\n"
                        + "  Seen: there are development.properties");
        assertThat(read(MybatisProject.in(directory)
                        .set("environment", "test")
                        .file("environments/test.properties", "changelog=log")))
                .hasSize(1);
    }

    @Test
    void namesAndSettingsThatCannotBeReadAreRefused() {
        refused(
                () -> read(MybatisProject.in(directory).file("scripts/init.sql")),
                "The version of a migration cannot be read from its name\n  Where: changelog/scripts/init.sql");
        refused(
                () -> read(MybatisProject.in(directory).set("env", "a")),
                "Seen: env\n  Next: Use bootstrap, environment,");
    }

    @Test
    void twoScriptsOfOneNumberAreRefused() {
        refused(
                () -> read(MybatisProject.in(directory).file("scripts/1_a.sql").file("scripts/01_b.sql")),
                "Two migrations have version 1\n");
    }

    @Test
    void aFolderWithoutScriptsIsTold() {
        ScriptWalks files = new ScriptWalks(new MybatisEngine(), directory).file("environments/development.properties");

        refused(() -> read(files), "The folder of the scripts is not there\n  Where: changelog/scripts");
        refused(
                () -> read(files.file("scripts/readme.txt")),
                "The changelog has no migration\n  Where: changelog/scripts");
    }

    @Test
    void aHookInALanguageThatNobodySpeaksIsToldBeforeAnythingRuns() {
        refused(
                () -> open(MybatisProject.in(directory, "hook_before_up=klingon:a.kl")
                        .file("hooks/a.kl")),
                "A hook is written in klingon, for which no script engine is there\n  Where: klingon:a.kl");
        refused(
                () -> open(MybatisProject.in(directory, "hook_after_down=SQL:b.sql")
                        .file("hooks/a.sql")),
                "A hook cannot be used\n  Where: changelog/hooks\n  Seen: Hook script not found");
    }

    @Test
    void aBootstrapThatFailsIsToldWithItsLineUnlessItIsLeftOut() {
        ScriptWalks files = MybatisProject.in(directory)
                .file("scripts/bootstrap.sql", "create table a (id int);", "", "drop table absent;");

        refused(
                () -> open(files),
                "Where: changelog/scripts/bootstrap.sql:3\n  Seen: [SQLITE_ERROR] SQL error or missing database"
                        + " (no such table: absent)\n  Next: Correct it, or set bootstrap to false");
        open(files.set("bootstrap", "false"));
    }

    @Test
    void autoCommitIsToldWhereMybatisItselfWouldStop() {
        refused(
                () -> open(MybatisProject.in(directory, "auto_commit=true")),
                "Where: changelog/environments/development.properties\n  Seen: database in auto-commit mode\n  Next: Leave");
        open(MybatisProject.in(directory, "auto_commit=false"));
    }

    private static List<Migration> read(ScriptWalks files) {
        return new MybatisEngine().read(files.source()).migrations();
    }

    private static void open(ScriptWalks files) {
        try (DatabaseServer server = TestServers.sqlite();
                Database database = server.fresh("mybatis")) {
            new MybatisEngine().open(files.source(), database).close();
        }
    }

    private static void refused(ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(ProblemException.class).hasMessageContaining(message);
    }
}
