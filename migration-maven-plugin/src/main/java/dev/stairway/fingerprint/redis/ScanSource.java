package dev.stairway.fingerprint.redis;

import dev.stairway.database.redis.RedisConnection;
import dev.stairway.database.redis.RedisError;
import dev.stairway.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;

/** The keys of the logical database, in the order of the server's cursor; a key may come twice. */
final class ScanSource implements KeyReader.Source {

    private static final byte[] SCAN = RedisConnection.bytes("SCAN");
    private static final byte[] COUNT = RedisConnection.bytes("COUNT");
    private static final byte[] MANY = RedisConnection.bytes(Integer.toString(KeyReader.ROUND));

    private static final byte[] MATCH = RedisConnection.bytes("MATCH");

    /** Null for all keys. */
    private final byte[] glob;

    private byte[] cursor = {'0'};
    private boolean asked;
    private boolean ended;

    private ScanSource(byte[] glob) {
        this.glob = glob;
    }

    static ScanSource all() {
        return new ScanSource(null);
    }

    static ScanSource matching(String glob) {
        return new ScanSource(RedisConnection.bytes(glob));
    }

    @Override
    public boolean ask(RedisConnection connection) {
        if (asked || ended) {
            return false;
        }
        if (glob == null) {
            connection.send(SCAN, cursor, COUNT, MANY);
        } else {
            connection.send(SCAN, cursor, MATCH, glob, COUNT, MANY);
        }
        asked = true;
        return true;
    }

    @Override
    public List<byte[]> take(RedisConnection connection) {
        Object reply = connection.receive();
        asked = false;
        if (reply instanceof RedisError error) {
            throw ProblemException.setup(
                    "Redis refuses to list its keys",
                    connection.endpoint().toString(),
                    error.text(),
                    "Give the user the right to run SCAN (ACL SETUSER ... +scan)",
                    null);
        }
        List<?> pair = (List<?>) reply;
        cursor = (byte[]) pair.get(0);
        ended = cursor.length == 1 && cursor[0] == '0';
        List<?> page = (List<?>) pair.get(1);
        List<byte[]> keys = new ArrayList<>(page.size());
        page.forEach(key -> keys.add((byte[]) key));
        return keys;
    }
}
