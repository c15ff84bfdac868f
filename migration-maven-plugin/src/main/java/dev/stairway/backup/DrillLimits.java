package dev.stairway.backup;

import java.util.Map;
import java.util.OptionalLong;

/**
 * What must not take longer.
 *
 * @param restore from product to milliseconds until the database is there again; {@link #EVERY} is for products that have no
 *     limit of their own
 */
public record DrillLimits(Map<String, Long> restore) {

    /** Stands for every product. */
    public static final String EVERY = "*";

    /** No limit at all. */
    public static final DrillLimits NONE = new DrillLimits(Map.of());

    public DrillLimits {
        restore = Map.copyOf(restore);
    }

    /** Milliseconds; empty where there is no limit. */
    public OptionalLong restore(String product) {
        Long millis = restore.getOrDefault(product, restore.get(EVERY));
        return millis == null ? OptionalLong.empty() : OptionalLong.of(millis);
    }
}
