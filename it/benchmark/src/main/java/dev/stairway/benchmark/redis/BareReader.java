package dev.stairway.benchmark.redis;

import dev.stairway.database.redis.RedisConnection;
import dev.stairway.database.redis.RedisDatabase;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads every key over one connection and forgets it: SCAN, TYPE of every key of the page in one pipeline, then the command
 * that reads the type in another one, behind which the next SCAN goes already. A page of a thousand keys is where larger
 * ones gain nothing.
 */
final class BareReader {

    private static final byte[] SCAN = RedisConnection.bytes("SCAN");
    private static final byte[] COUNT = RedisConnection.bytes("COUNT");
    private static final byte[] PAGE = RedisConnection.bytes("1000");
    private static final byte[] TYPE = RedisConnection.bytes("TYPE");
    private static final byte[] ZERO = RedisConnection.bytes("0");
    private static final byte[] LAST = RedisConnection.bytes("-1");
    private static final byte[] GET = RedisConnection.bytes("GET");
    private static final byte[] HGETALL = RedisConnection.bytes("HGETALL");
    private static final byte[] LRANGE = RedisConnection.bytes("LRANGE");
    private static final byte[] SMEMBERS = RedisConnection.bytes("SMEMBERS");
    private static final byte[] ZRANGE = RedisConnection.bytes("ZRANGE");
    private static final byte[] WITHSCORES = RedisConnection.bytes("WITHSCORES");
    private static final byte[] XRANGE = RedisConnection.bytes("XRANGE");
    private static final byte[] LOWEST = RedisConnection.bytes("-");
    private static final byte[] HIGHEST = RedisConnection.bytes("+");

    private BareReader() {}

    /** Number of keys that were read. */
    static long read(RedisDatabase database) {
        long read = 0;
        try (RedisConnection connection = database.connect()) {
            connection.send(SCAN, ZERO, COUNT, PAGE);
            byte[] cursor;
            do {
                List<?> page = (List<?>) connection.receive();
                cursor = (byte[]) page.get(0);
                List<byte[]> keys = new ArrayList<>();
                ((List<?>) page.get(1)).forEach(key -> keys.add((byte[]) key));
                read += page(connection, keys, ended(cursor) ? null : cursor);
            } while (!ended(cursor));
        }
        return read;
    }

    private static boolean ended(byte[] cursor) {
        return cursor.length == 1 && cursor[0] == '0';
    }

    private static int page(RedisConnection connection, List<byte[]> keys, byte[] following) {
        keys.forEach(key -> connection.send(TYPE, key));
        List<String> types = new ArrayList<>(keys.size());
        keys.forEach(key -> types.add((String) connection.receive()));
        for (int i = 0; i < keys.size(); i++) {
            connection.send(read(types.get(i), keys.get(i)));
        }
        if (following != null) {
            connection.send(SCAN, following, COUNT, PAGE);
        }
        int read = 0;
        for (int i = 0; i < keys.size(); i++) {
            read += connection.receive() == null ? 0 : 1;
        }
        return read;
    }

    private static byte[][] read(String type, byte[] key) {
        return switch (type) {
            case "string" -> new byte[][] {GET, key};
            case "hash" -> new byte[][] {HGETALL, key};
            case "list" -> new byte[][] {LRANGE, key, ZERO, LAST};
            case "set" -> new byte[][] {SMEMBERS, key};
            case "zset" -> new byte[][] {ZRANGE, key, ZERO, LAST, WITHSCORES};
            default -> new byte[][] {XRANGE, key, LOWEST, HIGHEST};
        };
    }
}
