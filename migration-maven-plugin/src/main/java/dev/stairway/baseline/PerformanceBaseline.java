package dev.stairway.baseline;

import java.util.List;

/**
 * What an earlier run measured: small, sorted, meant for version control and review. The JSON of these records is the
 * file.
 *
 * @param formatVersion {@code major.minor}
 * @param recordedAt ISO-8601, UTC
 * @param environment where the numbers come from; numbers of another environment are not comparable
 * @param entries sorted by changelog, migration, database, scenario
 */
public record PerformanceBaseline(
        String formatVersion, String recordedAt, Environment environment, List<Entry> entries) {

    public static final String FORMAT_VERSION = "1.0";

    public PerformanceBaseline {
        entries = entries == null ? List.of() : List.copyOf(entries);
    }

    /**
     * @param os operating system and architecture
     * @param java major version
     * @param cores processors
     */
    public record Environment(String os, String java, int cores) {}

    /**
     * @param checksum of the migration; an edited migration is not compared
     * @param upMillis null when it did not run
     * @param downMillis null when it did not run
     */
    public record Entry(
            String changelog,
            String migration,
            String checksum,
            String database,
            String scenario,
            Double upMillis,
            Double downMillis) {

        String key() {
            return String.join("\u0000", changelog, migration, database, scenario);
        }
    }
}
