package dev.stairway.database.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing is left behind by a JVM, however it ends. */
class ContainerLifeTest {

    /** Testcontainers' reaper waits ten seconds for a JVM to come back. */
    private static final long GONE_SECONDS = 60;

    @TempDir
    Path folder;

    @Test
    void a_jvm_that_ends_takes_its_containers_with_it() throws Exception {
        Containers.assumed();
        Process jvm = start(List.of());
        String session = firstLine(jvm);
        assertThat(Containers.left(session)).hasSize(1);
        jvm.getOutputStream().write('x');
        jvm.getOutputStream().flush();
        assertThat(jvm.waitFor(GONE_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(Containers.left(session)).isEmpty();
    }

    @Test
    void the_reaper_removes_the_containers_of_a_jvm_that_was_killed() throws Exception {
        Containers.assumed();
        assumeTrue(
                !"true".equals(System.getenv("TESTCONTAINERS_RYUK_DISABLED")), "the reaper of Testcontainers is off");
        Process jvm = start(List.of());
        String session = firstLine(jvm);
        assertThat(Containers.left(session)).hasSize(1);
        jvm.destroyForcibly().waitFor();
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(GONE_SECONDS);
        while (!Containers.left(session).isEmpty()) {
            assertThat(System.nanoTime()).as("time until it has gone").isLessThan(deadline);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
        }
    }

    @Test
    void without_an_engine_the_two_ways_out_are_named() throws Exception {
        assumeTrue(
                !Files.exists(Path.of("/var/run/docker.sock")) && !Files.exists(Path.of("/run/docker.sock")),
                "an engine listens at the usual socket, where it would be found");
        Process jvm = start(List.of("DOCKER_HOST", "unix://" + folder.resolve("nobody.sock")));
        String said = new String(jvm.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(said)
                .contains("No container engine answers")
                .contains("DOCKER_HOST=unix://" + folder.resolve("nobody.sock"))
                .contains("Start Docker or Podman (DOCKER_HOST names another socket), or take the embedded servers"
                        + " (-Dmigration.provider=embedded)");
    }

    /** @param variable name and value of one more variable; empty for none */
    private Process start(List<String> variable) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                HoldContainer.class.getName());
        builder.redirectError(folder.resolve("errors").toFile());
        if (!variable.isEmpty()) {
            builder.environment().put(variable.get(0), variable.get(1));
            builder.environment().put("XDG_RUNTIME_DIR", folder.toString());
            builder.environment().put("HOME", folder.toString());
        }
        return builder.start();
    }

    private static String firstLine(Process jvm) throws IOException {
        // Not closed, as that would close the stream of the process.
        return new BufferedReader(new InputStreamReader(jvm.getInputStream(), StandardCharsets.UTF_8)).readLine();
    }
}
