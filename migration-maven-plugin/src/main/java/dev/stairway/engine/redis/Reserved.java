package dev.stairway.engine.redis;

import java.nio.charset.StandardCharsets;
import java.util.Set;

/** Names of the engine's own keys. The braces keep them in one slot of a cluster. */
final class Reserved {

    static final String PREFIX = "{stairway}:";
    static final String HISTORY = PREFIX + "history";
    static final String COUNTER = PREFIX + "counter";
    static final String PROGRESS = PREFIX + "progress";
    static final String LOCK = PREFIX + "lock";

    /** Redisson's fair lock keeps those who wait in keys that have the lock's name behind a prefix. */
    static final Set<String> PREFIXES =
            Set.of(PREFIX, "redisson_lock_queue:" + PREFIX, "redisson_lock_timeout:" + PREFIX);

    private Reserved() {}

    static boolean contains(byte[] key) {
        String name = new String(key, StandardCharsets.ISO_8859_1);
        return PREFIXES.stream().anyMatch(name::startsWith);
    }
}
