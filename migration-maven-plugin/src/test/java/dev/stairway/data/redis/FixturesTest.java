package dev.stairway.data.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stairway.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FixturesTest extends FreshRedis {

    FixturesTest() {
        super("6.2");
    }

    @Test
    void json_records_of_every_type_are_loaded() throws Exception {
        load("keys.json", """
                [{"key": "s:1", "value": "ä", "ttl": 90.5},
                 {"key": "s:2", "type": "string", "value": {"nested": [1, 2]}},
                 {"key": "s:3", "type": "string", "value": {"base64": "AP8="}},
                 {"key": "h:1", "type": "hash", "value": {"a": "x", "n": 1.50}},
                 {"key": "l:1", "type": "list", "value": ["b", "a", "b"]},
                 {"key": "u:1", "type": "set", "value": ["b", "a"]},
                 {"key": "z:1", "type": "zset", "value": {"m": 1.5, "o": "-inf"}},
                 {"key": "x:1", "type": "stream", "value": [{"id": "5-1", "fields": {"f": "v"}}]},
                 {"key": "p:1", "type": "hyperloglog", "value": ["a", "b"]},
                 {"key": "g:1", "type": "geo", "value": {"palermo": [13.361389, 38.115556]}},
                 {"key": "b:1", "type": "bitmap", "value": [3]}]
                """);
        assertThat((Long) redis.call("PTTL", "s:1")).isBetween(80_000L, 90_500L);
        assertThat(reply("GET", "s:1")).isEqualTo("ä");
        assertThat(reply("GET", "s:2")).isEqualTo("{\"nested\":[1,2]}");
        assertThat((byte[]) redis.call("GET", "s:3")).containsExactly(0, 0xff);
        assertThat(reply("HGET", "h:1", "n")).isEqualTo("1.50");
        assertThat(reply("LINDEX", "l:1", "2")).isEqualTo("b");
        assertThat(redis.call("SCARD", "u:1")).isEqualTo(2L);
        assertThat(reply("ZSCORE", "z:1", "o")).isEqualTo("-inf");
        assertThat((List<?>) redis.call("XRANGE", "x:1", "5-1", "5-1")).hasSize(1);
        assertThat(redis.call("PFCOUNT", "p:1")).isEqualTo(2L);
        assertThat((List<?>) redis.call("GEOPOS", "g:1", "palermo")).doesNotContainNull();
        assertThat(redis.call("GETBIT", "b:1", "3")).isEqualTo(1L);
    }

    @Test
    void one_record_per_line_and_commands_and_comma_separated_values_are_loaded() throws Exception {
        load("keys.jsonl", "{\"key\":\"a\",\"value\":\"1\"}\n{\"key\":\"b\",\"value\":\"2\"}\n");
        load("keys.csv", "key,type,value,ttl\r\nc,,\"x, \"\"y\"\"\nz\",\r\nd,hash,\"{\"\"f\"\":\"\"v\"\"}\",60\r\n");
        load("keys.redis", "# comment\n\nSET e \"a b\\x00\\n\"\nRPUSH 'f g' 1 2 '' \n");
        assertThat(reply("GET", "a") + reply("GET", "b")).isEqualTo("12");
        assertThat(reply("GET", "c")).isEqualTo("x, \"y\"\nz");
        assertThat((Long) redis.call("TTL", "d")).isBetween(50L, 60L);
        assertThat(reply("GET", "e")).isEqualTo("a b\0\n");
        assertThat(redis.call("LLEN", "f g")).isEqualTo(3L);
    }

    @Test
    void a_byte_order_mark_is_no_part_of_the_first_column_or_record() throws Exception {
        load("keys.csv", "\uFEFFkey,value\na,1\n");
        load("keys.json", "\uFEFF{\"key\":\"b\",\"value\":\"2\"}");
        assertThat(reply("GET", "a") + reply("GET", "b")).isEqualTo("12");
    }

    @Test
    void a_file_in_another_encoding_is_told() throws Exception {
        Path file = file("keys.csv", "");
        Files.write(file, "key,value\na,\u00e4\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> Fixtures.load(file, new BulkLoader(redis)))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("not UTF-8");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a.json|[{'key':'a','value':'1'},\\n{'key':'b'}]|a.json:2|a record needs key and value",
                "a.json|[{'key':'a','value':'1','ttl':0}]|a.json:1|ttl must be more than 0 seconds",
                "a.json|[{'key':'a','type':'tree','value':'1'}]|a.json:1|unknown type tree",
                "a.json|[{'key':'a','type':'hash','value':['1']}]|a.json:1|the value of a hash must be an object",
                "a.json|[{'key':'a','type':'set','value':[]}]|a.json:1|an empty set cannot exist",
                "a.json|[{'key':'a','type':'geo','value':{}}]|a.json:1|an empty geo cannot exist",
                "a.json|[{'key':'a','type':'stream','value':[]}]|a.json:1|an empty stream cannot exist",
                "a.json|[{'key':'a','type':'bitmap','value':[]}]|a.json:1|an empty bitmap cannot exist",
                "a.json|[{'key':'a',|a.json:1|end-of-input",
                "a.csv|name,value\\na,b|a.csv:1|the first line must name the columns",
                "a.csv|key,'value\\na|a.csv|is not closed",
                "a.csv|key,value\\na|a.csv:2|2 values expected, 1 found",
                "a.redis|SET a 1\\nSET b \"x|a.redis:2|a quote is not closed",
                "a.redis|SET a 1\\nNONSENSE b\\nSET c 1|a.redis:2|ERR unknown command",
                "a.redis|SET a 1\\nHSET a f v|a.redis:2|WRONGTYPE",
                "a.txt|x|a.txt|unknown ending"
            })
    void what_is_wrong_is_told_with_file_and_line(String name, String content, String place, String seen)
            throws Exception {
        String text = content.replace("\\n", "\n").replace('\'', '"');
        assertThatThrownBy(() -> load(name, text))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining(place)
                .hasMessageContaining(seen);
    }

    private void load(String name, String content) throws Exception {
        try (BulkLoader loader = new BulkLoader(redis)) {
            Fixtures.load(file(name, content), loader);
        }
    }

    private String reply(String... command) {
        return text(redis.call(command));
    }
}
