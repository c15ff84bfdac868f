package dev.stairway.database.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stairway.database.Profile;
import dev.stairway.database.TestServers;
import dev.stairway.database.files.ContentCache;
import dev.stairway.database.process.AbstractLifeTest;
import dev.stairway.database.process.ChildJvm;
import dev.stairway.database.process.LoopbackPort;
import dev.stairway.database.process.Traces;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Starting, ending and being killed: nothing is left, and nobody else gets in. */
class ServerLifeTest extends AbstractLifeTest {

    private static final Path JAR = TestServers.postgresJar(18);

    private final Path cache = TestServers.cache();

    @Override
    protected Running start(LoopbackPort.Chooser ports) throws IOException {
        return new RunningCluster(cluster(ports));
    }

    private Cluster cluster(LoopbackPort.Chooser ports) throws IOException {
        ContentCache contents = new ContentCache(cache);
        Installation installation = Installation.of(JAR, contents);
        Path empty = EmptyCluster.of(installation, Profile.FAST, work, contents);
        return Cluster.start(installation, empty, 18, Profile.FAST, work, RunAs.detect(empty), ports);
    }

    @Override
    protected ChildJvm child(Path work) throws IOException {
        return ChildJvm.start(List.of(), System.getProperty("java.class.path"), HoldServer.class, JAR, 18, cache, work);
    }

    @Override
    protected ChildJvm childOf(List<String> user, Path readable, Path home) throws IOException {
        String classPath =
                Traces.readableClassPath(readable, jar -> jar.matches(".*(postgresql|commons-|xz-|sqlite)[^/]*\\.jar"));
        Path jar = Files.copy(JAR, readable.resolve("binaries.jar"));
        return ChildJvm.start(user, classPath, HoldServer.class, jar, 18, home.resolve("cache"), home.resolve("work"));
    }

    @Override
    protected int serversOfChild() {
        return 1;
    }

    @Override
    protected boolean isServer(String commandLine) {
        return commandLine.contains("-D " + work) || commandLine.contains("stairway-watchdog " + work);
    }

    @Override
    protected Duration grace() {
        return Duration.ofSeconds(2);
    }

    @Override
    protected String portTaken() {
        return "Address already in use";
    }

    @Test
    void another_server_on_the_port_is_not_taken_for_ours() throws IOException, SQLException {
        Cluster cluster = cluster(LoopbackPort::free);
        try {
            Access access = new Access(cluster.port(), cluster.password());
            Admin.open(access, cluster.identity()).close();
            assertThatThrownBy(() -> Admin.open(access, "stairway-another"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("Another server");
        } finally {
            cluster.stop();
        }
    }

    @Test
    void what_a_refused_connection_says_holds_no_password() throws IOException {
        Cluster cluster = cluster(LoopbackPort::free);
        try {
            assertThatThrownBy(() -> new Access(cluster.port(), cluster.password()).connect("no such database"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("no such database")
                    .hasMessageNotContaining(cluster.password());
        } finally {
            cluster.stop();
        }
        assertThat(cluster.directory().path()).doesNotExist();
    }

    private record RunningCluster(Cluster cluster) implements Running {

        @Override
        public int port() {
            return cluster.port();
        }

        @Override
        public String password() {
            return cluster.password();
        }

        @Override
        public Path directory() {
            return cluster.directory().path();
        }

        @Override
        public String texts() {
            Access access = new Access(port(), password());
            return access + access.url("x") + cluster + cluster.process().lastLines();
        }

        @Override
        public void logIn(String password) throws SQLException {
            new Access(port(), password).connect("postgres").close();
        }

        @Override
        public void stop() throws IOException {
            cluster.stop();
        }
    }
}
