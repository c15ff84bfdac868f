package dev.stairway.fingerprint.redis;

import dev.stairway.fingerprint.Digest;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The elements that a cursor returns. It may return one twice while the server resizes its table:
 * https://redis.io/docs/latest/commands/scan/
 */
final class Scanned {

    private static final byte[] START = {'0'};

    private final Sum sum = new Sum();
    private byte[] cursor = START;
    private Set<Digest> seen;

    byte[] cursor() {
        return cursor;
    }

    /** Takes one reply and answers its elements. */
    List<?> page(Object reply) {
        List<?> pair = (List<?>) reply;
        cursor = (byte[]) pair.get(0);
        if (!atEnd() && seen == null) {
            seen = new HashSet<>();
        }
        return (List<?>) pair.get(1);
    }

    /** Takes a reply that holds everything. */
    List<?> whole(Object reply) {
        cursor = START;
        return (List<?>) reply;
    }

    long count() {
        return sum.count();
    }

    /** False for an element that came before, since a cursor may bring it twice. */
    boolean add(Digest element) {
        boolean another = seen == null || seen.add(element);
        if (another) {
            sum.add(element);
        }
        return another;
    }

    Digest pair(Digest first, Digest second) {
        return sum.pair(first, second);
    }

    private boolean atEnd() {
        return cursor.length == 1 && cursor[0] == '0';
    }

    ValueReading.State state() {
        if (!atEnd()) {
            return ValueReading.State.MORE;
        }
        return sum.count() == 0 ? ValueReading.State.MISSING : ValueReading.State.DONE;
    }

    Digest result() {
        return sum.result();
    }

    @Override
    public String toString() {
        return "at cursor " + new String(cursor, StandardCharsets.US_ASCII);
    }
}
