package dev.stairway.mojo;

import dev.stairway.operate.health.HealthLimits;
import java.time.Duration;

/** Checks what the user says about health. */
final class HealthSettings {

    private HealthSettings() {}

    static HealthLimits of(long transactionSeconds, long lagMegabytes, long freeMegabytes) {
        return new HealthLimits(
                Duration.ofSeconds(natural("longTransactionSeconds", transactionSeconds)),
                natural("maxReplicationLagMegabytes", lagMegabytes) << 20,
                natural("minFreeMegabytes", freeMegabytes) << 20);
    }

    private static long natural(String name, long value) {
        if (value < 0 || value > 1L << 40) {
            throw CheckedSettings.refused(name, Long.toString(value), "Use 0 or more");
        }
        return value;
    }
}
