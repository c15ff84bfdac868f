package dev.stairway.database.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.stairway.database.Profile;
import dev.stairway.database.TestServers;
import dev.stairway.database.files.ContentCache;
import dev.stairway.database.files.FileTrees;
import dev.stairway.problem.ProblemException;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Starting, ending and being killed: nothing is left, and nobody else gets in. */
class ServerLifeTest {

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
        assertThat(leftovers(work)).isEmpty();
        assertThat(processes()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_killed_or_ended_jvm_takes_its_server_with_it(boolean forcibly) throws IOException {
        assumeThat(FileTrees.posix()).isTrue();
        try (ChildJvm child = child(work, cache)) {
            int port = child.awaitPort();
            assertThat(listening(port)).isTrue();
            assertThat(leftovers(work)).hasSize(1);
            if (forcibly) {
                child.process().destroyForcibly();
            } else {
                child.process().destroy();
            }
            long killed = System.nanoTime();
            while (listening(port) || !processes().isEmpty() || !leftovers(work).isEmpty()) {
                assertThat(System.nanoTime() - killed)
                        .as("nanoseconds since the end")
                        .isLessThan(2_000_000_000L);
                LockSupport.parkNanos(5_000_000);
            }
        }
    }

    @Test
    void two_builds_fill_the_same_cache_at_once_and_a_damaged_one_is_made_again() throws IOException {
        Path shared = directory.resolve("cache");
        try (ChildJvm one = child(work, shared);
                ChildJvm other = child(work, shared)) {
            assertThat(one.awaitPort()).isNotEqualTo(other.awaitPort());
            one.process().destroy();
            other.process().destroy();
            one.process().onExit().join();
            other.process().onExit().join();
        }
        assertThat(names(shared)).filteredOn(name -> !name.endsWith(".lock")).hasSize(2);

        Path program = programs(shared).resolve("bin/postgres");
        byte[] swapped = Files.readAllBytes(program);
        swapped[swapped.length / 2] ^= 1;
        Files.write(program, swapped);
        start(shared).close();
        assertThat(Files.readAllBytes(program)).isNotEqualTo(swapped);
    }

    @Test
    void an_ordinary_user_without_a_name_can_run_it() throws IOException, InterruptedException {
        assumeThat(LINUX && RunAs.root(directory)).as("root on Linux").isTrue();
        Path open = Files.createTempDirectory(Path.of("/var/tmp"), "stairway-test-");
        try {
            String classPath = readableClassPath(open);
            Path jar = Files.copy(JAR, open.resolve("binaries.jar"));
            Path home = Files.createDirectory(open.resolve("home"));
            Files.setAttribute(home, "unix:uid", 12345);
            Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxr-xr-x"));
            List<String> user = List.of("setpriv", "--reuid=12345", "--regid=12345", "--clear-groups");
            try (ChildJvm child =
                    ChildJvm.start(user, classPath, jar, 18, home.resolve("cache"), home.resolve("work"))) {
                assertThat(listening(child.awaitPort())).isTrue();
                child.process().destroy();
                child.process().onExit().join();
            }
            assertThat(leftovers(home.resolve("work"))).isEmpty();
        } finally {
            FileTrees.delete(open);
        }
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
                Cluster.start(installation, empty, 18, Profile.FAST, reachable, RunAs.OTHER, Cluster::freePort);
        try {
            new Access(cluster.port(), cluster.password()).connect("postgres").close();
        } finally {
            cluster.stop();
        }
        assertThat(cluster.directory().path()).doesNotExist();
    }

    @Test
    void a_port_taken_in_the_meantime_is_left_to_its_owner() throws IOException, SQLException {
        try (ServerSocket owner = new ServerSocket(0, 1, InetAddress.getByName(Settings.HOST))) {
            Deque<Integer> ports = new ArrayDeque<>(List.of(owner.getLocalPort(), Cluster.freePort()));
            Cluster cluster = cluster(ports::removeFirst);
            try {
                assertThat(cluster.port()).isNotEqualTo(owner.getLocalPort());
                Access access = new Access(cluster.port(), cluster.password());
                Admin.open(access, cluster.identity()).close();
                assertThatThrownBy(() -> Admin.open(access, "stairway-another"))
                        .isInstanceOf(SQLException.class)
                        .hasMessageContaining("Another server");
            } finally {
                cluster.stop();
            }
        }
    }

    @Test
    void a_server_that_does_not_start_leaves_nothing_and_shows_its_log() throws IOException {
        try (ServerSocket owner = new ServerSocket(0, 1, InetAddress.getByName(Settings.HOST))) {
            assertThatThrownBy(() -> cluster(owner::getLocalPort))
                    .isInstanceOf(ProblemException.class)
                    .hasMessageContaining("did not start")
                    .hasMessageContaining("Address already in use")
                    .hasMessageNotContaining("SCRAM");
        }
    }

    @Test
    void only_the_password_opens_it_and_it_is_printed_nowhere() throws IOException, SQLException {
        Cluster cluster = cluster(Cluster::freePort);
        try {
            String url = "jdbc:postgresql://127.0.0.1:" + cluster.port() + "/postgres";
            for (String guess : List.of("", "postgres", "x")) {
                assertThatThrownBy(() -> DriverManager.getConnection(url, "postgres", guess))
                        .isInstanceOf(SQLException.class);
            }
            Access access = new Access(cluster.port(), cluster.password());
            assertThatThrownBy(() -> access.connect("no such database"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageNotContaining(cluster.password());
            assertThat(access.toString()
                            + cluster
                            + access.url("x")
                            + cluster.process().lastLines())
                    .doesNotContain(cluster.password());
            assertThat(ProcessHandle.allProcesses()
                            .map(process -> process.info().commandLine().orElse("")))
                    .noneMatch(line -> line.contains(cluster.password()));
            assertThat(holding(cluster.directory().path(), cluster.password())).isEmpty();
            if (FileTrees.posix()) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(
                                cluster.directory().path())))
                        .isEqualTo("rwx------");
            }
        } finally {
            cluster.stop();
        }
    }

    @Test
    void what_a_dead_run_left_is_swept_and_what_a_living_one_uses_is_not() throws IOException {
        Path dead = Files.createDirectories(work.resolve("stairway-postgresql-18-dead"));
        Files.writeString(dead.resolve("owner"), ProcessHandle.current().pid() + " 1970-01-01T00:00:00Z");
        try (ChildJvm child = child(work, cache)) {
            child.awaitPort();
            List<String> living = leftovers(work);
            assertThat(living).hasSize(1).doesNotContain(dead.getFileName().toString());
            start(cache).close();
            assertThat(leftovers(work)).isEqualTo(living);
            child.process().destroy();
            child.process().onExit().join();
        }
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
            assertThat(names(small.resolve("cache"))).allMatch(name -> name.endsWith(".lock"));
        } finally {
            new ProcessBuilder("umount", small.toString()).start().waitFor();
        }
    }

    private PostgresServer start(Path cacheDirectory) {
        return PostgresServer.start(JAR, 18, cacheDirectory, work, Profile.FAST);
    }

    private Cluster cluster(Cluster.Ports ports) throws IOException {
        ContentCache contents = new ContentCache(cache);
        Installation installation = Installation.of(JAR, contents);
        Path empty = EmptyCluster.of(installation, Profile.FAST, work, contents);
        return Cluster.start(installation, empty, 18, Profile.FAST, work, RunAs.detect(empty), ports);
    }

    private static ChildJvm child(Path work, Path cache) throws IOException {
        return ChildJvm.start(List.of(), System.getProperty("java.class.path"), JAR, 18, cache, work);
    }

    private static Path programs(Path cache) throws IOException {
        return cache.resolve(names(cache).stream()
                .filter(name -> name.startsWith("postgresql-") && !name.endsWith(".lock"))
                .findFirst()
                .orElseThrow());
    }

    private static List<String> leftovers(Path work) throws IOException {
        return names(work).stream().filter(name -> name.startsWith("stairway-")).toList();
    }

    private static List<String> names(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
        }
    }

    /** Server processes on a directory of this test. */
    private List<String> processes() {
        return ProcessHandle.allProcesses()
                .map(process -> process.info().commandLine().orElse(""))
                .filter(line -> line.contains("-D " + work) || line.contains("stairway-watchdog " + work))
                .toList();
    }

    private static boolean listening(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(Settings.HOST, port), 500);
            return true;
        } catch (IOException refused) {
            return false;
        }
    }

    private static List<Path> holding(Path root, String secret) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> contains(file, secret))
                    .toList();
        }
    }

    private static boolean contains(Path file, String secret) {
        try {
            return Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1)
                    .contains(secret);
        } catch (IOException goneMeanwhile) {
            return false;
        }
    }

    /** Copies the class path to where an ordinary user can read it. */
    private static String readableClassPath(Path target) throws IOException {
        StringBuilder copied = new StringBuilder();
        int number = 0;
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            Path from = Path.of(entry);
            if (Files.isDirectory(from) || entry.matches(".*(postgresql|commons-|xz-|sqlite)[^/]*\\.jar")) {
                Path to = target.resolve("cp" + number++ + (Files.isDirectory(from) ? "" : ".jar"));
                FileTrees.copy(from, to);
                copied.append(to).append(File.pathSeparator);
            }
        }
        return copied.toString();
    }
}
