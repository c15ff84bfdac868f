package dev.stairway.script.redis;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What a script declares in the comments at its top.
 *
 * @param keys glob of the keys that it works on, found by SCAN; empty when it is called once
 * @param batch most keys per call
 * @param maxBlock how long one call may block the server; empty for the default
 * @param timeout when a call is stopped; empty for the default
 * @param after version that it follows directly although numbers between are missing
 * @param mappings what becomes of which key, as declared
 */
public record RedisHeader(
        Optional<String> keys,
        int batch,
        Optional<Duration> maxBlock,
        Optional<Duration> timeout,
        Optional<RedisVersion> after,
        List<Declared> mappings) {

    /** Keys per call where a script does not say. */
    public static final int DEFAULT_BATCH = 1000;

    /** Nothing declared. */
    public static final RedisHeader NONE = new RedisHeader(
            Optional.empty(), DEFAULT_BATCH, Optional.empty(), Optional.empty(), Optional.empty(), List.of());

    public RedisHeader {
        mappings = List.copyOf(mappings);
    }

    /**
     * A declaration that another room understands.
     *
     * @param line 1-based
     * @param text without its keyword
     */
    public record Declared(int line, String text) {}
}
