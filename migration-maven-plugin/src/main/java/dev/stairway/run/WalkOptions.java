package dev.stairway.run;

import dev.stairway.data.fixture.Fixture;
import dev.stairway.judge.ExpectedLoss;
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
 * @param rows besides those that the seed makes
 * @param checks besides those that every walk makes
 */
public record WalkOptions(
        long seed,
        List<Exclusion> exclusions,
        List<ExpectedLoss> expectedLosses,
        int checkLast,
        boolean descent,
        long maxRollbackMillis,
        Rows rows,
        Checks checks) {
    public WalkOptions {
        exclusions = List.copyOf(exclusions);
        expectedLosses = List.copyOf(expectedLosses);
    }

    /** A walk over generated rows alone, with the checks that every walk makes. */
    public WalkOptions(
            long seed,
            List<Exclusion> exclusions,
            List<ExpectedLoss> expectedLosses,
            int checkLast,
            boolean descent,
            long maxRollbackMillis) {
        this(seed, exclusions, expectedLosses, checkLast, descent, maxRollbackMillis, Rows.GENERATED, Checks.USUAL);
    }

    /**
     * Where rows come from.
     *
     * @param fixtures files of rows that the user wants in the tables
     * @param profileFile how generated rows are spread; null for the generator's own way
     */
    public record Rows(List<Fixture> fixtures, Path profileFile) {

        /** Nothing but the generator's. */
        public static final Rows GENERATED = new Rows(List.of(), null);

        public Rows {
            fixtures = List.copyOf(fixtures);
        }
    }

    /**
     * What is looked at where the user wants it.
     *
     * @param liveClients clients of each format that work on keys while a migration that declares what becomes of them is
     *     played once more; 0 to leave that out
     * @param serverState true to compare on Redis the users and settings of the server as well
     * @param timeLimits for single migrations
     * @param rules what the user says of the rows
     * @param paranoid true to check every reading in proportion to change by a whole one
     */
    public record Checks(
            int liveClients, boolean serverState, TimeLimits timeLimits, StateRules rules, boolean paranoid) {

        /** Nobody works beside the walk, which looks at data alone. */
        public static final Checks USUAL = new Checks(0, false, TimeLimits.NONE, StateRules.NONE, false);
    }

    /**
     * A migration left out: recorded as ran, counted and shown as not covered.
     *
     * @param migration pattern of its id; {@code *} stands for anything
     * @param reason shown in the report; never empty
     */
    public record Exclusion(String migration, String reason) {}
}
