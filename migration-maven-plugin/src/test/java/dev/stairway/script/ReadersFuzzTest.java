package dev.stairway.script;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.stairway.problem.ProblemException;
import dev.stairway.script.redis.call.RedisCallReader;
import dev.stairway.script.sql.SqlScript;
import dev.stairway.script.sql.SqlStatement;
import dev.stairway.script.sql.SqlSyntax;
import dev.stairway.script.sql.parse.SqlParser;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Tag;

/**
 * Whatever a script holds, those who read it understand it, say that they do not, or refuse it with a {@link ProblemException}:
 * nothing else comes out. Plays the inputs below {@code ReadersFuzzTestInputs}; CONTRIBUTING.md tells how to look for new ones.
 */
@Tag("fuzz")
class ReadersFuzzTest {

    @FuzzTest(maxDuration = "10m")
    @DictionaryFile(resourcePath = "/dev/stairway/script/sql.dict")
    void postgresql(byte[] input) {
        sql(input, "postgresql");
    }

    @FuzzTest(maxDuration = "10m")
    @DictionaryFile(resourcePath = "/dev/stairway/script/sql.dict")
    void sqlite(byte[] input) {
        sql(input, "sqlite");
    }

    @FuzzTest(maxDuration = "10m")
    @DictionaryFile(resourcePath = "/dev/stairway/script/lua.dict")
    void lua(byte[] input) {
        RedisCallReader.read("001__a.lua", text(input));
    }

    @FuzzTest(maxDuration = "10m")
    void redis(byte[] input) {
        RedisCallReader.read("001__a.redis", text(input));
    }

    /** The whole text is parsed, too: what a splitter never hands over may come from another engine. */
    private static void sql(byte[] input, String product) {
        String text = text(input);
        SqlParser.parse(new SqlStatement("V1.sql", 1, 1, text), product);
        for (SqlStatement statement : statements(text, product)) {
            SqlParser.parse(statement, product);
        }
    }

    private static List<SqlStatement> statements(String text, String product) {
        try {
            return SqlScript.statements("V1.sql", text, SqlSyntax.of(product));
        } catch (ProblemException refused) {
            return List.of();
        }
    }

    /** UTF-8 knows no half of a pair: U+E000 stands for one. */
    private static String text(byte[] input) {
        return new String(input, StandardCharsets.UTF_8).replace('\uE000', '\uD800');
    }
}
