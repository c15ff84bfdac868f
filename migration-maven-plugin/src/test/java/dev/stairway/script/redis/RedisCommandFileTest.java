package dev.stairway.script.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stairway.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedisCommandFileTest {

    @Test
    void commandsKeepTheirLinesPastCommentsAndEmptyLines() {
        List<RedisCommandLine> commands =
                RedisCommandFile.parse("f.redis", "# why\n\nset a 1\r\n  # more\n\tDEL b c  \n");

        assertThat(commands).extracting(RedisCommandLine::line).containsExactly(3, 5);
        assertThat(commands).extracting(RedisCommandLine::name).containsExactly("SET", "DEL");
        assertThat(words(commands.get(1))).containsExactly("DEL", "b", "c");
    }

    @Test
    void whatOnlyUnicodeCallsALineEndOrASpaceBelongsToTheValue() {
        List<RedisCommandLine> commands = RedisCommandFile.parse("f", "SET a \"x\u2028y\u0085\"\rSET b z\u3000\n");

        assertThat(commands).extracting(RedisCommandLine::line).containsExactly(1, 2);
        assertThat(words(commands.get(0))).containsExactly("SET", "a", "x\u2028y\u0085");
        assertThat(words(commands.get(1))).containsExactly("SET", "b", "z\u3000");
    }

    @Test
    void quotesWorkAsInRedisCli() {
        RedisCommandLine command = RedisCommandFile.parse(
                        "f", "SET \"a b\" 'it\\'s \\n' \"\\x41\\n\\\"\" \"\" pre\"fix\" # é")
                .get(0);

        assertThat(words(command)).containsExactly("SET", "a b", "it's \\n", "A\n\"", "", "prefix", "#", "é");
    }

    @Test
    void escapedBytesNeedNotBeText() {
        RedisCommandLine command =
                RedisCommandFile.parse("f", "SET k \"\\xff\\x00\\xzz\"").get(0);

        assertThat(command.arguments().get(2)).containsExactly(0xff, 0, 'x', 'z', 'z');
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {"SET a \"open | not closed", "SET a 'open | not closed", "SET \"a\"b c | must be a space"})
    void wrongQuotesAreToldWithTheirLine(String line, String reason) {
        assertThatThrownBy(() -> RedisCommandFile.parse("redis/V1__x.up.redis", "PING\n" + line))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining(reason)
                .hasMessageContaining("redis/V1__x.up.redis:2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"SELECT 1", "subscribe news", "SHUTDOWN NOSAVE", "MONITOR", "AUTH user secret"})
    void commandsAboutTheConnectionAreRefused(String line) {
        assertThatThrownBy(() -> RedisCommandFile.parse("f.redis", line))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("cannot stand in a migration")
                .hasMessageContaining("f.redis:1")
                .hasMessageNotContaining("secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"SET SELECT 1", "PUBLISH news subscribe", "MULTI"})
    void wordsThatOnlyLookLikeThemAreNot(String line) {
        assertThat(RedisCommandFile.parse("f.redis", line)).hasSize(1);
    }

    private static List<String> words(RedisCommandLine command) {
        return command.arguments().stream()
                .map(word -> new String(word, StandardCharsets.UTF_8))
                .toList();
    }
}
