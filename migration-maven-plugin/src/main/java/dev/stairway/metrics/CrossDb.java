package dev.stairway.metrics;

import java.util.List;

/**
 * What databases do not have alike, by goal {@code cross-db}. What is open stands with all other findings.
 *
 * @param groups one entry per changelog and scenario
 */
public record CrossDb(List<Group> groups) {

    /**
     * One changelog on several databases, in one scenario.
     *
     * @param lanes one entry per database
     * @param notCompared what could not be compared, with the reason
     * @param migrations in the changelog
     * @param compared migrations after which at least two databases were held against each other
     * @param tables in the schema at the end
     * @param passing differences of the schema that one migration made and a later one mended
     * @param probes that were executed on every database
     * @param differences migrations first, then schema, data and behaviour
     */
    public record Group(
            String changelog,
            String scenario,
            List<Lane> lanes,
            List<String> notCompared,
            int migrations,
            int compared,
            int tables,
            int passing,
            int probes,
            long durationMillis,
            List<Difference> differences) {}

    /**
     * @param database its key
     * @param applied migrations that were executed
     * @param leftOut migrations that do not run there, or that are kept away
     * @param failedAt id of the migration that ended its way; null when it came to the end
     * @param reason why; empty when it came to the end
     */
    public record Lane(String database, int applied, int leftOut, String failedAt, String reason) {}

    /**
     * @param kind {@code MIGRATION}, {@code SCHEMA}, {@code DATA} or {@code BEHAVIOUR}
     * @param subject what it is about: {@code customer.name}
     * @param aspect in what it differs: {@code type}, {@code nullability}, {@code too-long-text}; may be empty
     * @param what one sentence
     * @param since id of the first migration after which it was there; null where none made it
     * @param status {@code OPEN}, {@code KNOWN} when no migration takes it away, {@code ACCEPTED} by the user
     * @param reasonId of the known reason; empty where there is none
     * @param reason why it is so, or why it is accepted; may be empty
     */
    public record Difference(
            String kind,
            String subject,
            String aspect,
            String what,
            String since,
            String status,
            String reasonId,
            String reason,
            List<Side> sides) {}

    /**
     * Databases that agree.
     *
     * @param databases their keys
     * @param words for people: {@code postgresql 14 to 18}
     */
    public record Side(List<String> databases, String words, String says) {}
}
