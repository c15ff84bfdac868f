package dev.stairway.script.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stairway.problem.ProblemException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RedisScriptTest {

    @Test
    void declarationsAreReadFromTheCommentsAtTheTop() {
        RedisHeader header = lua("""
                -- Sessions get a version in their key.
                -- stairway: keys session:user:*
                -- stairway: batch 500

                -- stairway: map session:user:{id} -> session:v2:user:{id} value unchanged ttl unchanged
                -- stairway: block 3ms
                -- Stairway: timeout 2 min
                -- stairway: after 5
                return 1
                -- stairway: batch 7
                """).header();

        assertThat(header.keys()).contains("session:user:*");
        assertThat(header.batch()).isEqualTo(500);
        assertThat(header.maxBlock()).contains(Duration.ofMillis(3));
        assertThat(header.timeout()).contains(Duration.ofMinutes(2));
        assertThat(header.after()).contains(RedisVersion.of("5"));
        assertThat(header.mappings())
                .containsExactly(new RedisHeader.Declared(
                        5, "session:user:{id} -> session:v2:user:{id} value unchanged ttl unchanged"));
    }

    @Test
    void aByteOrderMarkIsTakenFromTheStartOnly() {
        RedisScript script = lua("\uFEFF-- stairway: batch 5\nreturn '\uFEFF'");

        assertThat(script.text()).isEqualTo("-- stairway: batch 5\nreturn '\uFEFF'");
        assertThat(script.header().batch()).isEqualTo(5);
    }

    @Test
    void aScriptBehindACommentInBracketsIsNotEmpty() {
        assertThat(lua("-- nothing\n\n --- more\n").empty()).isTrue();
        assertThat(lua("--[[ why ]] redis.call('DEL', 'a')\n").empty()).isFalse();
        assertThat(lua("--[==[ why ]==] redis.call('DEL', 'a')\n").empty()).isFalse();
    }

    @Test
    void aFileWithoutDeclarationsIsCalledOnce() {
        assertThat(lua("-- a stairway of keys: batch 3\nreturn 1").header()).isEqualTo(RedisHeader.NONE);
    }

    @Test
    void aCommandFileDeclaresBehindItsOwnCommentSign() {
        RedisFileName name = RedisFileName.of("V1__x.up.redis").orElseThrow();

        assertThat(RedisScript.of(name, "f", "# stairway: timeout 5s\nPING")
                        .header()
                        .timeout())
                .contains(Duration.ofSeconds(5));
    }

    @ParameterizedTest
    @CsvSource({
        "key session:*, there is no 'key'",
        "keys, its value is missing",
        "timeout 99999999999999999999min, is not a time",
        "batch 0, not a number",
        "batch many, not a number",
        "per slot, only 'per key' exists",
        "timeout 5, not a time",
        "after one, not a version"
    })
    void aDeclarationThatIsNotUnderstoodIsToldWithItsLine(String declaration, String reason) {
        assertThatThrownBy(() -> lua("-- x\n-- stairway: " + declaration + "\nreturn 1"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining(reason)
                .hasMessageContaining("redis/V1__x.up.lua:2");
    }

    @Test
    void onlyCommentsAreNothingToDo() {
        assertThat(lua("-- nothing\n\n  -- at all\n").empty()).isTrue();
        assertThat(lua("-- nothing\nreturn 1").empty()).isFalse();
    }

    @Test
    void aLibraryIsToldFromAScriptByItsFirstLine() {
        assertThat(lua("#!lua name=sessions\nreturn 1").library()).isTrue();
        assertThat(lua("#!lua flags=no-writes\nreturn 1").library()).isFalse();
    }

    @Test
    void windowsLineEndsAndByteOrderMarksMakeNoDifference() {
        assertThat(lua("\uFEFFreturn 1\r\n-- x\r").text()).isEqualTo("return 1\n-- x\n");
    }

    @Test
    void parametersAreReplacedAndEscapedOnesAreLeft() {
        assertThat(Parameters.replace("f", "${a}:$${a}:${ b }:$a", Map.of("a", "x$1", "b", "y")))
                .isEqualTo("x$1:${a}:y:$a");
    }

    @Test
    void aParameterWithoutValueIsToldWithItsLine() {
        assertThatThrownBy(() -> Parameters.replace("f.lua", "one\n${who}", Map.of("a", "x")))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("'who' has no value")
                .hasMessageContaining("f.lua:2");
    }

    private static RedisScript lua(String text) {
        return RedisScript.of(RedisFileName.of("V1__x.up.lua").orElseThrow(), "redis/V1__x.up.lua", text);
    }
}
