package dev.stairway.database.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.stairway.database.files.FileTrees;
import dev.stairway.problem.ProblemException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for the embedded server of every product: nothing is left of it, and nobody else gets in. */
public abstract class AbstractLifeTest {

    /** A server in this JVM. */
    protected interface Running {
        int port();

        String password();

        Path directory();

        /** All that it prints and that is printed of it. */
        String texts();

        void logIn(String password) throws SQLException;

        void stop() throws IOException;
    }

    @TempDir
    protected Path directory;

    protected Path work;

    protected abstract Running start(LoopbackPort.Chooser ports) throws IOException;

    /** A JVM with servers below this directory. */
    protected abstract ChildJvm child(Path work) throws IOException;

    /** The same for a user who can read nothing but this directory and writes only below the other one. */
    protected abstract ChildJvm childOf(List<String> user, Path readable, Path home) throws IOException;

    protected abstract int serversOfChild();

    /** True for a server and a watchdog below the work directory. */
    protected abstract boolean isServer(String commandLine);

    /** How long a server and its files may outlive their JVM. */
    protected abstract Duration grace();

    /** What the server itself says of a port that another one has. */
    protected abstract String portTaken();

    @BeforeEach
    void chooseWork() {
        work = directory.resolve("work with \"space\"");
    }

    @AfterEach
    void nothingIsLeft() throws IOException {
        assertThat(Traces.runs(work)).isEmpty();
        assertThat(processes()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_killed_or_ended_jvm_takes_its_servers_with_it(boolean forcibly) throws IOException {
        assumeThat(FileTrees.posix()).isTrue();
        try (ChildJvm child = child(work)) {
            int port = child.awaitPort();
            assertThat(Traces.listening(port)).isTrue();
            assertThat(Traces.runs(work)).hasSize(serversOfChild());
            assertThat(processes()).hasSizeGreaterThanOrEqualTo(serversOfChild());
            if (forcibly) {
                child.process().destroyForcibly();
            } else {
                child.process().destroy();
            }
            long killed = System.nanoTime();
            while (Traces.listening(port)
                    || !processes().isEmpty()
                    || !Traces.runs(work).isEmpty()) {
                assertThat(System.nanoTime() - killed)
                        .as("nanoseconds since the end")
                        .isLessThan(grace().toNanos());
                LockSupport.parkNanos(5_000_000);
            }
        }
    }

    @Test
    void an_ordinary_user_without_a_name_can_run_it() throws IOException {
        assumeThat(FileTrees.posix() && Integer.valueOf(0).equals(Files.getAttribute(directory, "unix:uid")))
                .as("root")
                .isTrue();
        Path open = Files.createTempDirectory(Path.of("/var/tmp"), "stairway-test-");
        try {
            Path home = Files.createDirectory(open.resolve("home"));
            Files.setAttribute(home, "unix:uid", 12345);
            Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxr-xr-x"));
            List<String> user = List.of("setpriv", "--reuid=12345", "--regid=12345", "--clear-groups");
            try (ChildJvm child = childOf(user, open, home)) {
                assertThat(Traces.listening(child.awaitPort())).isTrue();
                child.process().destroy();
                child.process().onExit().join();
            }
            assertThat(Traces.runs(home.resolve("work"))).isEmpty();
        } finally {
            FileTrees.delete(open);
        }
    }

    @Test
    void a_port_taken_in_the_meantime_is_left_to_its_owner() throws IOException, SQLException {
        try (ServerSocket owner = new ServerSocket(0, 1, InetAddress.getByName(LoopbackPort.HOST))) {
            Deque<Integer> ports = new ArrayDeque<>(List.of(owner.getLocalPort(), LoopbackPort.free()));
            Running running = start(ports::removeFirst);
            try {
                assertThat(running.port()).isNotEqualTo(owner.getLocalPort());
                running.logIn(running.password());
            } finally {
                running.stop();
            }
        }
    }

    @Test
    void a_server_that_does_not_start_leaves_nothing_and_shows_its_log() throws IOException {
        try (ServerSocket owner = new ServerSocket(0, 1, InetAddress.getByName(LoopbackPort.HOST))) {
            assertThatThrownBy(() -> start(owner::getLocalPort))
                    .isInstanceOf(ProblemException.class)
                    .hasMessageContaining("did not start")
                    .hasMessageMatching("(?s).*" + portTaken() + ".*")
                    .hasMessageNotContaining("SCRAM");
        }
    }

    @Test
    void only_the_password_opens_it_and_it_is_printed_nowhere() throws IOException, SQLException {
        Running running = start(LoopbackPort::free);
        try {
            String secret = running.password();
            assertThat(secret).hasSize(64);
            running.logIn(secret);
            for (String guess : List.of("", "postgres", "x")) {
                assertThatThrownBy(() -> running.logIn(guess)).hasMessageNotContaining(secret);
            }
            assertThat(running.texts()).doesNotContain(secret);
            assertThat(Traces.commandLines()).isNotEmpty().noneMatch(line -> line.contains(secret));
            assertThat(Traces.holding(running.directory(), secret)).isEmpty();
            if (FileTrees.posix()) {
                assertThat(Traces.mode(running.directory())).isEqualTo("rwx------");
            }
        } finally {
            running.stop();
        }
    }

    private List<String> processes() {
        return Traces.commandLines().stream().filter(this::isServer).toList();
    }
}
