package dev.stairway.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stairway.backup.postgres.PointInTime;
import dev.stairway.database.JdbcDatabase;
import dev.stairway.database.TestServers;
import dev.stairway.database.postgres.ArchivingServer;
import dev.stairway.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A backup is whole or it is none, whatever else goes on at the server. On a server of its own, whose files are spoiled. */
class PointInTimeTest {

    private static ArchivingServer server;

    @TempDir
    private Path directory;

    @BeforeAll
    static void start() {
        server = ArchivingServer.start(
                TestServers.postgresJar(18),
                18,
                TestServers.cache(),
                TestServers.cache().resolve("run"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void a_backup_without_its_end_is_not_made_good_by_the_living_server() throws Exception {
        try (Sources sources = source();
                BackupTool tool = tool(sources)) {
            Backup first = tool.take("m1", directory);
            Map<String, String> before = Sources.fingerprint(sources.database());
            Set<Path> log = log();
            sources.run("INSERT INTO customer VALUES (2, 'Bob')");
            Backup second = tool.take("m2", directory);
            Files.delete(second.file());
            for (Path file : log()) {
                if (!log.contains(file)) {
                    Files.delete(file);
                }
            }
            Backup cutOff =
                    Backup.seal(directory, name(second), second.manifest().origin());

            assertThatThrownBy(() -> tool.restore(cutOff))
                    .isInstanceOf(ProblemException.class)
                    .hasMessageContaining("recovery ended before configured recovery target was reached");
            try (Restored restored = tool.restore(first)) {
                assertThat(Sources.fingerprint(restored.database())).isEqualTo(before);
            }
        }
    }

    @Test
    void two_tools_on_one_server_come_to_their_own_moments() throws Exception {
        try (Sources one = source();
                Sources other = source();
                BackupTool ofOne = tool(one);
                BackupTool ofOther = tool(other)) {
            Path there = Files.createDirectories(directory.resolve("other"));
            Path here = Files.createDirectories(directory.resolve("one"));
            ofOne.take("m1", here);
            ofOther.take("m1", there);
            ofOne.take("m2", here);
            other.run("INSERT INTO customer VALUES (2, 'Bob')");
            Map<String, String> before = Sources.fingerprint(other.database());
            Backup backup = ofOther.take("m2", there);

            try (Restored restored = ofOther.restore(backup)) {
                assertThat(Sources.fingerprint(restored.database())).isEqualTo(before);
            }
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void a_copy_of_the_files_that_fails_leaves_nothing_that_the_next_backup_builds_on() throws Exception {
        try (Sources sources = source();
                BackupTool tool = tool(sources)) {
            Path loop = data(sources).resolve("zz_loop");
            Files.createSymbolicLink(loop, loop);
            try {
                assertThatThrownBy(() -> tool.take("m1", directory))
                        .isInstanceOf(ProblemException.class)
                        .hasMessageContaining("The server's files cannot be backed up");
                assertThat(directory).isEmptyDirectory();
            } finally {
                Files.delete(loop);
            }

            restores(tool, sources);
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void a_tablespace_elsewhere_is_refused_by_name_and_before_anything_is_copied() throws Exception {
        try (Sources sources = source();
                BackupTool tool = tool(sources)) {
            Path data = data(sources);
            Path elsewhere = Files.createDirectory(data.resolveSibling("elsewhere"));
            Files.setOwner(elsewhere, Files.getOwner(data, LinkOption.NOFOLLOW_LINKS));
            sources.run("CREATE TABLESPACE roomy LOCATION '" + elsewhere + "'");
            try {
                assertThatThrownBy(() -> tool.take("m1", directory))
                        .isInstanceOf(ProblemException.class)
                        .hasMessageContaining("A tablespace lies outside of the server's directory")
                        .hasMessageContaining("roomy " + elsewhere)
                        .hasMessageContaining("leave the tablespace out of what is played here");
                assertThat(directory).isEmptyDirectory();
            } finally {
                sources.run("DROP TABLESPACE roomy");
            }

            restores(tool, sources);
        }
    }

    private void restores(BackupTool tool, Sources sources) throws SQLException, IOException {
        Backup backup = tool.take("m1", directory);
        assertThat(backup.manifest().directories()).noneMatch(name -> name.contains(".part"));
        try (Restored restored = tool.restore(backup)) {
            assertThat(Sources.fingerprint(restored.database())).isEqualTo(Sources.fingerprint(sources.database()));
        }
    }

    private static Sources source() throws SQLException {
        Sources sources = new Sources(server, server.fresh("source"));
        sources.run(
                "CREATE TABLE customer (id INTEGER PRIMARY KEY, name TEXT); INSERT INTO customer VALUES (1, 'Ann')");
        return sources;
    }

    private static BackupTool tool(Sources sources) {
        return new PointInTime(server, sources.database(), Clock.systemUTC());
    }

    private static Path data(Sources sources) throws SQLException {
        try (Connection connection = ((JdbcDatabase) sources.database()).connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SHOW data_directory")) {
            row.next();
            return Path.of(row.getString(1));
        }
    }

    private Set<Path> log() throws IOException {
        try (Stream<Path> files = Files.list(directory.resolve("log"))) {
            return files.collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static String name(Backup backup) {
        String file = backup.file().getFileName().toString();
        return file.substring(0, file.length() - Backup.SUFFIX.length());
    }
}
