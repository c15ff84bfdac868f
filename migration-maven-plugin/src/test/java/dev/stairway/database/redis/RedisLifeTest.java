package dev.stairway.database.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.stairway.database.Checkpoint;
import dev.stairway.database.Profile;
import dev.stairway.database.TestServers;
import dev.stairway.database.files.FileTrees;
import dev.stairway.database.process.ChildJvm;
import dev.stairway.database.process.LoopbackPort;
import dev.stairway.problem.ProblemException;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Starting, ending and being killed: nothing is left, and nobody else gets in. */
@ParameterizedClass
@ValueSource(strings = {"6.2", "7.0"})
class RedisLifeTest {

    @Parameter
    String release;

    @TempDir
    Path directory;

    private Path work;
    private RedisProgram program;

    @BeforeEach
    void unpack() {
        work = directory.resolve("work with \"space\"");
        program = TestServers.redisProgram(release);
    }

    @AfterEach
    void nothingIsLeft() throws IOException {
        assertThat(leftovers(work)).isEmpty();
        assertThat(processes()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_killed_or_ended_jvm_takes_its_servers_with_it(boolean forcibly) throws IOException {
        try (ChildJvm child = ChildJvm.start(List.of(), classPath(), HoldRedis.class, program.file(), work)) {
            int port = child.awaitPort();
            assertThat(listening(port)).isTrue();
            assertThat(leftovers(work)).hasSize(2);
            assertThat(processes()).hasSizeGreaterThanOrEqualTo(2);
            if (forcibly) {
                child.process().destroyForcibly();
            } else {
                child.process().destroy();
            }
            long killed = System.nanoTime();
            while (listening(port) || !processes().isEmpty() || !leftovers(work).isEmpty()) {
                assertThat(System.nanoTime() - killed)
                        .as("nanoseconds since the end")
                        .isLessThan(10_000_000_000L);
                LockSupport.parkNanos(5_000_000);
            }
        }
    }

    @Test
    void databases_that_were_never_closed_end_with_their_server() throws IOException {
        RedisServer server = RedisServer.start(program, work, Profile.FAST);
        RedisDatabase forgotten = server.fresh("forgotten");
        RedisDatabase closed = server.fresh("closed");
        closed.newSession().close();
        closed.close();
        assertThat(leftovers(work)).hasSize(1);
        server.close();
        server.close();
        assertThat(listening(forgotten.endpoint().port())).isFalse();
        assertThatThrownBy(() -> server.fresh("late")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void an_ordinary_user_without_a_name_can_run_it() throws IOException {
        assumeThat(FileTrees.posix() && Integer.valueOf(0).equals(Files.getAttribute(directory, "unix:uid")))
                .as("root")
                .isTrue();
        Path open = Files.createTempDirectory(Path.of("/var/tmp"), "stairway-test-");
        try {
            Path home = Files.createDirectory(open.resolve("home"));
            Path copy = Files.copy(program.file(), open.resolve("redis-server"));
            Files.setPosixFilePermissions(copy, PosixFilePermissions.fromString("rwxr-xr-x"));
            Files.setAttribute(home, "unix:uid", 12345);
            Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxr-xr-x"));
            List<String> user = List.of("setpriv", "--reuid=12345", "--regid=12345", "--clear-groups");
            try (ChildJvm child =
                    ChildJvm.start(user, readableClassPath(open), HoldRedis.class, copy, home.resolve("work"))) {
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
    void a_program_that_was_changed_in_the_cache_is_never_run() throws IOException {
        Path cache = directory.resolve("cache");
        Path jar = TestServers.redisJar(release);
        String entry = program.file().getParent().getFileName().toString().replaceFirst(".*(redis-server-)", "$1");
        Path file = RedisProgram.unpack(jar, entry, cache).file();
        byte[] original = Files.readAllBytes(file);
        byte[] swapped = original.clone();
        swapped[swapped.length / 2] ^= 1;
        Files.write(file, swapped);
        assertThat(RedisProgram.unpack(jar, entry, cache).file()).hasBinaryContent(original);
        assertThatThrownBy(() -> RedisProgram.unpack(jar, "redis-server-plan9", cache))
                .hasMessageContaining(jar.toString());
    }

    @Test
    void a_port_taken_in_the_meantime_is_left_to_its_owner() throws IOException {
        try (ServerSocket owner = new ServerSocket(0, 1, InetAddress.getByName(LoopbackPort.HOST))) {
            Deque<Integer> ports = new ArrayDeque<>(List.of(owner.getLocalPort(), LoopbackPort.free()));
            RedisProcess process = RedisProcess.start(plan().withPorts(ports::removeFirst));
            assertThat(process.endpoint().port()).isNotEqualTo(owner.getLocalPort());
            RedisConnection.open(process.endpoint()).close();
            process.stop();
        }
    }

    @Test
    void a_server_that_does_not_start_leaves_nothing_and_shows_its_log() throws IOException {
        try (ServerSocket owner = new ServerSocket(0, 1, InetAddress.getByName(LoopbackPort.HOST))) {
            assertThatThrownBy(() -> RedisProcess.start(plan().withPorts(owner::getLocalPort)))
                    .isInstanceOf(ProblemException.class)
                    .hasMessageContaining("Redis " + program.version() + " did not start")
                    .hasMessageMatching("(?s).*Address (already )?in use.*");
        }
    }

    @Test
    void the_password_is_in_no_file_and_on_no_command_line() throws IOException {
        RedisProcess process = RedisProcess.start(plan());
        try {
            String secret = process.endpoint().password();
            assertThat(secret).hasSize(64);
            assertThat(holding(process.directory(), secret)).isEmpty();
            assertThat(process + process.lastLines() + process.endpoint()).doesNotContain(secret);
            assertThat(ProcessHandle.allProcesses()
                            .map(running -> running.info().commandLine().orElse("")))
                    .noneMatch(line -> line.contains(secret));
            if (FileTrees.posix()) {
                assertThat(mode(process.directory())).isEqualTo("rwx------");
                assertThat(mode(process.directory().resolve("redis.conf"))).isEqualTo("rw-------");
            }
        } finally {
            process.stop();
        }
    }

    @Test
    void only_the_loopback_listens() throws IOException {
        RedisProcess process = RedisProcess.start(plan());
        try (RedisConnection keeper = process.keeper()) {
            assertThat(RedisText.of(keeper.call("CONFIG", "GET", "bind"))).isEqualTo("[bind, 127.0.0.1]");
            assertThat(RedisText.of(keeper.call("CONFIG", "GET", "protected-mode")))
                    .isEqualTo("[protected-mode, yes]");
            assertThat(RedisText.of(keeper.call("CONFIG", "GET", "unixsocket"))).isEqualTo("[unixsocket, ]");
        } finally {
            process.stop();
        }
    }

    @Test
    void a_server_in_production_is_durable_and_checkpoints_all_the_same() {
        try (RedisServer server = RedisServer.start(program, work, Profile.PRODUCTION);
                RedisDatabase database = server.fresh("durable");
                RedisConnection redis = database.connect()) {
            assertThat(RedisText.of(redis.call("CONFIG", "GET", "appendonly"))).isEqualTo("[appendonly, yes]");
            redis.call("SET", "k", "1");
            try (Checkpoint checkpoint = database.checkpoint()) {
                redis.call("SET", "k", "2");
                database.restore(checkpoint);
                assertThat(RedisText.of(redis.call("GET", "k"))).isEqualTo("1");
                long pid = Long.parseLong(Info.field(redis, "server", "process_id"));
                ProcessHandle.of(pid).orElseThrow().destroyForcibly();
                assertThatThrownBy(() -> redis.call("BLPOP", "nothing", "0")).isInstanceOf(ProblemException.class);
                database.restore(checkpoint);
                try (RedisConnection again = database.connect()) {
                    assertThat(RedisText.of(again.call("GET", "k"))).isEqualTo("1");
                    assertThat(RedisText.of(again.call("CONFIG", "GET", "appendonly")))
                            .isEqualTo("[appendonly, yes]");
                }
            }
        }
    }

    private ServerPlan plan() {
        return ServerPlan.of(program, Profile.FAST, work);
    }

    private static String classPath() {
        return System.getProperty("java.class.path");
    }

    private static String mode(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    private static List<String> leftovers(Path work) throws IOException {
        if (!Files.isDirectory(work)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(work)) {
            return entries.map(entry -> entry.getFileName().toString())
                    .filter(name -> name.startsWith("stairway-"))
                    .toList();
        }
    }

    /** Servers and watchdogs on a directory of this test. */
    private List<String> processes() {
        return ProcessHandle.allProcesses()
                .map(process -> process.info().commandLine().orElse(""))
                .filter(line -> line.contains(work + "/") && !line.contains(HoldRedis.class.getName()))
                .toList();
    }

    private static boolean listening(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(LoopbackPort.HOST, port), 500);
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
            return Files.readString(file, StandardCharsets.ISO_8859_1).contains(secret);
        } catch (IOException goneMeanwhile) {
            return false;
        }
    }

    /** Our own classes, where an ordinary user can read them: nothing else is needed. */
    private static String readableClassPath(Path target) throws IOException {
        StringBuilder copied = new StringBuilder();
        for (String entry : classPath().split(File.pathSeparator)) {
            if (Files.isDirectory(Path.of(entry))) {
                Path to = target.resolve("cp" + copied.length());
                FileTrees.copy(Path.of(entry), to);
                copied.append(to).append(File.pathSeparator);
            }
        }
        return copied.toString();
    }
}
