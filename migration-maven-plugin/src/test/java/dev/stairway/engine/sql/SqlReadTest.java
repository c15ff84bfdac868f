package dev.stairway.engine.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stairway.engine.Migration;
import dev.stairway.engine.Migration.Rollback;
import dev.stairway.engine.script.ScriptWalks;
import dev.stairway.problem.ProblemException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqlReadTest {

    @TempDir
    private Path directory;

    private ScriptWalks files() {
        return new ScriptWalks(new SqlEngine(), directory);
    }

    @Test
    void migrationsComeInTheOrderOfTheirNumbers() {
        List<Migration> found = read(files().file("10_b.up.sql", "select 1;")
                .file("9_a.up.sql", "select 1;")
                .file("9_a.down.sql", "/* none */")
                .file("10_b.down.sql", "select 2;")
                .file("readme.sql", "select 3;"));

        assertThat(Migration.ids(found)).containsExactly("9_a", "10_b");
        assertThat(found.get(0).rollback()).isEqualTo(Rollback.EMPTY);
        assertThat(found.get(1).rollback()).isEqualTo(Rollback.WRITTEN);
        assertThat(found.get(1).rollbackAt().file()).isEqualTo("changelog/10_b.down.sql");
    }

    @Test
    void aChecksumChangesWithEitherWayAndNotWithLineEnds() {
        String first = checksum(files().file("1_a.up.sql", "select 1;").file("1_a.down.sql", "select 2;"));

        assertThat(checksum(files().file("1_a.up.sql", "select 1;\r"))).isEqualTo(first);
        assertThat(checksum(files().file("1_a.up.sql", "select 2;"))).isNotEqualTo(first);
        assertThat(checksum(files().file("1_a.up.sql", "select 1;").file("1_a.down.sql", "select 3;")))
                .isNotEqualTo(first);
    }

    @Test
    void twoFilesOfOneVersionAreRefused() {
        refused(
                files().file("1_a.up.sql").file("001_b.up.sql"),
                "Two migrations have version 1\n  Where: changelog/1_a.up.sql\n"
                        + "  Seen: the other one is changelog/001_b.up.sql\n  Next: Give one of them another version.");
        refused(files().file("../changelog/1_a.sql", "-- migrate:up", "-- migrate:down"), "mixes the layouts");
    }

    @Test
    void twoFilesOfDbmateOfOneVersionAreRefused() {
        refused(
                files().file("1_a.sql", "-- migrate:up").file("1_b.sql", "-- migrate:up"),
                "Two migrations have version 1");
    }

    @Test
    void aDownWithoutUpIsRefusedAndAnUpWithoutDownIsNot() {
        assertThat(read(files().file("1_a.up.sql", "select 1;")).get(0).rollback())
                .isEqualTo(Rollback.MISSING);
        refused(
                files().file("2_b.down.sql"),
                "A way back has no way there\n  Where: changelog/2_b.down.sql\n  Seen: no .up.sql has version 2\n"
                        + "  Next: Add 2_b.up.sql, or delete this file.");
    }

    @Test
    void anUpWithoutNumberIsRefused() {
        refused(
                files().file("1_a.up.sql").file("init.up.sql"),
                "The version of a migration cannot be read from its name\n  Where: changelog/init.up.sql");
    }

    @Test
    void aScriptThatTheToolWouldPassOverIsRefused() {
        refused(
                files().file("1_a.up.sql").file("2_b.sql"),
                "A script is neither an .up.sql nor a .down.sql, and golang-migrate would pass over it\n"
                        + "  Where: changelog/2_b.sql\n  Next: Rename it to 2_b.up.sql, or move it elsewhere.");
    }

    @Test
    void partsOfDbmateThatCannotBeReadAreRefused() {
        refused(
                files().file("1_a.sql", "-- migrate:down", "", "-- migrate:up"),
                "The way back stands before the way there\n  Where: changelog/1_a.sql:1");
        refused(
                files().file("1_a.sql", "select 1;", "-- migrate:up"),
                "Statements stand above '-- migrate:up', where dbmate refuses them");
        refused(
                files().file("1_a.sql", "-- migrate:up", "-- migrate:up"),
                "A migration has two parts '-- migrate:up'\n  Where: changelog/1_a.sql:2");
        refused(
                files().file("1_a.sql", "-- migrate:up").file("2_b.sql", "select 1;"),
                "A migration has no part for the way there\n  Where: changelog/2_b.sql");
    }

    @Test
    void anEmptyDirectoryAndAMissingOneAreTold() {
        refused(files(), "The directory of the changelog is not there\n  Where: changelog");
        refused(
                files().file("a.txt"),
                "The changelog has no migration\n  Where: changelog\n  Seen: it holds a.txt\n  Next: Give the directory");
    }

    @Test
    void aSettingThatIsNotKnownIsRefused() {
        refused(
                files().file("1_a.up.sql").set("x-migration-table", "a"),
                "The changelog has a setting that is not known for golang-migrate\n"
                        + "  Where: <settings> of the changelog\n  Seen: x-migration-table\n"
                        + "  Next: Use x-migrations-table, x-multi-statement, x-no-lock, x-no-tx-wrap, or leave it out.");
        refused(files().set("x-multi-statement", "yes"), "A setting is neither true nor false");
    }

    private static List<Migration> read(ScriptWalks files) {
        return new SqlEngine().read(files.source()).migrations();
    }

    private static String checksum(ScriptWalks files) {
        return read(files).get(0).checksum();
    }

    private static void refused(ScriptWalks files, String message) {
        assertThatThrownBy(() -> read(files))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining(message);
    }
}
