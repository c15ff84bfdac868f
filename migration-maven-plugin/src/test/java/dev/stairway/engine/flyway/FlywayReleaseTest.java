package dev.stairway.engine.flyway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.database.TestServers;
import dev.stairway.engine.script.ScriptWalks;
import dev.stairway.matrix.UpgradePath;
import dev.stairway.run.CellReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A dump of a release that Flyway has made: its own history says what it has, and whether the files are still the same. */
class FlywayReleaseTest {

    private static final String FIRST = "create table a (id integer primary key);";
    private static final String SECOND = "create table b (id integer primary key);";

    @TempDir
    private Path directory;

    private ScriptWalks walks;

    @BeforeEach
    void project() {
        walks = new ScriptWalks(new FlywayEngine(), directory)
                .file("V1__a.sql", FIRST)
                .file("U1__a.sql", "drop table a;")
                .file("R__tags.sql", "create table if not exists tags (id integer primary key);")
                .file("V2__b.sql", SECOND)
                .file("U2__b.sql", "drop table b;")
                .loadedBy(FlywayJars.loader(FlywayJars.NEWEST));
    }

    /** The history as Flyway itself writes it. */
    private List<String> history() throws SQLException {
        try (FlywayStepper flyway = new FlywayStepper(TestServers.sqlite(), walks.source())) {
            flyway.up("V1__a");
            flyway.up("R__tags");
            return flyway.values("select \"script\" || ',' || \"checksum\" from flyway_schema_history order by 1");
        }
    }

    private CellReport walkFrom(List<String> history, boolean failed) throws IOException {
        StringBuilder dump = new StringBuilder("PRAGMA foreign_keys=OFF;\nBEGIN TRANSACTION;\n" + FIRST
                + "\nCREATE TABLE tags (id integer primary key);\n"
                + "CREATE TABLE flyway_schema_history (installed_rank INT NOT NULL PRIMARY KEY, version VARCHAR(50),"
                + " description VARCHAR(200) NOT NULL, type VARCHAR(20) NOT NULL, script VARCHAR(1000) NOT NULL, checksum INT,"
                + " installed_by VARCHAR(100) NOT NULL, installed_on TEXT NOT NULL DEFAULT"
                + " (strftime('%Y-%m-%d %H:%M:%f','now')), execution_time INT NOT NULL, success BOOLEAN NOT NULL);\n");
        int rank = 0;
        for (String row : history) {
            String script = row.split(",")[0];
            String version = script.startsWith("V") ? "'" + script.charAt(1) + "'" : "NULL";
            String description = script.substring(script.indexOf("__") + 2).replace(".sql", "");
            dump.append(
                    "INSERT INTO flyway_schema_history VALUES (%d,%s,'%s','SQL','%s',%s,'ann','2025-01-01 00:00:00.000',1,%d);\n"
                            .formatted(++rank, version, description, script, row.split(",")[1], failed ? 0 : 1));
        }
        Path file = Files.writeString(directory.resolve("release-1.sql"), dump + "COMMIT;\n");
        return walks.departing(UpgradePath.from("old", "").dumped(file, "release-1.sql", "sqlite"))
                .walk("sqlite");
    }

    @Test
    void whatTheHistoryHasIsNotWalkedAgain() throws Exception {
        CellReport report = walkFrom(history(), false);

        assertThat(report.notRun()).isEmpty();
        assertThat(ScriptWalks.verdicts(report)).contains("V1__a: not covered", "V2__b: reversible");
    }

    @Test
    void aMigrationThatWasChangedAfterItsReleaseIsTold() throws Exception {
        List<String> history = history();
        walks.file("V1__a.sql", FIRST, "-- a word more");

        CellReport report = walkFrom(history, false);

        assertThat(report.steps()).isEmpty();
        assertThat(report.notRun()).contains("its history has other checksums", "V1__a.sql (history ", ", file ");
    }

    @Test
    void aRepeatableMigrationMayChange() throws Exception {
        List<String> history = history();
        walks.file("R__tags.sql", "create table if not exists tags (id integer primary key);", "-- a word more");

        assertThat(walkFrom(history, false).notRun()).isEmpty();
    }

    @Test
    void aReleaseInWhichAMigrationHasFailedIsTold() throws Exception {
        CellReport report = walkFrom(history().subList(1, 2), true);

        assertThat(report.notRun()).contains("a migration has failed", "keeps as failed: V1__a.sql", "flyway repair");
    }
}
