package dev.stairway.operate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stairway.database.external.NamedTarget;
import dev.stairway.database.external.SessionLimits;
import dev.stairway.database.provider.OperatedServer;
import dev.stairway.operate.health.Check;
import dev.stairway.operate.health.Health;
import dev.stairway.operate.health.HealthCheck;
import dev.stairway.operate.health.HealthLimits;
import dev.stairway.problem.ProblemException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SQLite files of which a part is not what it should be: told in clear words, and left as they are to the last byte. */
class DamagedSqliteTest {

    private static final int PAGE = 4096;

    private static final SessionLimits LOOKING = SessionLimits.looking(Duration.ofSeconds(1));
    private static final SessionLimits WRITING = SessionLimits.copying(Duration.ofSeconds(1));

    @TempDir
    private Path directory;

    private Path file;
    private NamedTarget target;

    @BeforeEach
    void make() throws IOException {
        file = Files.createDirectory(directory.resolve("shop")).resolve("shop.db");
        target = Shop.sqlite(file);
        Shop.sql(
                target,
                "CREATE TABLE item (id INTEGER PRIMARY KEY, note TEXT)",
                "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 400)"
                        + " INSERT INTO item SELECT i, printf('%0200d', i) FROM n");
    }

    /** Whoever may write would take the half transaction back by merely reading. */
    @Test
    void aHotJournalIsRefusedAndNothingIsTakenBack() throws Exception {
        Path left = Files.createDirectory(directory.resolve("left")).resolve("shop.db");
        try (Connection writer = DriverManager.getConnection(target.url());
                Statement statement = writer.createStatement()) {
            writer.setAutoCommit(false);
            statement.executeUpdate("UPDATE item SET note = 'x' WHERE id = 1");
            assertThat(journal(file))
                    .as("near miss: the journal of one who lives")
                    .exists();
            open(target, LOOKING).database().close();

            // More than the writer keeps in its memory, and the state of the disk when it is killed now.
            statement.execute("PRAGMA cache_size = 2");
            statement.executeUpdate("UPDATE item SET note = printf('%0200d', -id)");
            Files.copy(file, left);
            Files.copy(journal(file), journal(left));
        }
        NamedTarget killed = new NamedTarget("jdbc:sqlite:" + left, "", "");
        Map<String, String> before = bytes(left.getParent());

        for (SessionLimits limits : new SessionLimits[] {LOOKING, WRITING}) {
            assertThatThrownBy(() -> open(killed, limits))
                    .isInstanceOf(ProblemException.class)
                    .hasMessageContaining("Somebody was killed while writing the named database")
                    .hasMessageContaining(left.toString())
                    .hasMessageContaining("SQLITE_READONLY_ROLLBACK")
                    .hasMessageContaining("shop.db-journal holds what has to be taken back");
            assertThat(bytes(left.getParent())).isEqualTo(before);
        }
        // As the message advises.
        Shop.sql(killed, "SELECT count(*) FROM item");
        open(killed, WRITING).database().close();
    }

    @Test
    void damagedFirstPagesAreRefused() throws IOException {
        damage(100, "so much for the names of the tables");
        Map<String, String> before = bytes(file.getParent());

        for (SessionLimits limits : new SessionLimits[] {LOOKING, WRITING}) {
            assertThatThrownBy(() -> open(target, limits))
                    .isInstanceOf(ProblemException.class)
                    .hasMessageContaining("The named database is damaged, or none of SQLite")
                    .hasMessageContaining(file.toString())
                    .hasMessageContaining("SQLITE_CORRUPT")
                    .hasMessageContaining("put a backup back");
        }
        assertThat(bytes(file.getParent())).isEqualTo(before);
    }

    @Test
    void damagedPagesOfATableAreFoundByHealth() throws IOException {
        assertThat(health().failed()).as("near miss: before").isEmpty();
        damage(PAGE * 4, "so much for the rows of this page");
        Map<String, String> before = bytes(file.getParent());

        assertThat(health().failed()).singleElement().satisfies(check -> {
            assertThat(check.name()).isEqualTo("integrity");
            assertThat(check.seen()).contains("page 5");
            assertThat(check.next()).isEqualTo("Restore a backup: the file is damaged");
        });
        assertThat(bytes(file.getParent())).isEqualTo(before);
    }

    private Health health() {
        OperatedServer server = open(target, LOOKING);
        try {
            Health health = new HealthCheck(server, HealthLimits.USUAL).run();
            assertThat(health.checks()).extracting(Check::name).contains("integrity");
            return health;
        } finally {
            server.database().close();
        }
    }

    private static OperatedServer open(NamedTarget target, SessionLimits limits) {
        return OperatedServer.open(target, limits, DamagedSqliteTest.class.getClassLoader());
    }

    private void damage(long position, String with) throws IOException {
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            bytes.seek(position);
            bytes.write(with.getBytes(StandardCharsets.US_ASCII));
        }
    }

    private static Path journal(Path file) {
        return file.resolveSibling(file.getFileName() + "-journal");
    }

    /** Of all files there. */
    private static Map<String, String> bytes(Path directory) throws IOException {
        Map<String, String> bytes = new TreeMap<>();
        try (Stream<Path> files = Files.list(directory)) {
            for (Path each : files.toList()) {
                bytes.put(
                        each.getFileName().toString(),
                        new String(Files.readAllBytes(each), StandardCharsets.ISO_8859_1));
            }
        }
        return bytes;
    }
}
