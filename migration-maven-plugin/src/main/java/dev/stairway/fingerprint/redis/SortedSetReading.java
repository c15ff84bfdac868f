package dev.stairway.fingerprint.redis;

import dev.stairway.database.redis.RedisConnection;
import dev.stairway.fingerprint.Digest;
import dev.stairway.fingerprint.Hashing;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Sorted sets with their scores, geo positions among them; 1 and 1.0 are one score, and so are 0 and -0. */
final class SortedSetReading extends ValueReading {

    private static final byte[] ZRANGE = b("ZRANGE");
    private static final byte[] ZERO = b("0");
    private static final byte[] LAST = b(Integer.toString(WINDOW_SIZE - 1));
    private static final byte[] WITH_SCORES = b("WITHSCORES");
    private static final int SHORT_INTEGER = 15;

    private final Sum sum = new Sum();
    private long members;
    private final ByteBuffer number = ByteBuffer.allocate(Double.BYTES);

    @Override
    int send(RedisConnection connection, byte[] key) {
        long from = sum.count();
        if (from == 0) {
            connection.send(ZRANGE, key, ZERO, LAST, WITH_SCORES);
        } else {
            byte[] to = b(Long.toString(from + WINDOW_SIZE - 1));
            connection.send(ZRANGE, key, b(Long.toString(from)), to, WITH_SCORES);
        }
        return 1;
    }

    @Override
    State receive(List<Object> replies) {
        List<?> elements = (List<?>) replies.get(0);
        for (int i = 0; i < elements.size(); i += 2) {
            number.clear();
            number.putDouble(score((byte[]) elements.get(i + 1)));
            Digest member = Hashing.of((byte[]) elements.get(i));
            sum.add(sum.pair(member, Hashing.of(number.array())));
            members += member.low();
        }
        if (sum.count() == 0) {
            return State.MISSING;
        }
        return elements.size() == 2 * WINDOW_SIZE ? State.MORE : State.DONE;
    }

    /** The text has as many digits as are needed to tell two doubles apart. */
    static double score(byte[] text) {
        long whole = 0;
        boolean integer = text.length <= SHORT_INTEGER;
        for (int i = 0; integer && i < text.length; i++) {
            integer = text[i] >= '0' && text[i] <= '9';
            whole = whole * 10 + text[i] - '0';
        }
        if (integer) {
            return whole;
        }
        String number = new String(text, StandardCharsets.US_ASCII);
        if (number.endsWith("inf")) {
            return number.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        }
        // Adding zero turns -0 into 0, which compare as equal in Redis.
        return Double.parseDouble(number) + 0.0;
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
