package dev.stairway.fingerprint.redis;

import java.time.Duration;
import java.util.List;

/**
 * How keys are compared.
 *
 * @param expiryTolerance two moments of expiry this close are one
 * @param patterns key patterns that the user named, for example {@code session:user:{id}}; others are inferred
 * @param listedChanges changes that are kept key by key of one reading, as evidence
 */
public record RedisFingerprintOptions(Duration expiryTolerance, List<String> patterns, int listedChanges) {

    public static final RedisFingerprintOptions DEFAULT =
            new RedisFingerprintOptions(Duration.ofSeconds(1), List.of(), 200_000);

    public RedisFingerprintOptions {
        patterns = List.copyOf(patterns);
    }
}
