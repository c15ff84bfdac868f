package dev.stairway.fingerprint.redis;

import dev.stairway.database.redis.RedisConnection;
import java.util.ArrayList;
import java.util.List;

/**
 * The moment of expiry on a server that tells only how long a key still lives (before 7.0). PTTL and the clock are read
 * next to each other; when the clock shows the same millisecond before and after, their sum is the exact moment, else the
 * key is asked again. https://redis.io/docs/latest/commands/pttl/
 */
final class RelativeExpiry {

    private static final byte[] TIME = RedisConnection.bytes("TIME");
    private static final byte[] PTTL = RedisConnection.bytes("PTTL");

    /** So many answers fit into much less than a millisecond. */
    private static final int TOGETHER = 50;

    private static final int MOST_TRIES = 20;

    private final List<KeyReading> readings = new ArrayList<>();

    void add(KeyReading reading) {
        readings.add(reading);
    }

    void send(RedisConnection connection) {
        for (int i = 0; i < readings.size(); i++) {
            if (i % TOGETHER == 0) {
                connection.send(TIME);
            }
            connection.send(PTTL, readings.get(i).key);
        }
        if (!readings.isEmpty()) {
            connection.send(TIME);
        }
    }

    void receive(RedisConnection connection) {
        if (readings.isEmpty()) {
            return;
        }
        long before = millis(connection.receive());
        for (int from = 0; from < readings.size(); from += TOGETHER) {
            List<KeyReading> together = readings.subList(from, Math.min(from + TOGETHER, readings.size()));
            long[] left = new long[together.size()];
            for (int i = 0; i < left.length; i++) {
                left[i] = connection.receive() instanceof Long millis ? millis : KeyReading.GONE;
            }
            long after = millis(connection.receive());
            for (int i = 0; i < left.length; i++) {
                take(together.get(i), left[i], before, after);
            }
            before = after;
        }
    }

    private static void take(KeyReading reading, long left, long before, long after) {
        if (left < 0) {
            reading.expiry = left;
        } else if (before == after || reading.tries++ >= MOST_TRIES) {
            reading.expiry = after + left;
        }
    }

    /** The server's clock. */
    static long millis(Object time) {
        List<?> parts = (List<?>) time;
        long seconds = Long.parseLong(StreamReading.text(parts.get(0)));
        return seconds * 1000 + Long.parseLong(StreamReading.text(parts.get(1))) / 1000;
    }
}
