package dev.stairway.fingerprint.redis;

import dev.stairway.database.redis.RedisConnection;
import dev.stairway.fingerprint.Digest;
import dev.stairway.fingerprint.Hashing;
import java.util.List;

/** Lists; the order of the elements counts. */
final class ListReading extends ValueReading {

    private static final byte[] LRANGE = b("LRANGE");
    private static final byte[] ZERO = b("0");
    private static final byte[] LAST = b(Integer.toString(WINDOW_SIZE - 1));

    private final Sum sum = new Sum();
    private long members;

    @Override
    int send(RedisConnection connection, byte[] key) {
        long from = sum.count();
        if (from == 0) {
            connection.send(LRANGE, key, ZERO, LAST);
        } else {
            connection.send(LRANGE, key, b(Long.toString(from)), b(Long.toString(from + WINDOW_SIZE - 1)));
        }
        return 1;
    }

    @Override
    State receive(List<Object> replies) {
        List<?> elements = (List<?>) replies.get(0);
        elements.forEach(element -> append(Hashing.of((byte[]) element)));
        if (sum.count() == 0) {
            return State.MISSING;
        }
        return elements.size() == WINDOW_SIZE ? State.MORE : State.DONE;
    }

    private void append(Digest element) {
        sum.append(element);
        members += element.low();
    }

    @Override
    long members() {
        return members;
    }

    @Override
    Digest value() {
        return sum.result();
    }
}
