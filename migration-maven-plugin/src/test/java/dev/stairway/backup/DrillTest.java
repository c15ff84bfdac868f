package dev.stairway.backup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.backup.DrillReport.Outcome;
import dev.stairway.database.DatabaseServer;
import dev.stairway.database.JdbcDatabase;
import dev.stairway.database.TestServers;
import dev.stairway.engine.liquibase.LiquibaseEngine;
import dev.stairway.finding.Finding;
import dev.stairway.finding.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Backups are tried as the migrations go, and what is wrong with them is told. */
class DrillTest {

    private static final String CHANGELOG = """
            --changeset ann:users
            create table users (id int primary key, name varchar(50) not null);
            --changeset ann:orders
            create table orders (id int primary key, user_id int not null references users (id), paid boolean);
            --changeset ann:names
            update users set name = upper(name);
            create index users_name on users (name);
            """;

    @TempDir
    private Path directory;

    @Test
    void everyToolOfSqliteBringsAllBackBeforeTheLastMigrations() throws IOException {
        DrillReport report = on(TestServers.sqlite()).last(2).sql(CHANGELOG);

        assertThat(report.notDrilled()).isEmpty();
        assertThat(Drills.outcomes(report))
                .containsExactly(
                        "orders backup-api RESTORED",
                        "orders vacuum-into RESTORED",
                        "orders file-copy RESTORED",
                        "names backup-api RESTORED",
                        "names vacuum-into RESTORED",
                        "names file-copy RESTORED");
        assertThat(report.findings()).isEmpty();
        assertThat(report.trials()).allSatisfy(trial -> {
            assertThat(trial.bytes()).isPositive();
            assertThat(trial.backupNanos()).isPositive();
            assertThat(trial.restoreNanos()).isPositive();
            assertThat(trial.damageNoticed()).isTrue();
        });
        assertThat(directory.resolve("backups").resolve("file-copy")).isEmptyDirectory();
    }

    @Test
    void postgresqlGoesBackToTheMomentBeforeEachMigration() throws IOException {
        DrillReport report =
                on(Sources.archiving(18)).last(9).only("point-in-time").sql(CHANGELOG);

        assertThat(Drills.outcomes(report))
                .containsExactly(
                        "users point-in-time RESTORED",
                        "orders point-in-time RESTORED",
                        "names point-in-time RESTORED");
        assertThat(report.findings()).isEmpty();
    }

    @Test
    void everyToolOfPostgresqlBringsAllBackBeforeTheLastMigration() throws IOException {
        DrillReport report = on(Sources.archiving(14)).last(1).sql(CHANGELOG);

        assertThat(report.trials()).extracting(DrillReport.Trial::tool).contains("point-in-time", "catalog-copy");
        assertThat(report.trials()).extracting(DrillReport.Trial::outcome).containsOnly(Outcome.RESTORED);
        assertThat(report.trials().size() + report.notTried().size())
                .as("pg_dump is tried, or said not to be")
                .isEqualTo(3);
    }

    @Test
    void aToolThatIsNotMadeForWhatIsThereIsSaidNotToBeTriedAndTheOthersAre() throws IOException {
        DrillReport report = on(Sources.archiving(18))
                .last(2)
                .sql(CHANGELOG + "--changeset ann:span\ncreate type span as range (subtype = int4);\n"
                        + "--changeset ann:last\ncreate table last (id int, held span);\n");

        assertThat(report.findings()).isEmpty();
        assertThat(Drills.outcomes(report))
                .contains("span point-in-time RESTORED", "span catalog-copy RESTORED", "last point-in-time RESTORED")
                .doesNotContain("last catalog-copy RESTORED");
        assertThat(report.notTried())
                .anyMatch(line ->
                        line.matches("catalog-copy was not tried from last on: it is not made for .*type public.span"));
    }

    @Test
    void aDatabaseForWhichNoToolIsMadeIsACellThatDidNotRun() throws IOException {
        DrillReport report = on(TestServers.postgres(18))
                .last(1)
                .only("catalog-copy")
                .sql("--changeset ann:span\ncreate type span as range (subtype = int4);\n"
                        + "--changeset ann:last\ncreate table last (id int, held span);\n");

        assertThat(Drills.rules(report)).containsExactly(Rule.CELL_NOT_RUN);
        assertThat(report.notDrilled()).contains("catalog-copy was not tried from last on");
    }

    @Test
    void rowsThatTheLogDoesNotHoldAreToldToBeGone() throws IOException {
        DrillReport report = on(Sources.archiving(18))
                .last(1)
                .sql(CHANGELOG + "--changeset ann:visits\ncreate unlogged table visits (id int primary key);\n"
                        + "--changeset ann:last\ncreate table last (id int);\n");

        assertThat(Drills.rules(report)).containsExactly(Rule.RESTORE_DIFFERS);
        assertThat(report.findings().get(0)).satisfies(finding -> {
            assertThat(finding.title()).isEqualTo("What point-in-time brings back is not what was there before it");
            assertThat(finding.evidence()).anyMatch(line -> line.contains("visits"));
            assertThat(finding.remedy()).contains("use catalog-copy");
        });
    }

    @Test
    void onlyTheNamedMigrationsAreTried() throws IOException {
        DrillReport report =
                on(TestServers.sqlite()).before("*::ord*::ann", "names").sql(CHANGELOG);

        assertThat(report.trials())
                .extracting(trial -> trial.migration().name())
                .containsOnly("orders", "names");
    }

    @Test
    void aMigrationThatIsLeftOutIsRecordedAsRanAndNoBackupIsTriedBeforeIt() throws IOException {
        DrillReport report = on(TestServers.sqlite())
                .without("*::broken::*")
                .sql(CHANGELOG + "--changeset ann:broken\ndrop table nothing;\n"
                        + "--changeset ann:last\ncreate table last (id int);\n");

        assertThat(report.findings()).isEmpty();
        assertThat(report.trials())
                .extracting(trial -> trial.migration().name())
                .contains("last")
                .doesNotContain("broken");
    }

    @Test
    void aRestoredDatabaseThatIsAnotherOneIsToldWithWhatDiffers() throws IOException {
        DrillReport report = on(TestServers.sqlite())
                .last(1)
                .with(tool -> tool.name().equals("file-copy")
                        ? new SpoiltTool(tool, "delete from orders; drop table orders")
                        : tool)
                .sql(CHANGELOG);

        assertThat(Drills.rules(report)).containsExactly(Rule.RESTORE_DIFFERS);
        Finding finding = report.findings().get(0);
        assertThat(finding.title()).isEqualTo("What file-copy brings back is not what was there before it");
        assertThat(finding.evidence()).contains("table orders: removed");
        assertThat(finding.remedy())
                .isEqualTo(
                        "Keep what is named above by other means, or use backup-api or vacuum-into, which brings all back");
    }

    @Test
    void aRestoredDatabaseWhoseHistoryIsGoneRefusesTheMigration() throws IOException {
        DrillReport report = on(TestServers.sqlite())
                .last(1)
                .with(tool -> new SpoiltTool(tool, "delete from DATABASECHANGELOG"))
                .sql(CHANGELOG);

        assertThat(Drills.rules(report)).containsOnly(Rule.RESTORED_REFUSES_MIGRATION);
        assertThat(report.findings().get(0).evidence().get(0)).matches("the engine would run .*users.* first");
    }

    @Test
    void aBackupThatCannotBeRestoredIsToldWithTheReason() throws IOException {
        DrillReport report = on(TestServers.sqlite())
                .last(1)
                .with(tool -> tool.name().equals("backup-api") ? new SpoiltTool(tool, "select broken") : tool)
                .sql(CHANGELOG);

        assertThat(report.trials().get(0).outcome()).isEqualTo(Outcome.NOT_RESTORED);
        assertThat(Drills.rules(report)).containsExactly(Rule.RESTORE_FAILS);
    }

    @Test
    void aSlowRestoreIsToldWithBothNumbersAndAFastOneIsNot() throws IOException {
        DrillReport slow = on(TestServers.sqlite()).last(1).within(0).sql(CHANGELOG);
        assertThat(Drills.rules(slow)).hasSize(3).containsOnly(Rule.RESTORE_TOO_SLOW);
        assertThat(slow.findings().get(0).evidence().get(0))
                .matches("\\d+ > 0 ms \\(maxRestoreMillis\\), \\d+ bytes in 1 files");

        assertThat(on(TestServers.sqlite())
                        .last(1)
                        .within(600_000)
                        .sql(CHANGELOG)
                        .findings())
                .isEmpty();
    }

    @Test
    void aMigrationThatFailsEndsItButItsBackupIsTriedAllTheSame() throws IOException {
        DrillReport report = on(TestServers.sqlite())
                .last(1)
                .sql(CHANGELOG + "--changeset ann:bad\ninsert into nowhere values (1);\n");

        assertThat(Drills.rules(report)).containsExactly(Rule.MIGRATION_FAILS_ON_DATA);
        assertThat(Drills.outcomes(report)).hasSize(3).allMatch(line -> line.endsWith("RESTORED"));
    }

    @Test
    void aServerThatNobodyKnowsToBackUpIsACellThatDidNotRun() throws IOException {
        DrillReport report = on(TestServers.h2()).sql(CHANGELOG);

        assertThat(Drills.rules(report)).containsExactly(Rule.CELL_NOT_RUN);
        assertThat(report.notDrilled()).startsWith("Nobody knows how to back up h2");
    }

    private Drills on(DatabaseServer server) {
        return new Drills(directory, server, new LiquibaseEngine());
    }

    /** Spoils what a good tool has brought back. */
    private record SpoiltTool(BackupTool good, String sql) implements BackupTool {

        @Override
        public String name() {
            return good.name();
        }

        @Override
        public String product() {
            return good.product();
        }

        @Override
        public Backup take(String before, Path place) {
            return good.take(before, place);
        }

        @Override
        public Restored restore(Backup backup) {
            Restored restored = good.restore(backup);
            try (Connection connection = ((JdbcDatabase) restored.database()).connect();
                    Statement statement = connection.createStatement()) {
                for (String one : List.of(sql.split("; "))) {
                    statement.execute(one);
                }
                return restored;
            } catch (SQLException e) {
                restored.close();
                throw dev.stairway.problem.ProblemException.setup("It breaks", "", e.getMessage(), "", e);
            }
        }

        @Override
        public void discard(Backup backup) throws IOException {
            good.discard(backup);
            assertThat(Files.exists(backup.file())).isFalse();
        }
    }
}
