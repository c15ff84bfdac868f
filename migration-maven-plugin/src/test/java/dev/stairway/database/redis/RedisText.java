package dev.stairway.database.redis;

import static dev.stairway.database.redis.RedisConnection.bytes;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What is in a database, as text that can be compared. */
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

    /** Everything that can be seen of every key, the moment of its expiry included. */
    static Map<String, String> stateOf(RedisConnection redis) {
        Map<String, String> state = new TreeMap<>();
        for (Object key : (List<?>) redis.call("KEYS", "*")) {
            byte[] name = (byte[]) key;
            String type = (String) redis.call(bytes("TYPE"), name);
            state.put(of(name), type + " " + value(redis, type, name) + " " + expiry(redis, name));
        }
        return state;
    }

    private static String value(RedisConnection redis, String type, byte[] key) {
        return switch (type) {
            case "string" -> of(redis.call(bytes("GET"), key));
            case "list" -> of(redis.call(bytes("LRANGE"), key, bytes("0"), bytes("-1")));
            case "set" -> sorted(redis.call(bytes("SMEMBERS"), key));
            case "hash" -> of(redis.call(bytes("HGETALL"), key));
            case "zset" -> of(redis.call(bytes("ZRANGE"), key, bytes("0"), bytes("-1"), bytes("WITHSCORES")));
            // FULL has entries, groups, pending entries with the time of their delivery, and consumers.
            case "stream" -> of(redis.call(bytes("XINFO"), bytes("STREAM"), key, bytes("FULL")));
            default -> throw new IllegalStateException(type);
        };
    }

    private static String sorted(Object reply) {
        return ((List<?>) reply).stream().map(RedisText::of).sorted().toList().toString();
    }

    // Before 7.0 the moment is the server's clock plus what is left. Should a millisecond end between the two, the sum
    // is
    // too small: the greatest of many is right.
    private static String expiry(RedisConnection redis, byte[] key) {
        if (Info.field(redis, "server", "redis_version").startsWith("7.")) {
            return redis.call(bytes("PEXPIRETIME"), key).toString();
        }
        List<?> both = (List<?>) redis.call(bytes("EVAL"), bytes("""
                        redis.replicate_commands()
                        local moment, left = 0, -1
                        for i = 1, 50 do
                          local t = redis.call('TIME')
                          left = redis.call('PTTL', KEYS[1])
                          moment = math.max(moment, t[1] * 1000 + math.floor(t[2] / 1000) + left)
                        end
                        return {left, moment}
                        """), bytes("1"), key);
        return (Long) both.get(0) < 0 ? "-1" : both.get(1).toString();
    }
}
