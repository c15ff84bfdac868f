package dev.stairway.data.redis;

import dev.stairway.database.redis.RedisConnection;
import dev.stairway.database.redis.RedisLink;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A key that is there, as a model for new ones.
 *
 * @param type as TYPE says it
 * @param content the value in pieces: fields and values, members and scores, elements; empty where the server shall copy it
 * @param ttlMillis life time left, negative for a key that stays
 */
record Example(byte[] key, KeyShape shape, String type, List<byte[]> content, long ttlMillis) {

    /** Larger values are copied by the server as they are. */
    private static final long LARGEST = 1000;

    private static final long LONGEST_STRING = 1 << 20;

    /** Reads it; empty when it is gone. */
    static Optional<Example> read(RedisLink connection, byte[] key, KeyShape shape) {
        String type = (String) connection.call(RedisConnection.bytes("TYPE"), key);
        if (type.equals("none")) {
            return Optional.empty();
        }
        long ttl = (Long) connection.call(RedisConnection.bytes("PTTL"), key);
        return Optional.of(new Example(key, shape, type, content(connection, key, type), ttl));
    }

    private static List<byte[]> content(RedisLink connection, byte[] key, String type) {
        String size = switch (type) {
            case "string" -> "STRLEN";
            case "hash" -> "HLEN";
            case "list" -> "LLEN";
            case "set" -> "SCARD";
            case "zset" -> "ZCARD";
            default -> "";
        };
        if (size.isEmpty()
                || (Long) connection.call(RedisConnection.bytes(size), key)
                        > (type.equals("string") ? LONGEST_STRING : LARGEST)) {
            return List.of();
        }
        Object reply = switch (type) {
            case "string" -> List.of(connection.call(RedisConnection.bytes("GET"), key));
            case "hash" -> connection.call(RedisConnection.bytes("HGETALL"), key);
            case "set" -> connection.call(RedisConnection.bytes("SMEMBERS"), key);
            case "list" -> range(connection, "LRANGE", key);
            default -> range(connection, "ZRANGE", key, "WITHSCORES");
        };
        List<byte[]> content = new ArrayList<>();
        ((List<?>) reply).forEach(piece -> content.add((byte[]) piece));
        return content;
    }

    private static Object range(RedisLink connection, String command, byte[] key, String... more) {
        List<byte[]> words = new ArrayList<>(
                List.of(RedisConnection.bytes(command), key, RedisConnection.bytes("0"), RedisConnection.bytes("-1")));
        for (String word : more) {
            words.add(RedisConnection.bytes(word));
        }
        return connection.call(words.toArray(byte[][]::new));
    }
}
