package dev.stairway.database.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.stairway.database.Checkpoint;
import dev.stairway.database.Profile;
import dev.stairway.database.TestServers;
import dev.stairway.database.files.FileTrees;
import dev.stairway.database.process.AbstractLifeTest;
import dev.stairway.database.process.ChildJvm;
import dev.stairway.database.process.LoopbackPort;
import dev.stairway.database.process.Traces;
import dev.stairway.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;

/** Starting, ending and being killed: nothing is left, and nobody else gets in. */
@ParameterizedClass
@RedisReleases
class RedisLifeTest extends AbstractLifeTest {

    @Parameter
    String release;

    private RedisProgram program;

    @BeforeEach
    void unpack() {
        program = TestServers.redisProgram(release);
    }

    @Override
    protected Running start(LoopbackPort.Chooser ports) throws IOException {
        return new RunningRedis(RedisProcess.start(plan().withPorts(ports)));
    }

    @Override
    protected ChildJvm child(Path work) throws IOException {
        return ChildJvm.start(List.of(), System.getProperty("java.class.path"), HoldRedis.class, program.file(), work);
    }

    @Override
    protected ChildJvm childOf(List<String> user, Path readable, Path home) throws IOException {
        Path copy = Files.copy(program.file(), readable.resolve("redis-server"));
        Files.setPosixFilePermissions(copy, PosixFilePermissions.fromString("rwxr-xr-x"));
        // Our own classes: nothing else is needed.
        String classPath = Traces.readableClassPath(readable, jar -> false);
        return ChildJvm.start(user, classPath, HoldRedis.class, copy, home.resolve("work"));
    }

    @Override
    protected int serversOfChild() {
        return 2;
    }

    @Override
    protected boolean isServer(String commandLine) {
        return commandLine.contains(work + "/") && !commandLine.contains(HoldRedis.class.getName());
    }

    @Override
    protected Duration grace() {
        return Duration.ofSeconds(10);
    }

    @Override
    protected String portTaken() {
        return "Address (already )?in use";
    }

    @Test
    void databases_that_were_never_closed_end_with_their_server() throws IOException {
        RedisServer server = RedisServer.start(program, work, Profile.FAST);
        RedisDatabase forgotten = server.fresh("forgotten");
        RedisDatabase closed = server.fresh("closed");
        closed.newSession().close();
        closed.close();
        assertThat(Traces.runs(work)).hasSize(1);
        server.close();
        server.close();
        assertThat(Traces.listening(forgotten.endpoint().port())).isFalse();
        assertThatThrownBy(() -> server.fresh("late")).isInstanceOf(IllegalStateException.class);
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
    void nobody_else_reads_the_configuration() throws IOException {
        assumeThat(FileTrees.posix()).isTrue();
        RedisProcess process = RedisProcess.start(plan());
        try {
            assertThat(Traces.mode(process.directory().resolve("redis.conf"))).isEqualTo("rw-------");
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

    private record RunningRedis(RedisProcess process) implements Running {

        @Override
        public int port() {
            return process.endpoint().port();
        }

        @Override
        public String password() {
            return process.endpoint().password();
        }

        @Override
        public Path directory() {
            return process.directory();
        }

        @Override
        public String texts() {
            return process + process.lastLines() + process.endpoint();
        }

        @Override
        public void logIn(String password) {
            RedisEndpoint own = process.endpoint();
            // Without a password the server lets in, and then answers nothing.
            try (RedisConnection redis = RedisConnection.open(
                    new RedisEndpoint(own.host(), own.port(), own.number(), own.user(), password))) {
                redis.call("PING");
            }
        }

        @Override
        public void stop() throws IOException {
            process.stop();
        }
    }
}
