package dev.stairway.database.redis.key;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyPatternsTest {

    private final KeyPatterns patterns = new KeyPatterns(List.of(), (from, into) -> {});

    @ParameterizedTest
    @CsvSource({
        "session:user:123, session:user:{id}",
        "session:v2:user:123, session:v2:user:{id}",
        "session:{123}:cart, session:{{id}}:cart",
        "{user:123}:cart, {user:{id}}:cart",
        "user:550e8400-e29b-41d4-a716-446655440000, user:{id}",
        "token:deadbeef01, token:{id}",
        "word:deadbeef, word:deadbeef",
        "token:AbCdEfGh12345678IjKl, token:{id}",
        "mail:ann@example.org, mail:{id}",
        "day:2026-01-31, day:{id}",
        "user1001, user{id}",
        "oauth2:client, oauth2:client",
        "lone, lone",
        "a::b, a::b",
        "'', (empty)",
        "stadt:köln, stadt:köln"
    })
    void a_segment_that_varies_is_told_from_one_that_does_not(String key, String pattern) {
        assertThat(name(patterns, key)).isEqualTo(pattern);
    }

    @Test
    void bytes_that_are_no_text_have_a_pattern_too() {
        assertThat(patterns.name(patterns.of(new byte[] {'k', ':', (byte) 0xff, 0})))
                .isEqualTo("k:{bytes}");
    }

    @Test
    void many_words_in_one_place_are_taken_together_and_few_are_not() {
        for (int i = 0; i < KeyPatterns.MOST_WORDS; i++) {
            name(patterns, "few:" + word(i) + ":x");
            name(patterns, "many:" + word(i) + ":x");
        }
        name(patterns, "many:onemore:x");
        assertThat(name(patterns, "few:" + word(0) + ":x")).isEqualTo("few:" + word(0) + ":x");
        assertThat(name(patterns, "many:" + word(0) + ":x")).isEqualTo("many:{name}:x");
        assertThat(name(patterns, "many:123:x")).isEqualTo("many:{id}:x");
    }

    @Test
    void the_outcome_does_not_depend_on_the_order_of_the_keys() {
        List<String> keys = new ArrayList<>();
        for (int i = 0; i < 90; i++) {
            for (int k = 0; k < 90; k++) {
                keys.add("n:" + word(i) + ":" + (i % 2 == 0 ? "fixed" : "a") + ":" + word(k + i));
            }
        }
        keys.add("n");
        keys.add("n:" + word(3));
        Map<String, Integer> expected = null;
        for (int seed = 0; seed < 20; seed++) {
            Collections.shuffle(keys, new Random(seed));
            Map<String, Integer> counts = counts(keys);
            expected = expected == null ? counts : expected;
            assertThat(counts).isEqualTo(expected);
        }
        assertThat(expected).containsOnlyKeys("n", "n:{name}", "n:{name}:fixed:{name}", "n:{name}:a:{name}");
    }

    /** Counts by number as they come, moved when told, as a table of rows would. */
    private static Map<String, Integer> counts(List<String> keys) {
        Map<Integer, Integer> byNumber = new HashMap<>();
        KeyPatterns fresh = new KeyPatterns(List.of(), (from, into) -> {
            Integer rows = byNumber.remove(from);
            if (rows != null) {
                byNumber.merge(into, rows, Integer::sum);
            }
        });
        keys.forEach(key -> byNumber.merge(fresh.of(bytes(key)), 1, Integer::sum));
        Map<String, Integer> byName = new TreeMap<>();
        byNumber.forEach((number, rows) -> byName.merge(fresh.name(number), rows, Integer::sum));
        return byName;
    }

    @Test
    void a_pattern_once_settled_keeps_its_name_and_only_newer_words_are_taken_together() {
        name(patterns, "user:alice");
        patterns.settle();
        for (int i = 0; i < 200; i++) {
            name(patterns, "user:" + word(i));
        }
        assertThat(name(patterns, "user:alice")).isEqualTo("user:alice");
        assertThat(name(patterns, "user:" + word(7))).isEqualTo("user:{name}");
    }

    @Test
    void a_declared_pattern_wins() {
        KeyPatterns declared =
                new KeyPatterns(List.of("session:{sid}", "session:v2:{sid}", "user:{name}"), (from, into) -> {});
        assertThat(name(declared, "session:abc")).isEqualTo("session:{sid}");
        assertThat(name(declared, "session:123")).isEqualTo("session:{sid}");
        assertThat(name(declared, "session:v2:abc")).isEqualTo("session:v2:{sid}");
        assertThat(name(declared, "user:alice")).isEqualTo("user:{name}");
        assertThat(name(declared, "user:123")).isEqualTo("user:{name}");
        assertThat(name(declared, "other:123")).isEqualTo("other:{id}");
    }

    private static String word(int number) {
        return "w" + (char) ('a' + number / 26 % 26) + (char) ('a' + number % 26);
    }

    private static String name(KeyPatterns patterns, String key) {
        return patterns.name(patterns.of(bytes(key)));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
