package dev.stairway.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.database.DatabaseServer;
import dev.stairway.database.Room;
import dev.stairway.finding.Finding;
import dev.stairway.finding.Rule;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A disk that is too small for the rows, known beforehand or found out on the way. */
class RoomCheckTest {

    private static final int ROWS = 1500;

    private static final String CLEAN = """
            --changeset ann:2
            create table t (id int primary key);
            --rollback drop table t;
            """;

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"sqlite", "postgresql"})
    void tooLittleRoomIsToldBeforeTheRowsAreMade(String product) {
        CellReport report = Walks.on(product, directory)
                .servedBy(real -> free(real, 50_000))
                .large(ROWS)
                .walk(CLEAN);

        assertThat(report.notRun())
                .contains("There is not enough disk for the rows of this scenario")
                .contains("more rows of about ", " needed: ", "50 kB free, in memory")
                .contains("-Dmigration.workDirectory", "-Dmigration.largeRows");
        assertThat(report.findings()).extracting(Finding::rule).contains(Rule.CELL_NOT_RUN);
        assertThat(report.steps()).hasSize(1);
    }

    /** With 40 MB nothing is measured; with 6 MB a first part of the rows tells that it will do. */
    @ParameterizedTest
    @CsvSource({"sqlite, 40000000", "sqlite, 6000000", "postgresql, 40000000", "postgresql, 6000000"})
    void enoughRoomLetsTheWalkGoOn(String product, long bytes) {
        CellReport report = Walks.on(product, directory)
                .servedBy(real -> free(real, bytes))
                .large(ROWS)
                .walk(CLEAN);

        assertThat(report.notRun()).isEmpty();
        assertThat(Walks.step(report, "2").rowsBefore()).isGreaterThanOrEqualTo(2 * ROWS);
    }

    @Test
    void aCopyThatWillBeMadeNeedsRoomAsWell() {
        String outside = """
                --changeset ann:3 runInTransaction:false
                create index concurrently users_name on users (name);
                --rollback drop index users_name;
                """;
        Walks walks = Walks.on("postgresql", directory)
                .servedBy(real -> free(real, 6_000_000))
                .large(ROWS);

        assertThat(walks.walk(CLEAN).notRun()).isEmpty();
        assertThat(walks.walk(CLEAN + outside).notRun()).contains("for a copy of the database");
    }

    @Test
    void aDiskThatBecomesFullMeanwhileIsTold() {
        CellReport report = Walks.on("sqlite", directory)
                .servedBy(real -> Around.databases(
                        real, "connect", (database, connection) -> limited((Connection) connection, 20)))
                .large(ROWS)
                .walk(CLEAN);

        assertThat(report.notRun())
                .contains("The database ran out of room while rows were generated; all of them were taken back")
                .contains("disk is full", "-Dmigration.workDirectory");
        assertThat(report.unfilled()).isEmpty();
    }

    /** The server itself says so, by way of a trigger. */
    @Test
    void aServerWhoseDiskIsFullIsNotTakenForARowThatItRefuses() {
        CellReport report = Walks.on("postgresql", directory).large(ROWS).walk("""
                --changeset ann:2 splitStatements:false
                create function full_disk() returns trigger language plpgsql as
                  'begin if new.id > 9 then raise exception using errcode = ''53100'', message = ''no space''; end if; return new; end';
                create table t (id int primary key);
                create trigger t_full before insert on t for each row execute function full_disk();
                --rollback drop table t;
                --rollback drop function full_disk();
                --changeset ann:3
                create table u (id int primary key);
                --rollback drop table u;
                """);

        assertThat(report.notRun()).contains("ran out of room", "no space");
    }

    private static DatabaseServer free(DatabaseServer real, long bytes) {
        return Around.databases(real, "room", (database, answer) -> {
            Room room = ((Optional<?>) answer).map(Room.class::cast).orElseThrow();
            return Optional.of(new Room(room.directory(), room.usedBytes(), bytes, true, room.logBytes()));
        });
    }

    private static Connection limited(Connection connection, int pages) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA max_page_count = " + pages);
        }
        return connection;
    }
}
