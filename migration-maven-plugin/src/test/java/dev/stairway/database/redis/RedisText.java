package dev.stairway.database.redis;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** Replies as text that two of them can be compared by. */
final class RedisText {

    private RedisText() {}

    static String of(Object reply) {
        if (reply instanceof byte[] bytes) {
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }
        if (reply instanceof List<?> list) {
            return list.stream().map(RedisText::of).collect(Collectors.joining(", ", "[", "]"));
        }
        return String.valueOf(reply);
    }
}
