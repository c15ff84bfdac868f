package dev.stairway.perf;

import java.util.Map;
import java.util.OptionalLong;

/**
 * What must not take longer, in milliseconds. Maps go from product to limit; {@link #EVERY} is for products that have no
 * limit of their own.
 *
 * @param migration for tables with fewer rows than {@code largeRows}
 * @param largeMigration for tables with as many rows or more
 * @param largeRows from where on tables are large
 * @param downtime longest call of a client that works meanwhile
 * @param lock longest time that a lock may be held which others wait for to read or to write
 * @param rollback time back from head, of all that can be taken back; 0 for no limit
 */
public record PerfLimits(
        Map<String, Long> migration,
        Map<String, Long> largeMigration,
        long largeRows,
        Map<String, Long> downtime,
        Map<String, Long> lock,
        long rollback) {

    /** Stands for every product. */
    public static final String EVERY = "*";

    /** From so many rows on tables are large. */
    public static final long LARGE = 10_000;

    /** No limit at all. */
    public static final PerfLimits NONE = new PerfLimits(Map.of(), Map.of(), LARGE, Map.of(), Map.of(), 0);

    public PerfLimits {
        migration = Map.copyOf(migration);
        largeMigration = Map.copyOf(largeMigration);
        downtime = Map.copyOf(downtime);
        lock = Map.copyOf(lock);
    }

    boolean large(long rows) {
        return rows >= largeRows;
    }

    OptionalLong migration(String product, long rows) {
        return of(large(rows) ? largeMigration : migration, product);
    }

    OptionalLong downtime(String product) {
        return of(downtime, product);
    }

    OptionalLong lock(String product) {
        return of(lock, product);
    }

    private static OptionalLong of(Map<String, Long> limits, String product) {
        Long millis = limits.getOrDefault(product, limits.get(EVERY));
        return millis == null ? OptionalLong.empty() : OptionalLong.of(millis);
    }
}
