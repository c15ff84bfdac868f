package dev.stairway.database.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RespReaderTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "+OK|OK",
                ":-9223372036854775808|-9223372036854775808",
                ":+7|7",
                "$4;a  b|a  b",
                "$0;|''",
                "$-1|null",
                "*-1|null",
                "_|null",
                "*0|[]",
                "*3;:1;$-1;*1;+x|[1, null, [x]]",
                "%1;+name;:1|[name, 1]",
                "~2;:1;:2|[1, 2]",
                ",1.5|1.5",
                "(3492890328409238509324850943850943825024385|3492890328409238509324850943850943825024385",
                "#t|1",
                "#f|0",
                "=8;txt:text|text",
                "-ERR no|RedisError[text=ERR no]",
                "!6;ERR no|RedisError[text=ERR no]"
            })
    void every_type_is_read(String wire, String expected) throws IOException {
        assertThat(RedisText.of(reader(wire, 1 << 16).read())).isEqualTo(expected);
        assertThat(RedisText.of(reader(wire, 1).read())).as("byte by byte").isEqualTo(expected);
    }

    @Test
    void attributes_are_skipped() throws IOException {
        assertThat(reader("|1;+ttl;:5;+value", 1 << 16).read()).isEqualTo("value");
    }

    @Test
    void a_push_is_no_reply() throws IOException {
        RespReader reader = reader(">2;+invalidate;*1;$1;k;+OK", 1 << 16);
        assertThat(reader.read()).isInstanceOf(RespReader.Push.class);
        assertThat(reader.read()).isEqualTo("OK");
    }

    @Test
    void an_error_inside_an_array_is_a_value() throws IOException {
        assertThat(reader("*2;-WRONGTYPE no;+OK", 1 << 16).read())
                .isEqualTo(List.of(new RedisError("WRONGTYPE no"), "OK"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP/1.1 400 Bad Request", ":12a", "$1;ab", "?1", "_x", "|-1", "$99999999999;x"})
    void what_is_no_reply_of_redis_is_refused(String wire) {
        assertThatThrownBy(() -> reader(wire, 1 << 16).read())
                .isInstanceOfAny(IOException.class, ArithmeticException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"$5;abc", "*2;:1", "%1;+name"})
    void a_reply_that_is_cut_short_is_the_end_of_the_connection(String wire) {
        assertThatThrownBy(() -> reader(wire, 1 << 16).read()).isInstanceOf(EOFException.class);
    }

    /** @param chunk most bytes that one read gives */
    private static RespReader reader(String wire, int chunk) {
        byte[] bytes = (wire.replace(";", "\r\n") + "\r\n").getBytes(StandardCharsets.UTF_8);
        return new RespReader(new InputStream() {
            private final InputStream all = new ByteArrayInputStream(bytes);

            @Override
            public int read() throws IOException {
                return all.read();
            }

            @Override
            public int read(byte[] target, int from, int size) throws IOException {
                return all.read(target, from, Math.min(size, chunk));
            }
        });
    }
}
