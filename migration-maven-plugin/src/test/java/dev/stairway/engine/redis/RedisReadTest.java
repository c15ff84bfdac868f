package dev.stairway.engine.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stairway.engine.KeyMapping;
import dev.stairway.engine.Migration;
import dev.stairway.problem.ProblemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A changelog is read and checked without any server. */
class RedisReadTest {

    @TempDir
    Path root;

    @Test
    void migrationsComeInOrderOfTheirNumberWithBothHalves() {
        RedisStepper.SESSIONS.forEach(this::file);
        file("V008__drop_cache.up.redis", "DEL cache:index");
        file("V9__tidy.up.lua", "return 1");
        file("V9__tidy.down.redis", "# nothing\n");
        file("V10__more.up.lua", "return 1");
        file("README.md", "about");

        List<Migration> migrations = read();

        assertThat(migrations).extracting(Migration::name).containsExactly("V007", "V008", "V9", "V10");
        Migration sessions = migrations.get(0);
        assertThat(sessions.id()).isEqualTo("V007__update_session_key_format");
        assertThat(sessions.description()).isEqualTo("update session key format");
        assertThat(sessions.position()).isEqualTo("redis/V007__update_session_key_format.up.lua:1");
        assertThat(sessions.text()).contains("session:v2:user:").contains("^session:v2:user:(.+)$");
        assertThat(sessions.keyMappings())
                .containsExactly(KeyMapping.parse("session:user:{id} -> session:v2:user:{id}"));
        assertThat(migrations)
                .extracting(Migration::rollback)
                .containsExactly(
                        Migration.Rollback.WRITTEN,
                        Migration.Rollback.MISSING,
                        Migration.Rollback.EMPTY,
                        Migration.Rollback.MISSING);
    }

    @Test
    void theChecksumIsOfBothHalvesAndBlindToLineEnds() {
        file("V1__x.up.lua", "return 1\nreturn 2");
        file("V1__x.down.lua", "return 3");
        String first = read().get(0).checksum();
        file("V1__x.up.lua", "return 1\r\nreturn 2");
        assertThat(read().get(0).checksum()).isEqualTo(first);
        file("V1__x.down.lua", "return 4");
        assertThat(read().get(0).checksum()).isNotEqualTo(first);
    }

    @ParameterizedTest
    @CsvSource({
        "V1__x.up.sql, The name of this file cannot be read",
        "V1__x.lua, The name of this file cannot be read",
        "v1_x.up.lua, The name of this file cannot be read",
        "V1__x.down.lua, the up script of version 1 is missing",
        "sub/V1__x.up.lua, lies in a folder of its own"
    })
    void aFileThatWouldBeLeftOutIsRefused(String name, String reason) {
        file("V2__y.up.lua", "return 1");
        file(name, "return 1");

        assertThatThrownBy(this::read)
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining(reason)
                .hasMessageContaining("redis/" + name)
                .hasMessageContaining("Next: ");
    }

    @ParameterizedTest
    @CsvSource({"V1__x.up.lua, V1__x.up.redis", "V1__x.up.lua, V01__y.up.lua", "V1__x.up.lua, V1.0__x.up.lua"})
    void aVersionThatComesTwiceIsRefused(String one, String other) {
        file(one, "return 1");
        file(other, "PING");

        assertThatThrownBy(this::read)
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("Two migrations have version 1")
                .hasMessageContaining(one)
                .hasMessageContaining(other);
    }

    @Test
    void halvesOfDifferentNamesAreRefused() {
        file("V1__session.up.lua", "return 1");
        file("V1__sesion.down.lua", "return 1");

        assertThatThrownBy(this::read).hasMessageContaining("different names").hasMessageContaining("sesion.down");
    }

    @Test
    void aGapIsRefusedUnlessItIsMeant() {
        file("V1__x.up.lua", "return 1");
        file("V4__y.up.lua", "return 1");
        assertThatThrownBy(this::read)
                .hasMessageContaining("Versions 2 to 3 are missing")
                .hasMessageContaining("redis/V4__y.up.lua")
                .hasMessageContaining("-- stairway: after 1");

        file("V4__y.up.lua", "-- stairway: after 1\nreturn 1");
        assertThat(read()).hasSize(2);
    }

    @Test
    void datesAndDotsHaveNoGaps() {
        file("V1.1__x.up.lua", "return 1");
        file("V1.5__x.up.lua", "return 1");
        file("V20260101__x.up.lua", "return 1");
        file("V20260301__x.up.lua", "return 1");
        assertThat(read()).hasSize(4);
    }

    @Test
    void aHistoryMayStartAnywhere() {
        file("V7__x.up.lua", "return 1");
        file("V8__x.up.lua", "return 1");
        assertThat(read()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-- stairway: map a:{id} -> b:{user} | A declared mapping is not understood | :1",
                "-- stairway: keys a:* b | either on keys that match a pattern | ",
                "--\\n-- stairway: key a:* | there is no 'key' | :2",
                "return ${who} | The parameter 'who' has no value | :1"
            })
    void aScriptThatIsNotUnderstoodNamesItsLine(String text, String reason, String line) {
        file("V1__x.up.lua", text.replace("\\n", "\n"));

        assertThatThrownBy(this::read)
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining(reason)
                .hasMessageContaining("redis/V1__x.up.lua" + (line == null ? "" : line));
    }

    @Test
    void aCommandFileHasNoPattern() {
        file("V1__x.up.redis", "# stairway: keys a:*\nDEL a");

        assertThatThrownBy(this::read).hasMessageContaining("Write it as a Lua script");
    }

    @Test
    void aScriptThatIsNotUtf8IsRefused() throws Exception {
        Files.createDirectories(root.resolve("redis"));
        Files.write(root.resolve("redis/V1__x.up.lua"), new byte[] {(byte) 0xff, (byte) 0xfe, 'x', 0});

        assertThatThrownBy(this::read).hasMessageContaining("is not UTF-8");
    }

    @Test
    void aDirectoryThatIsNotThereIsASetUpProblem() {
        assertThatThrownBy(this::read)
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("The Redis changelog is not there");
    }

    private void file(String name, String text) {
        RedisStepper.write(root, name, text);
    }

    private List<Migration> read() {
        return new RedisEngine().read(RedisStepper.source(root, Map.of())).migrations();
    }
}
