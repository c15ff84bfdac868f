package dev.stairway.operate.health;

import java.time.Duration;

/**
 * From where on something is a reason to wait.
 *
 * @param transaction age of a transaction of others, open or prepared
 * @param lagBytes that a standby may be behind
 * @param freeBytes that have to be left on the disk besides the size of the database
 */
public record HealthLimits(Duration transaction, long lagBytes, long freeBytes) {

    public static final HealthLimits USUAL = new HealthLimits(Duration.ofMinutes(5), 1L << 30, 100L << 20);
}
