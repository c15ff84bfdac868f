package dev.stairway.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.crash.CrashReport.Outcome;
import dev.stairway.database.TestServers;
import dev.stairway.engine.Engine;
import dev.stairway.engine.mybatis.MybatisEngine;
import dev.stairway.engine.sql.SqlEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Faults while plain scripts are applied. */
class ScriptFaultTest {

    private static final String CHANGE =
            "alter table users add column short varchar(5);\n" + "update users set short = substr(name, 1, 5);\n";

    @TempDir
    private Path directory;

    @Test
    void plainScriptsAreWhollyThereOrNotAtAll() throws IOException {
        file("sql/1_users.up.sql", "create table users (id int primary key, name varchar(50) not null);\n");
        file("sql/1_users.down.sql", "drop table users;\n");
        file("sql/2_short.up.sql", CHANGE);
        file("sql/2_short.down.sql", "alter table users drop column short;\n");

        wholly(new SqlEngine(), "sql");
    }

    @Test
    void scriptsOfMybatisMigrationsAreWhollyThereOrNotAtAll() throws IOException {
        file("changelog/environments/development.properties", "changelog=CHANGELOG\n");
        file(
                "changelog/scripts/1_changelog.sql",
                "-- // c\ncreate table ${changelog} (ID numeric(20,0) not null primary key,"
                        + " APPLIED_AT varchar(25) not null, DESCRIPTION varchar(255) not null);\n-- //@UNDO\ndrop table ${changelog};\n");
        file(
                "changelog/scripts/2_users.sql",
                "-- // u\ncreate table users (id int primary key, name varchar(50) not null);\n"
                        + "-- //@UNDO\ndrop table users;\n");
        file(
                "changelog/scripts/3_short.sql",
                "-- // s\n" + CHANGE + "-- //@UNDO\nalter table users drop column short;\n");

        wholly(new MybatisEngine(), "changelog");
    }

    private void wholly(Engine engine, String changelog) {
        FaultReport report = new FaultDrills(directory, TestServers.postgres(17), engine)
                .only(Fault.ANSWER_LOST, Fault.LOCK_TIMEOUT)
                .of(changelog);

        assertThat(report.notDrilled()).isEmpty();
        assertThat(report.findings()).as(FaultDrills.told(report)).isEmpty();
        assertThat(report.trials())
                .as("the commit had happened once, and nothing the other times")
                .extracting(trial -> trial.seen().outcome())
                .containsOnly(Outcome.BEFORE, Outcome.AFTER);
        assertThat(report.trials())
                .last()
                .satisfies(trial -> assertThat(trial.told()).contains("canceling statement due to lock timeout"));
    }

    private void file(String name, String text) throws IOException {
        Path file = directory.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
