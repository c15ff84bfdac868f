package dev.stairway.fingerprint.redis;

import dev.stairway.database.redis.RedisConnection;
import dev.stairway.fingerprint.Digest;
import dev.stairway.fingerprint.Hashing;
import java.util.List;

/** Strings with what lives in them: bitmaps as they are, HyperLogLogs by their registers. */
final class StringReading extends ValueReading {

    private static final byte[] GET = b("GET");

    private Digest value;

    @Override
    int send(RedisConnection connection, byte[] key) {
        connection.send(GET, key);
        return 1;
    }

    @Override
    State receive(List<Object> replies) {
        byte[] bytes = (byte[]) replies.get(0);
        if (bytes == null) {
            return State.MISSING;
        }
        boolean counter = bytes.length > 4 && bytes[0] == 'H' && bytes[1] == 'Y';
        value = Hashing.of(counter ? HyperLogLog.registers(bytes).orElse(bytes) : bytes);
        return State.DONE;
    }

    @Override
    Digest value() {
        return value;
    }
}
