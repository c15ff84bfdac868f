package dev.stairway.fingerprint.redis;

import dev.stairway.database.redis.RedisConnection;
import dev.stairway.fingerprint.Digest;
import java.util.List;

/** Reads the value of one key in bounded windows, so that no command keeps the server busy for long. */
abstract class ValueReading {

    /** Elements asked for at a time. */
    static final String WINDOW = "1000";

    static final int WINDOW_SIZE = 1000;

    /** How far a reading has come. */
    enum State {
        /** Another round of commands is needed. */
        MORE,
        DONE,
        /** There is no such key. */
        MISSING
    }

    /** Sends the commands of the next round and answers how many. */
    abstract int send(RedisConnection connection, byte[] key);

    /** Takes the replies of the round, none of which is an error. */
    abstract State receive(List<Object> replies);

    abstract Digest value();

    /** Further attributes by their index in {@link Columns#MORE}; null where there are none. */
    Digest[] more() {
        return null;
    }

    /** Hash over what a collection consists of, whatever its order, scores or values; zero where nothing is besides. */
    long members() {
        return 0;
    }

    /** Elements of a collection that a cursor is meant for; zero for the others. */
    long elements() {
        return 0;
    }

    static byte[] b(String text) {
        return RedisConnection.bytes(text);
    }

    /**
     * For a type as TYPE says it; null for one that a module brought and nobody here can read.
     *
     * @param small true when such keys were small so far: then one command without a cursor, which costs the server half
     */
    static ValueReading of(String type, boolean small, Traits traits, FieldMoments moments) {
        return switch (type) {
            case "string" -> new StringReading();
            case "hash" -> new HashReading(small, traits.fieldExpiry() ? moments : null);
            case "list" -> new ListReading();
            case "set" -> new SetReading(small);
            case "zset" -> new SortedSetReading();
            case "stream" -> new StreamReading(null);
            default -> null;
        };
    }

    /** Remembers when a hash's field expires. */
    @FunctionalInterface
    interface FieldMoments {
        long canonical(byte[] key, byte[] field, long read);
    }
}
