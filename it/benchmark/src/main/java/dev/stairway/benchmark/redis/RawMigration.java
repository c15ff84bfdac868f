package dev.stairway.benchmark.redis;

import dev.stairway.database.redis.RedisConnection;
import dev.stairway.database.redis.RedisDatabase;
import java.util.ArrayList;
import java.util.List;

/**
 * The same Lua over the same batches by hand on one connection: SCAN, then EVALSHA for what it found, behind which the next
 * SCAN goes already. Keeps no history, no lock, no progress, and bounds nothing.
 */
final class RawMigration {

    private static final byte[] SCAN = RedisConnection.bytes("SCAN");
    private static final byte[] MATCH = RedisConnection.bytes("MATCH");
    private static final byte[] COUNT = RedisConnection.bytes("COUNT");
    private static final byte[] EVALSHA = RedisConnection.bytes("EVALSHA");

    private RawMigration() {}

    /**
     * Runs it.
     *
     * @param page keys that one SCAN looks at
     * @return number of calls of the script
     */
    static int run(RedisDatabase database, String prefix, String script, int page) {
        int calls = 0;
        try (RedisConnection connection = database.connect()) {
            byte[] sha = (byte[]) connection.call("SCRIPT", "LOAD", script);
            byte[] pattern = RedisConnection.bytes(prefix + "*");
            byte[] count = RedisConnection.bytes(Integer.toString(page));
            byte[] cursor = {'0'};
            connection.send(SCAN, cursor, MATCH, pattern, COUNT, count);
            boolean ended = false;
            while (!ended) {
                List<?> reply = (List<?>) connection.receive();
                cursor = (byte[]) reply.get(0);
                ended = cursor.length == 1 && cursor[0] == '0';
                List<?> keys = (List<?>) reply.get(1);
                boolean called = !keys.isEmpty();
                if (called) {
                    connection.send(call(sha, keys));
                }
                if (!ended) {
                    connection.send(SCAN, cursor, MATCH, pattern, COUNT, count);
                }
                if (called) {
                    calls++;
                    done(connection.receive());
                }
            }
        }
        return calls;
    }

    private static byte[][] call(byte[] sha, List<?> keys) {
        List<byte[]> command = new ArrayList<>(keys.size() + 3);
        command.add(EVALSHA);
        command.add(sha);
        command.add(RedisConnection.bytes(Integer.toString(keys.size())));
        keys.forEach(key -> command.add((byte[]) key));
        return command.toArray(byte[][]::new);
    }

    private static void done(Object reply) {
        if (!(reply instanceof Long)) {
            throw new IllegalStateException("The script failed: " + reply);
        }
    }
}
