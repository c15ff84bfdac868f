package dev.stairway.run;

import dev.stairway.data.fixture.Fixture;
import java.nio.file.Path;
import java.util.List;

/**
 * How a cell is walked.
 *
 * @param seed of the generated rows
 * @param exclusions migrations that are left out
 * @param expectedLosses losses that the user declared, held to exactly
 * @param checkLast only the last n migrations are walked down, the earlier ones are just applied; 0 for all
 * @param descent true for head to base in one go at the end
 * @param maxRollbackMillis limit for that descent, or for the last n rollbacks together; 0 for none
 * @param liveClients clients of each format that work on keys while a migration that declares what becomes of them is
 *     played once more; 0 to leave that out
 * @param serverState true to compare on Redis the users and settings of the server as well
 * @param timeLimits for single migrations
 * @param paranoid true to check every reading in proportion to change by a whole one
 * @param fixtures files of rows that the user wants in the tables
 * @param rules what the user says of the rows
 * @param profileFile how generated rows are spread; null for the generator's own way
 */
public record WalkOptions(
        long seed,
        List<Exclusion> exclusions,
        List<ExpectedLoss> expectedLosses,
        int checkLast,
        boolean descent,
        long maxRollbackMillis,
        int liveClients,
        boolean serverState,
        TimeLimits timeLimits,
        boolean paranoid,
        List<Fixture> fixtures,
        StateRules rules,
        Path profileFile) {
    public WalkOptions {
        exclusions = List.copyOf(exclusions);
        expectedLosses = List.copyOf(expectedLosses);
        fixtures = List.copyOf(fixtures);
    }

    /** A walk that nobody works beside, which looks at data alone. */
    public WalkOptions(
            long seed,
            List<Exclusion> exclusions,
            List<ExpectedLoss> expectedLosses,
            int checkLast,
            boolean descent,
            long maxRollbackMillis) {
        this(
                seed,
                exclusions,
                expectedLosses,
                checkLast,
                descent,
                maxRollbackMillis,
                0,
                false,
                TimeLimits.NONE,
                false,
                List.of(),
                StateRules.NONE,
                null);
    }

    /** The same walk with so many clients of each format beside declared migrations. */
    public WalkOptions withLiveClients(int clients) {
        return new WalkOptions(
                seed,
                exclusions,
                expectedLosses,
                checkLast,
                descent,
                maxRollbackMillis,
                clients,
                serverState,
                timeLimits,
                paranoid,
                fixtures,
                rules,
                profileFile);
    }

    /** The same walk with these files in the tables. */
    public WalkOptions withFixtures(List<Fixture> files) {
        return new WalkOptions(
                seed,
                exclusions,
                expectedLosses,
                checkLast,
                descent,
                maxRollbackMillis,
                liveClients,
                serverState,
                timeLimits,
                paranoid,
                files,
                rules,
                profileFile);
    }

    /** The same walk held to these rules. */
    public WalkOptions withRules(StateRules stateRules) {
        return new WalkOptions(
                seed,
                exclusions,
                expectedLosses,
                checkLast,
                descent,
                maxRollbackMillis,
                liveClients,
                serverState,
                timeLimits,
                paranoid,
                fixtures,
                stateRules,
                profileFile);
    }

    /** The same walk with these limits. */
    public WalkOptions withTimeLimits(TimeLimits limits) {
        return new WalkOptions(
                seed,
                exclusions,
                expectedLosses,
                checkLast,
                descent,
                maxRollbackMillis,
                liveClients,
                serverState,
                limits,
                paranoid,
                fixtures,
                rules,
                profileFile);
    }

    /**
     * A migration left out: recorded as ran, counted and shown as not covered.
     *
     * @param migration pattern of its id; {@code *} stands for anything
     * @param reason shown in the report; never empty
     */
    public record Exclusion(String migration, String reason) {}

    /**
     * A loss that the user accepts.
     *
     * @param migration pattern of its id
     * @param table qualified or plain name
     * @param column empty for whole rows
     * @param rows exact number of rows, or -1 for any number above zero
     * @param data which data it is
     */
    public record ExpectedLoss(String migration, String table, String column, long rows, Data data) {

        /** What was there before and does not come back. */
        public ExpectedLoss(String migration, String table, String column, long rows) {
            this(migration, table, column, rows, Data.BEFORE);
        }

        /** The same of other data. */
        public ExpectedLoss of(Data other) {
            return new ExpectedLoss(migration, table, column, rows, other);
        }

        /** Which data is lost, and by what. */
        public enum Data {
            /** Rows or values that were there before, by the rollback. */
            BEFORE,
            /** Rows that were there before, by applying the migration. */
            REMOVED,
            /** Rows or values that the new release wrote, by the rollback. */
            WRITTEN
        }
    }
}
