package dev.stairway.database.redis;

import static dev.stairway.database.redis.RedisConnection.bytes;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * All keys of a logical database as the server writes them out, with the moments at which they expire.
 *
 * @see <a href="https://redis.io/docs/latest/commands/dump/">DUMP</a>
 * @see <a href="https://redis.io/docs/latest/commands/restore/">RESTORE</a>
 */
final class KeyCopies {

    private static final byte[] OWNER = bytes(OwnerMarker.KEY);

    /** Of array, record and references. */
    private static final int OVERHEAD = 96;

    private static final String PAGE = "256";

    private final List<Copy> copies = new ArrayList<>();
    private final KeptBytes kept;
    private final boolean sinceSeven;
    private long size;

    private KeyCopies(KeptBytes kept, boolean sinceSeven) {
        this.kept = kept;
        this.sinceSeven = sinceSeven;
    }

    /** @param expiry milliseconds since 1970; 0 for a key that stays */
    private record Copy(byte[] key, byte[] dump, long expiry) {}

    /** Nobody may write meanwhile. */
    static KeyCopies read(RedisConnection connection, boolean sinceSeven, KeptBytes kept) {
        KeyCopies all = new KeyCopies(kept, sinceSeven);
        try {
            String cursor = "0";
            do {
                List<?> page = (List<?>) connection.call("SCAN", cursor, "COUNT", PAGE);
                all.copy(connection, (List<?>) page.get(1));
                cursor = new String((byte[]) page.get(0), StandardCharsets.US_ASCII);
            } while (!cursor.equals("0"));
            return all;
        } catch (RuntimeException e) {
            all.free();
            throw e;
        }
    }

    private void copy(RedisConnection connection, List<?> found) {
        List<byte[]> keys = found.stream()
                .map(byte[].class::cast)
                .filter(key -> !Arrays.equals(key, OWNER))
                .toList();
        List<byte[][]> commands = new ArrayList<>();
        for (byte[] key : keys) {
            commands.add(new byte[][] {bytes("DUMP"), key});
            commands.add(new byte[][] {bytes("TIME")});
            commands.add(new byte[][] {bytes(sinceSeven ? "PEXPIRETIME" : "PTTL"), key});
        }
        List<Object> replies = connection.pipeline(commands);
        for (int i = 0; i < keys.size(); i++) {
            byte[] dump = (byte[]) sound(replies.get(3 * i), "DUMP");
            // Null when it has expired meanwhile.
            if (dump != null) {
                keep(connection, keys.get(i), dump, expiry(replies, 3 * i));
            }
        }
    }

    private void keep(RedisConnection connection, byte[] key, byte[] dump, long expiry) {
        long taken = (long) key.length + dump.length + OVERHEAD;
        kept.take(taken, connection.endpoint());
        size += taken;
        copies.add(new Copy(key, dump, expiry));
    }

    // Servers before 7.0 only tell what is left, which is added to their own time of the same moment.
    private long expiry(List<Object> replies, int at) {
        long told = (Long) sound(replies.get(at + 2), "PTTL");
        if (told < 0) {
            // No expiry, or the key ended between the two commands, which a moment in the past says as well.
            return told == -1 ? 0 : 1;
        }
        return sinceSeven ? told : millis((List<?>) sound(replies.get(at + 1), "TIME")) + told;
    }

    private static long millis(List<?> time) {
        return number(time.get(0)) * 1000 + number(time.get(1)) / 1000;
    }

    private static long number(Object text) {
        return Long.parseLong(new String((byte[]) text, StandardCharsets.US_ASCII));
    }

    /** Into an empty database. A key whose moment has passed does not come back. */
    void write(RedisConnection connection) {
        int page = Integer.parseInt(PAGE);
        for (int from = 0; from < copies.size(); from += page) {
            List<Copy> some = copies.subList(from, Math.min(copies.size(), from + page));
            connection
                    .pipeline(some.stream().map(KeyCopies::restore).toList())
                    .forEach(reply -> sound(reply, "RESTORE"));
        }
    }

    // REPLACE because a scan may have returned a key twice.
    private static byte[][] restore(Copy copy) {
        byte[] expiry = bytes(Long.toString(copy.expiry));
        return new byte[][] {bytes("RESTORE"), copy.key, expiry, copy.dump, bytes("REPLACE"), bytes("ABSTTL")};
    }

    private static Object sound(Object reply, String command) {
        if (reply instanceof RedisError error) {
            throw new RedisErrorException(error, command);
        }
        return reply;
    }

    /** Gives the memory back. */
    void free() {
        kept.give(size);
        size = 0;
        copies.clear();
    }
}
