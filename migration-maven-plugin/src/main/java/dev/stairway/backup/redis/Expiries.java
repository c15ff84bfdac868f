package dev.stairway.backup.redis;

import static dev.stairway.database.redis.RedisConnection.bytes;

import dev.stairway.database.redis.RedisConnection;
import dev.stairway.database.redis.RedisError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * When keys expire, to the millisecond. Servers before 7.0 tell only how long a key still lives: with the clock, which has to show the
 * same millisecond before and after, that is a moment. https://redis.io/docs/latest/commands/pexpiretime/,
 * https://redis.io/docs/latest/commands/pttl/
 */
final class Expiries {

    /** Of a key that stays. */
    static final long NEVER = 0;

    /** Of a key that has just gone. */
    private static final long PAST = 1;

    /** So many answers fit into much less than a millisecond. */
    private static final int TOGETHER = 50;

    private static final int MOST_TRIES = 20;

    private final RedisConnection connection;

    Expiries(RedisConnection connection) {
        this.connection = connection;
    }

    /** Milliseconds since 1970, or {@link #NEVER}; in the order of the keys. */
    long[] of(List<byte[]> keys) throws IOException {
        List<byte[][]> commands = new ArrayList<>();
        keys.forEach(key -> commands.add(new byte[][] {bytes("PEXPIRETIME"), key}));
        List<Object> replies = connection.pipeline(commands);
        if (!replies.isEmpty() && replies.get(0) instanceof RedisError) {
            return relative(keys);
        }
        long[] moments = new long[keys.size()];
        for (int i = 0; i < moments.length; i++) {
            moments[i] = moment(0, left(replies.get(i)));
        }
        return moments;
    }

    private long[] relative(List<byte[]> keys) throws IOException {
        long[] moments = new long[keys.size()];
        for (int from = 0; from < moments.length; from += TOGETHER) {
            List<byte[]> together = keys.subList(from, Math.min(from + TOGETHER, moments.length));
            int tries = 1;
            while (!read(together, moments, from) && tries < MOST_TRIES) {
                tries++;
            }
        }
        return moments;
    }

    /** False when the clock went on meanwhile. */
    private boolean read(List<byte[]> keys, long[] moments, int from) throws IOException {
        List<byte[][]> commands = new ArrayList<>();
        commands.add(new byte[][] {bytes("TIME")});
        keys.forEach(key -> commands.add(new byte[][] {bytes("PTTL"), key}));
        commands.add(new byte[][] {bytes("TIME")});
        List<Object> replies = connection.pipeline(commands);
        long after = clock(replies.get(keys.size() + 1));
        for (int i = 0; i < keys.size(); i++) {
            moments[from + i] = moment(after, left(replies.get(i + 1)));
        }
        return clock(replies.get(0)) == after;
    }

    /** Both commands say -1 for a key that stays and -2 for one that is not there. */
    private static long moment(long since, long left) {
        return left >= 0 ? since + left : left == -1 ? NEVER : PAST;
    }

    private static long left(Object reply) throws IOException {
        if (reply instanceof Long millis) {
            return millis;
        }
        throw new IOException("the moment of expiry: " + (reply instanceof RedisError error ? error.text() : reply));
    }

    private static long clock(Object reply) throws IOException {
        if (reply instanceof List<?> time) {
            return number(time.get(0)) * 1000 + number(time.get(1)) / 1000;
        }
        throw new IOException("TIME: " + reply);
    }

    private static long number(Object text) {
        return Long.parseLong(new String((byte[]) text, StandardCharsets.US_ASCII));
    }
}
