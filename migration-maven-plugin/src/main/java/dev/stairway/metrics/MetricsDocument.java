package dev.stairway.metrics;

import java.util.List;
import java.util.Map;

/**
 * The metrics document: everything one run found and measured. The JSON of these records is the contract with the report
 * renderer and with users' own tools; its JSON Schema is published with the site. Field names carry their units. Lists
 * are never null; a nullable field says so.
 *
 * <p>Compatibility: a new optional field keeps the major version, anything else raises it.
 *
 * @param formatVersion {@code major.minor} of this format
 * @param run when, where and with what
 * @param changelogs every changelog in the matrix
 * @param databases every database in the matrix
 * @param cells changelog x database x scenario, in matrix order, also those that could not run
 * @param versions cells that differ in the version of their database alone, held against each other
 * @param findings worst first
 * @param performance what the migrations cost; null when it was not measured
 * @param safety what reading them said; null when they were not read for danger
 * @param crossDb what databases do not have alike; null when they were not compared
 * @param backups what became of backups; null when none were tried
 * @param crashes what became of kills in the middle of migrations; null when nothing was killed
 * @param gate what failed the build
 */
public record MetricsDocument(
        String formatVersion,
        Run run,
        List<ChangelogEntry> changelogs,
        List<DatabaseEntry> databases,
        List<Cell> cells,
        List<VersionGroup> versions,
        List<Finding> findings,
        Performance performance,
        Safety safety,
        CrossDb crossDb,
        Backups backups,
        Crashes crashes,
        Gate gate) {

    public static final String FORMAT_VERSION = "1.0";

    /**
     * @param startedAt ISO-8601, UTC
     * @param durationMillis wall time of the whole goal
     * @param goal goal that ran, for example {@code verify}
     * @param seed seed of the generated data
     * @param project groupId:artifactId:version
     * @param projectName name for people
     * @param tool versions of the plugin, Java, Maven and the operating system, and the number of cores
     * @param shard which part of the matrix it took; null for all of it
     */
    public record Run(
            String startedAt,
            long durationMillis,
            String goal,
            long seed,
            String project,
            String projectName,
            Map<String, String> tool,
            Shard shard) {

        /** Of the whole matrix. */
        public Run(
                String startedAt,
                long durationMillis,
                String goal,
                long seed,
                String project,
                String projectName,
                Map<String, String> tool) {
            this(startedAt, durationMillis, goal, seed, project, projectName, tool, null);
        }
    }

    /**
     * What is needed to put the parts of a matrix together again.
     *
     * @param index 1 to {@code count}
     * @param inputs what all shards must have in common, by name, as text or digest
     * @param matrix all cells in order, each with its shard; empty when the run stopped before
     * @param failOnSeverity {@code ERROR}, {@code WARNING}, {@code INFO} or {@code NONE}
     * @param maxAllowed findings of that severity or worse that are let through
     * @param waivers for what only the whole matrix shows
     * @param parts in the order in which they were done; empty where a run does one thing
     */
    public record Shard(
            int index,
            int count,
            Map<String, String> inputs,
            List<Planned> matrix,
            String failOnSeverity,
            int maxAllowed,
            List<ShardWaiver> waivers,
            List<ShardPart> parts) {

        /** The same with what its parts have found. */
        public Shard with(List<ShardPart> done) {
            return new Shard(index, count, inputs, matrix, failOnSeverity, maxAllowed, waivers, done);
        }
    }

    /**
     * What one part of a run has found, as if it were the only one.
     *
     * @param part {@code test}, {@code cross-db}, {@code validate}
     * @param findings worst first
     * @param predictions to be held against what all shards have seen; empty where the part predicts nothing
     */
    public record ShardPart(String part, List<Finding> findings, List<Prediction> predictions) {}

    /**
     * A danger that was read from the text.
     *
     * @param product on which it was predicted
     * @param statement as it is written; empty where it is about a migration
     * @param object name of the table, index, key; empty where there is none
     * @param finding what is said of it while nobody has looked
     */
    public record Prediction(String product, String statement, String object, Finding finding) {}

    /**
     * Keeps findings from failing the build, by the configuration.
     *
     * @param rule rule id
     * @param migration pattern of the migration's id
     * @param reason shown in the report
     */
    public record ShardWaiver(String rule, String migration, String reason) {}

    /**
     * A cell and who takes it.
     *
     * @param part of the run; empty where it does one thing
     * @param database as the user asked for it
     * @param shard 1 to the number of shards
     */
    public record Planned(String part, String changelog, String database, String scenario, int shard) {}

    /**
     * @param id unique in the document, referred to by cells
     * @param engineVersion version of the engine's library in use
     * @param engineOrigin where that library comes from: {@code from the project}; empty where there is nothing to choose
     * @param migrations in order
     */
    public record ChangelogEntry(
            String id,
            String engine,
            String engineVersion,
            String engineOrigin,
            String location,
            List<MigrationEntry> migrations) {}

    /**
     * @param id unique in its changelog
     * @param name short label
     * @param line 1-based, 0 where unknown
     * @param rollback {@code WRITTEN}, {@code AUTOMATIC}, {@code EMPTY} or {@code MISSING}
     */
    public record MigrationEntry(
            String id,
            String name,
            String author,
            String file,
            int line,
            String description,
            String checksum,
            String rollback) {}

    /**
     * @param id key such as {@code postgresql-17-embedded}
     * @param serverVersion exact version as the server reports it; null when it never started
     * @param driverVersion null when it never started
     * @param notCompared what no comparison on this product sees
     */
    public record DatabaseEntry(
            String id,
            String product,
            String version,
            String provider,
            String serverVersion,
            String driverVersion,
            List<NotCompared> notCompared) {}

    /**
     * @param what for people: {@code the connection of a subscription}
     * @param reason why it is left out
     */
    public record NotCompared(String what, String reason) {}

    /**
     * @param id unique: {@code changelog/database/scenario}
     * @param scenario {@code empty}, {@code sample}, {@code large}, or the name of an upgrade path
     * @param rowsPerTable rows that every table was filled up to
     * @param result {@code PASSED}, {@code FAILED} or {@code NOT_RUN}
     * @param reason why it did not run; empty otherwise
     * @param durationMillis wall time
     * @param engineMillis time inside the engine without the database
     * @param databaseMillis time inside driver and server for the migrations themselves
     * @param checkMillis time for fingerprints and their comparison
     * @param dataMillis time for filling and writing rows
     * @param schemaDigest at head, 32 hexadecimal digits; empty when it did not get there
     * @param dataDigest at head
     * @param steps in order, one per migration of the changelog
     * @param descent head to base in one go; null when it was not walked
     * @param unfilled qualified table name to the reason why it could not be filled
     * @param fixtures files of rows that belong to the cell, in the order of the configuration
     */
    public record Cell(
            String id,
            String changelog,
            String database,
            String scenario,
            int rowsPerTable,
            String result,
            String reason,
            long durationMillis,
            long engineMillis,
            long databaseMillis,
            long checkMillis,
            long dataMillis,
            String schemaDigest,
            String dataDigest,
            List<Step> steps,
            Descent descent,
            Map<String, String> unfilled,
            List<FixtureEntry> fixtures) {}

    /**
     * One changelog in one scenario on several versions of a product.
     *
     * @param databases at least two, oldest first
     * @param migrations that were walked on at least two of them
     * @param differences migrations that do not behave the same on all of them; empty when all do
     */
    public record VersionGroup(
            String changelog,
            String product,
            String scenario,
            List<String> databases,
            int migrations,
            List<VersionDifference> differences) {}

    /**
     * @param migration its id
     * @param leftOutOnly true when it is only kept away from some version and does the same on the others
     * @param outcomes one for every version on which the walk came to it
     */
    public record VersionDifference(String migration, boolean leftOutOnly, List<VersionOutcome> outcomes) {}

    /**
     * @param verdict name of a {@link dev.stairway.finding.Verdict}
     * @param reason first line of the error, or why it is not covered; may be empty
     * @param rules ids of its findings that are more than a note
     */
    public record VersionOutcome(String database, String verdict, String reason, List<String> rules) {}

    /**
     * @param file as the configuration names it
     * @param loadedAfter id of the migration that had been applied last; null when it was not loaded
     * @param loads how often it was loaded
     * @param rows of the first loading by qualified table; for a script under the empty name
     * @param reason why it was not loaded; empty when it was
     */
    public record FixtureEntry(String file, String loadedAfter, int loads, Map<String, Long> rows, String reason) {}

    /**
     * @param migration its id
     * @param verdict name of a {@link dev.stairway.finding.Verdict}
     * @param reason why not covered, or the first line of the error; else empty
     * @param upMillis null when it did not run; the same for the next two
     * @param checkMillis fingerprints and comparison in this step
     * @param rowsBefore rows in all tables before the step
     * @param schemaChanges what up changed in the schema
     * @param dataLoss what did not survive the way back
     * @param upSql statements that ran on the way up, without the engine's bookkeeping
     * @param downSql statements that ran on the way down
     * @param upWork what the database did on the way up, by its own books; null where it keeps none or up did not run
     * @param downWork the same on the way down
     * @param keyChanges what up was seen to do to keys, pattern by pattern; empty where the database has no keys
     * @param upLive what clients met that worked while it was applied once more; null where none did
     * @param downLive the same while it was taken back
     * @param newDataLost what the new release wrote where only the migration has a place for it: no fault, but gone
     */
    public record Step(
            String migration,
            String verdict,
            String reason,
            Double upMillis,
            Double downMillis,
            Double upAgainMillis,
            double checkMillis,
            long rowsBefore,
            List<SchemaChange> schemaChanges,
            List<DataLoss> dataLoss,
            List<Statement> upSql,
            List<Statement> downSql,
            ServerWork upWork,
            ServerWork downWork,
            List<KeyChange> keyChanges,
            LiveSessions upLive,
            LiveSessions downLive,
            List<NewData> newDataLost) {}

    /**
     * One line of a schema difference.
     *
     * @param object kind and qualified name, for example {@code column public.users.email}
     * @param change {@code added}, {@code removed} or {@code changed}
     * @param attribute empty for a whole object
     * @param before null when it did not exist
     * @param after null when it no longer exists
     */
    public record SchemaChange(String object, String change, String attribute, String before, String after) {}

    /**
     * @param table qualified name
     * @param column empty when whole rows were lost
     * @param rows number of rows affected
     * @param exact false when {@code rows} is an upper bound
     * @param declared true when the user declared exactly this loss
     */
    public record DataLoss(String table, String column, long rows, boolean exact, boolean declared) {}

    /**
     * @param table qualified name
     * @param column empty when the whole table is the migration's own
     * @param values values of the column, or rows of the table, that no rollback can keep
     */
    public record NewData(String table, String column, long values) {}

    /**
     * What the database did in one direction of a step, by its own books. A figure that it does not tell is null.
     *
     * @param rowsTouched rows that were written, keys where the database has keys, each counted once
     * @param commands how often each kind of command ran, those inside scripts included; empty where unknown
     * @param memoryBytes by how much the data takes more memory than before, negative when it takes less
     * @param longestBlockMillis how long the longest single command kept the server from everybody else
     */
    public record ServerWork(
            Long rowsTouched, Map<String, Long> commands, Long memoryBytes, Double longestBlockMillis) {}

    /**
     * What happened to the keys of one pattern, whether that was declared or not.
     *
     * @param before pattern; null for keys that came from nowhere
     * @param after pattern; the same as before for keys that were changed in their place, null for keys that went
     * @param keys how many
     * @param sameValue how many of them hold the same value, of the same type
     * @param sameExpiry how many of them expire when they did before, or never as before
     * @param typesBefore types of the values before, sorted
     * @param typesAfter types of the values after, sorted
     * @param exact false when the numbers are lower bounds
     */
    public record KeyChange(
            String before,
            String after,
            long keys,
            long sameValue,
            long sameExpiry,
            List<String> typesBefore,
            List<String> typesAfter,
            boolean exact) {}

    /**
     * What clients of the old and of the new format met that worked on keys of their own meanwhile. A key of theirs is one
     * of kept, migrated, expired, superseded, lost, duplicated or left behind.
     *
     * @param notPlayed why it was not played; empty when it was, else all numbers are 0
     * @param clients connections that worked at the same time, half of them of each format
     * @param keys that the clients worked on
     * @param acknowledged writes that the server confirmed
     * @param refused writes that the server refused because the key was not there under that name
     * @param kept keys that had the right name from the start, with the last confirmed value
     * @param migrated keys that moved, with the last confirmed value
     * @param expired keys that a client ended, and that are gone
     * @param leftBefore keys that still had their former name when the clients of that format had stopped
     * @param superseded keys with a newer value under the right name and an older one under their former name
     * @param lost keys whose last confirmed value, life time or end is lost
     * @param duplicated keys that are there under both names
     * @param leftBehind keys that are there under their former name alone
     * @param wrongReads reads that met another type or format than their client's, or nothing under either name
     * @param longestCommand the client's command that took longest, without values; empty where none ran
     * @param longestCommandMillis how long it took
     * @param idleLongestCommandMillis longest command of the same clients just before, without the migration
     */
    public record LiveSessions(
            String notPlayed,
            int clients,
            long keys,
            long acknowledged,
            long refused,
            long kept,
            long migrated,
            long expired,
            long leftBefore,
            long superseded,
            long lost,
            long duplicated,
            long leftBehind,
            long wrongReads,
            String longestCommand,
            double longestCommandMillis,
            double idleLongestCommandMillis) {}

    /** @param millis until the server answered */
    public record Statement(String sql, double millis) {}

    /**
     * Head to base in one go.
     *
     * @param result {@code PASSED}, {@code FAILED} or {@code NOT_RUN}
     * @param reason why it stopped or did not run; else empty
     * @param stoppedAt migration that could not be taken back; null when base was reached
     * @param migrations number of migrations taken back
     * @param durationMillis time of the rollbacks alone
     * @param limitMillis limit that the user set; 0 for none
     */
    public record Descent(
            String result, String reason, String stoppedAt, int migrations, double durationMillis, long limitMillis) {}

    /**
     * @param rule kebab-case rule id
     * @param severity {@code ERROR}, {@code WARNING} or {@code INFO}
     * @param changelog id of the changelog
     * @param migration id; empty for a finding about a whole changelog or cell
     * @param database key; empty when it holds for every database
     * @param scenario empty when it holds for every scenario
     * @param file as the engine names it; empty where unknown
     * @param line 1-based, 0 where unknown
     * @param title what happened, one sentence
     * @param evidence lines with objects, attributes, before and after, or the server's error
     * @param remedy what to do next
     * @param waiver reason of the waiver that keeps it from failing the build; null when it has none
     * @param column 1-based, 0 where the line alone is known
     * @param observed of a danger that was read from the text: {@code CONFIRMED}, {@code REFUTED} or {@code UNPROVEN} by what
     *     runs have seen; null for everything else
     */
    public record Finding(
            String rule,
            String severity,
            String changelog,
            String migration,
            String database,
            String scenario,
            String file,
            int line,
            String title,
            List<String> evidence,
            String remedy,
            String waiver,
            int column,
            String observed) {}

    /**
     * @param failed true when the build fails
     * @param reasons one sentence each, with both numbers for a limit
     */
    public record Gate(boolean failed, List<String> reasons) {}
}
