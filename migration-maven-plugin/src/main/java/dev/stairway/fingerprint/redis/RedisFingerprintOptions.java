package dev.stairway.fingerprint.redis;

import java.time.Duration;
import java.util.List;

/**
 * How keys are compared.
 *
 * @param expiryTolerance two moments of expiry this close are one
 * @param patterns key patterns that the user named, for example {@code session:user:{id}}; others are inferred
 * @param listedChanges changes that are kept key by key of one reading, as evidence
 * @param serverState true to compare users and settings of the server as well
 */
public record RedisFingerprintOptions(
        Duration expiryTolerance, List<String> patterns, int listedChanges, boolean serverState) {

    public static final RedisFingerprintOptions DEFAULT =
            new RedisFingerprintOptions(Duration.ofSeconds(1), List.of(), 200_000, false);

    public RedisFingerprintOptions {
        patterns = List.copyOf(patterns);
    }

    /** The same, with or without users and settings. */
    public RedisFingerprintOptions withServerState(boolean compared) {
        return new RedisFingerprintOptions(expiryTolerance, patterns, listedChanges, compared);
    }
}
