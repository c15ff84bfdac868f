package dev.stairway.engine.redis;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Names of the engine's own keys. The braces keep them in one slot of a cluster. */
final class Reserved {

    static final String PREFIX = "{stairway}:";
    static final String HISTORY = PREFIX + "history";
    static final String COUNTER = PREFIX + "counter";
    static final String PROGRESS = PREFIX + "progress";
    static final String LOCK = PREFIX + "lock";

    /** Redisson's fair lock keeps those who wait, and who has just let go, in keys with the lock's name behind a prefix. */
    static final Set<String> PREFIXES = Set.of(
            PREFIX,
            "redisson_lock_queue:" + PREFIX,
            "redisson_lock_timeout:" + PREFIX,
            "redisson_unlock_latch:" + PREFIX);

    private static final List<byte[]> BYTES = PREFIXES.stream()
            .map(prefix -> prefix.getBytes(StandardCharsets.UTF_8))
            .toList();

    private Reserved() {}

    /** Asked of every key that a scan finds. */
    static boolean contains(byte[] key) {
        for (byte[] prefix : BYTES) {
            if (key.length >= prefix.length && Arrays.equals(key, 0, prefix.length, prefix, 0, prefix.length)) {
                return true;
            }
        }
        return false;
    }
}
