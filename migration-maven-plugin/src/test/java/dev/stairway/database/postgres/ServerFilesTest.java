package dev.stairway.database.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.stairway.database.Profile;
import dev.stairway.database.TestServers;
import dev.stairway.database.files.ContentCache;
import dev.stairway.database.process.ChildJvm;
import dev.stairway.database.process.LoopbackPort;
import dev.stairway.database.process.Traces;
import dev.stairway.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The cache that builds share, the directories of runs, and who they belong to. */
class ServerFilesTest {

    private static final Path JAR = TestServers.postgresJar(18);
    private static final boolean LINUX =
            System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux");

    @TempDir
    Path directory;

    private final Path cache = TestServers.cache();
    private Path work;

    @BeforeEach
    void chooseWork() {
        work = directory.resolve("work with space");
    }

    @AfterEach
    void nothingIsLeft() throws IOException {
        assertThat(Traces.runs(work)).isEmpty();
    }

    @Test
    void two_builds_fill_the_same_cache_at_once_and_a_damaged_one_is_made_again() throws IOException {
        Path shared = directory.resolve("cache");
        try (ChildJvm one = child(shared);
                ChildJvm other = child(shared)) {
            assertThat(one.awaitPort()).isNotEqualTo(other.awaitPort());
            one.process().destroy();
            other.process().destroy();
            one.process().onExit().join();
            other.process().onExit().join();
        }
        assertThat(Traces.names(shared))
                .filteredOn(name -> !name.endsWith(".lock"))
                .hasSize(2);

        Path program = programs(shared).resolve("bin/postgres");
        byte[] swapped = Files.readAllBytes(program);
        swapped[swapped.length / 2] ^= 1;
        Files.write(program, swapped);
        start(shared).close();
        assertThat(Files.readAllBytes(program)).isNotEqualTo(swapped);
    }

    @Test
    void root_can_run_it_as_another_user_where_namespaces_are_forbidden() throws IOException, SQLException {
        assumeThat(LINUX && RunAs.root(directory) && RunAs.OTHER.works())
                .as("root on Linux")
                .isTrue();
        ContentCache contents = new ContentCache(cache);
        Installation installation = Installation.of(JAR, contents);
        Path empty = EmptyCluster.of(installation, Profile.FAST, work, contents);
        Path reachable = RunAs.OTHER.workDirectory(work);
        Cluster cluster =
                Cluster.start(installation, empty, 18, Profile.FAST, reachable, RunAs.OTHER, LoopbackPort::free);
        try {
            new Access(cluster.port(), cluster.password()).connect("postgres").close();
        } finally {
            cluster.stop();
        }
        assertThat(cluster.directory().path()).doesNotExist();
    }

    @Test
    void a_full_disk_is_named_with_the_bytes_it_takes() throws IOException, InterruptedException {
        assumeThat(LINUX && RunAs.root(directory)).as("root on Linux").isTrue();
        Path small = Files.createDirectory(directory.resolve("small"));
        Process mount = new ProcessBuilder("mount", "-t", "tmpfs", "-o", "size=20m", "tmpfs", small.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assumeThat(mount.waitFor()).as("may mount").isZero();
        try {
            assertThatThrownBy(() -> start(small.resolve("cache")))
                    .isInstanceOf(ProblemException.class)
                    .hasMessageContaining("No space left")
                    .hasMessageContaining(small.toString())
                    .hasMessageContaining(JAR.toFile().length() * 5 + " bytes");
            assertThat(Traces.names(small.resolve("cache"))).allMatch(name -> name.endsWith(".lock"));
        } finally {
            new ProcessBuilder("umount", small.toString()).start().waitFor();
        }
    }

    @Test
    void what_a_dead_run_left_is_swept_and_what_a_living_one_uses_is_not() throws IOException {
        Path dead = Files.createDirectories(work.resolve("stairway-postgresql-18-1234567890123456789"));
        Files.writeString(dead.resolve("owner"), ProcessHandle.current().pid() + " 1970-01-01T00:00:00Z");
        try (ChildJvm child = child(cache)) {
            child.awaitPort();
            List<String> living = Traces.runs(work);
            assertThat(living).hasSize(1).doesNotContain(dead.getFileName().toString());
            start(cache).close();
            assertThat(Traces.runs(work)).isEqualTo(living);
            child.process().destroy();
            child.process().onExit().join();
        }
    }

    private PostgresServer start(Path cacheDirectory) {
        return PostgresServer.start(JAR, 18, cacheDirectory, work, Profile.FAST);
    }

    private ChildJvm child(Path cacheDirectory) throws IOException {
        return ChildJvm.start(
                List.of(), System.getProperty("java.class.path"), HoldServer.class, JAR, 18, cacheDirectory, work);
    }

    private static Path programs(Path cache) throws IOException {
        return cache.resolve(Traces.names(cache).stream()
                .filter(name -> name.startsWith("postgresql-") && !name.endsWith(".lock"))
                .findFirst()
                .orElseThrow());
    }
}
