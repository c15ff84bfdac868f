package dev.stairway.measure.redis;

import dev.stairway.database.redis.RedisConnection;
import dev.stairway.database.redis.RedisLink;
import dev.stairway.measure.LiveModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A key that is there, as a model for those of clients.
 *
 * @param type as TYPE says it
 * @param content its value in pieces: fields and values, members and scores, elements, the fields of a stream's last entry
 * @param expires true when it has a time to live
 */
record Model(String type, List<byte[]> content, boolean expires) implements LiveModel {

    /** Clients write small values; a large one would make them measure the network. */
    private static final int MOST_PIECES = 64;

    Model {
        content = List.copyOf(content);
    }

    /** A plain text, where there is no key to follow. */
    static Model text() {
        return new Model("string", List.of(Mark.bytes("session")), true);
    }

    /** Reads a key; empty when it is gone, or when clients cannot write its type. */
    static Optional<Model> learn(RedisLink connection, byte[] key) {
        String type = (String) connection.call(RedisConnection.bytes("TYPE"), key);
        Object reply = switch (type) {
            case "string" -> List.of(connection.call(RedisConnection.bytes("GET"), key));
            case "hash" -> connection.call(RedisConnection.bytes("HGETALL"), key);
            case "list" -> call(connection, key, "LRANGE", "0", "63");
            case "set" -> connection.call(RedisConnection.bytes("SMEMBERS"), key);
            case "zset" -> call(connection, key, "ZRANGE", "0", "31", "WITHSCORES");
            case "stream" -> call(connection, key, "XREVRANGE", "+", "-", "COUNT", "1");
            default -> List.of();
        };
        List<byte[]> pieces = Reading.flat(type, reply);
        if (pieces.isEmpty()) {
            return Optional.empty();
        }
        boolean expires = (Long) connection.call(RedisConnection.bytes("PTTL"), key) >= 0;
        return Optional.of(new Model(type, pieces.subList(0, Math.min(pieces.size(), MOST_PIECES)), expires));
    }

    private static Object call(RedisLink connection, byte[] key, String name, String... arguments) {
        List<byte[]> words = new ArrayList<>(List.of(RedisConnection.bytes(name), key));
        for (String argument : arguments) {
            words.add(RedisConnection.bytes(argument));
        }
        return connection.call(words.toArray(byte[][]::new));
    }

    boolean pairs() {
        return type.equals("hash") || type.equals("zset") || type.equals("stream");
    }

    /** What tells its format from another one of the same type: the names of its fields; empty where it has none. */
    Set<String> fields() {
        return fields(type, content);
    }

    static Set<String> fields(String type, List<byte[]> pieces) {
        if (type.equals("string")) {
            return Mark.fields(pieces.get(0));
        }
        Set<String> names = new TreeSet<>();
        if (type.equals("hash")) {
            for (int i = 0; i < pieces.size(); i += 2) {
                names.add(Mark.text(pieces.get(i)));
            }
            names.remove(Mark.FIELD);
        }
        return names;
    }
}
