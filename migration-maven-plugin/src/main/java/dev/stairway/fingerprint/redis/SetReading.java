package dev.stairway.fingerprint.redis;

import dev.stairway.database.redis.RedisConnection;
import dev.stairway.fingerprint.Digest;
import dev.stairway.fingerprint.Hashing;
import java.util.List;

/** Sets; their order says nothing. */
final class SetReading extends ValueReading {

    private static final byte[] SSCAN = b("SSCAN");
    private static final byte[] COUNT = b("COUNT");
    private static final byte[] MANY = b(WINDOW);

    private static final byte[] SMEMBERS = b("SMEMBERS");

    private final Scanned scanned = new Scanned();
    private final boolean small;

    SetReading(boolean small) {
        this.small = small;
    }

    @Override
    int send(RedisConnection connection, byte[] key) {
        if (small) {
            connection.send(SMEMBERS, key);
        } else {
            connection.send(SSCAN, key, scanned.cursor(), COUNT, MANY);
        }
        return 1;
    }

    @Override
    State receive(List<Object> replies) {
        for (Object element : small ? scanned.whole(replies.get(0)) : scanned.page(replies.get(0))) {
            scanned.add(Hashing.of((byte[]) element));
        }
        return scanned.state();
    }

    @Override
    long elements() {
        return scanned.count();
    }

    @Override
    Digest value() {
        return scanned.result();
    }
}
