package dev.stairway.run;

import java.util.Map;
import java.util.OptionalLong;

/**
 * How long applying a single migration may take.
 *
 * @param usual product to milliseconds, for tables with no or few rows; {@link #EVERY} for products that have no limit of
 *     their own
 * @param large the same for data of production's size
 */
public record TimeLimits(Map<String, Long> usual, Map<String, Long> large) {

    /** Stands for every product. */
    public static final String EVERY = "*";

    /** No limit at all. */
    public static final TimeLimits NONE = new TimeLimits(Map.of(), Map.of());

    public TimeLimits {
        usual = Map.copyOf(usual);
        large = Map.copyOf(large);
    }

    /** Milliseconds; empty where there is no limit. */
    OptionalLong millis(String product, boolean largeData) {
        Map<String, Long> limits = largeData ? large : usual;
        Long millis = limits.getOrDefault(product, limits.get(EVERY));
        return millis == null ? OptionalLong.empty() : OptionalLong.of(millis);
    }

    /** Name of the parameter that holds such a limit. */
    static String parameter(boolean largeData) {
        return largeData ? "maxLargeMigrationMillis" : "maxMigrationMillis";
    }
}
