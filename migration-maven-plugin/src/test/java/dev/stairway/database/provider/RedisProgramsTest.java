package dev.stairway.database.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.stairway.database.DatabaseServer;
import dev.stairway.database.TestServers;
import dev.stairway.database.files.FileTrees;
import dev.stairway.database.redis.RedisProgram;
import dev.stairway.problem.ProblemException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedisProgramsTest {

    private static final String NO_JAR = "plan9-amd64";

    private static final BinaryResolver NONE = (group, artifact, version) -> {
        throw new AssertionError("No jar may be asked for");
    };

    @TempDir
    Path directory;

    @BeforeEach
    void shell() {
        assumeThat(FileTrees.posix()).as("a shell").isTrue();
    }

    @Test
    void without_a_version_it_is_the_newest_of_the_jars() {
        DatabaseServer newest = TestServers.redis("");
        assertThat(newest.id().key()).isEqualTo("redis-7.0-embedded");
    }

    @ParameterizedTest
    @CsvSource({
        "linux-amd64, '[6.2, 7.0]'",
        "linux-amd64-alpine, [7.0]",
        "linux-arm64v8-alpine, '[6.2, 7.0]'",
        "darwin-arm64v8, '[6.2, 7.0]'",
        "windows-amd64, []"
    })
    void every_platform_has_its_releases(String platform, String releases) {
        assertThat(RedisBinaries.releases(platform)).hasToString(releases);
    }

    @Test
    void a_release_that_is_nowhere_is_refused_with_those_that_are_there() {
        Path found = fake("bin/redis-server", "Redis server v=7.2.5 sha=0:0", 0);
        RedisPrograms programs = new RedisPrograms(NONE, "linux-amd64", null, searchPath("bin"), TestServers.cache());
        assertThatThrownBy(() -> programs.find("redis", "8.0"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("redis 8.0 is not available")
                .hasMessageContaining("available: redis 6.2, redis 7.0, redis 7.2.5 (" + found + ")")
                .hasMessageContaining("put redis-server of the wanted version on the PATH");
        assertThat(programs.find("redis", "7.2").file()).isEqualTo(found);
    }

    @Test
    void a_platform_without_anything_says_so() {
        RedisPrograms programs = new RedisPrograms(NONE, NO_JAR, null, "", TestServers.cache());
        assertThatThrownBy(() -> programs.find("redis", ""))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("redis is not available")
                .hasMessageContaining(NO_JAR)
                .hasMessageContaining("available: nothing");
    }

    @Test
    void what_is_on_the_path_serves_a_platform_without_jars() {
        fake("bin/valkey-server", "Valkey server v=8.0.1 sha=00000000:0 malloc=jemalloc-5.3.0 bits=64", 0);
        fake("bin/redis-server", "Redis server v=7.2.5 sha=00000000:0", 0);
        RedisPrograms programs =
                new RedisPrograms(NONE, NO_JAR, null, searchPath("missing", "bin"), TestServers.cache());
        RedisProgram valkey = programs.find("valkey", "");
        assertThat(valkey.product()).isEqualTo("valkey");
        assertThat(valkey.release()).isEqualTo("8.0");
        assertThat(programs.find("redis", "").version()).isEqualTo("7.2.5");
    }

    @Test
    void the_program_that_the_user_named_comes_first_when_it_fits() {
        Path named = fake("own/redis-server", "Redis server v=7.4.0 sha=0:0", 0);
        RedisPrograms programs = new RedisPrograms(NONE, "linux-amd64", named, "", TestServers.cache());
        assertThat(programs.find("redis", "").file()).isEqualTo(named);
        assertThat(programs.find("redis", "7.4").file()).isEqualTo(named);
        assertThatThrownBy(() -> programs.find("redis", "7.0"))
                .isInstanceOf(AssertionError.class)
                .hasMessage("No jar may be asked for");
    }

    @Test
    void a_named_program_starts_like_any_other() {
        Path program = TestServers.redisProgram("6.2").file();
        EmbeddedOptions options = EmbeddedOptions.defaults().withRedisProgram(program);
        try (DatabaseServer server = TestServers.provider(options).start("redis", "")) {
            assertThat(server.id().key()).isEqualTo("redis-6.2-embedded");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "error while loading shared libraries: libssl.so.3: cannot open shared object file|127|Install OpenSSL 3",
                "Illegal instruction|132|Use another version",
                "something else 1.0|0|The program is no Redis server"
            })
    void a_program_that_cannot_run_is_told_with_the_reason(String output, int exit, String expected) {
        Path program = fake("bin/redis-server", output, exit);
        assertThatThrownBy(() -> RedisProgram.at(program))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining(program.toString())
                .hasMessageContaining(output)
                .hasMessageContaining(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"missing", "."})
    void a_program_that_is_not_there_is_told_with_its_path(String name) {
        Path program = directory.resolve(name);
        assertThatThrownBy(() -> RedisProgram.at(program))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("cannot run on this machine")
                .hasMessageContaining(program.toString());
    }

    private String searchPath(String... names) {
        StringBuilder path = new StringBuilder();
        for (String name : names) {
            path.append(directory.resolve(name)).append(File.pathSeparator);
        }
        return path.toString();
    }

    /** A program that says something and ends. */
    private Path fake(String name, String output, int exit) {
        try {
            Path file = directory.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, "#!/bin/sh\necho '" + output + "'\nexit " + exit + "\n");
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
            return file;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
