package dev.stairway.metrics;

import java.util.List;

/**
 * What became of kills and faults in the middle of migrations, and of two runners at once, by goal {@code crash-test}. What is
 * wrong stands with all other findings.
 *
 * @param drills one entry per changelog, database and scenario
 */
public record Crashes(List<Drill> drills) {

    /**
     * Kills of one database, and faults there.
     *
     * @param seed of rows and moments
     * @param durationMillis wall time of all kills
     * @param notDrilled why nothing was killed, or not to the end; empty when everything was
     * @param notes what was left out, and why, one sentence each
     * @param kills in order of the migrations, then of the victims and moments
     * @param twoRunners null where that was not tried
     * @param faults null where none was to be tried, or the kills did not come to their end
     */
    public record Drill(
            String changelog,
            String database,
            String scenario,
            long seed,
            long durationMillis,
            String notDrilled,
            List<String> notes,
            List<Kill> kills,
            TwoRunners twoRunners,
            Faults faults) {}

    /**
     * One kill, and the next run over what it left.
     *
     * @param migration id of the one that was under way
     * @param victim {@code SERVER} or {@code RUNNER}
     * @param statement from 1 on, the engine's own included, in the order in which they are sent
     * @param statements that the migration has, its last commit included
     * @param insideMicros microseconds after the statement was sent; null for the moment before it is sent
     * @param text of the statement on one line, cut where it is long
     * @param state that the database was found in: {@code BEFORE}, {@code AFTER} or {@code BETWEEN}
     * @param outcome {@code BEFORE}, {@code AFTER}, {@code RESUMABLE}, {@code STUCK_LOCK}, {@code NOT_RESUMABLE} or
     *     {@code HIDDEN_DAMAGE}
     * @param inEffect what had happened by then, line by line
     * @param evidence what the next run said or did otherwise, line by line; empty when it ended well
     * @param released the lock of the killed run that the next one released, in a sentence; empty where there was none
     * @param readyMillis until the server answered again; null for a killed runner
     */
    public record Kill(
            String migration,
            String victim,
            int statement,
            int statements,
            Long insideMicros,
            String text,
            String state,
            String outcome,
            List<String> inEffect,
            List<String> evidence,
            String released,
            Double readyMillis) {}

    /**
     * Faults of one database.
     *
     * @param durationMillis wall time of all of them
     * @param notTried why none was tried, or not to the end; empty when all were
     * @param notes which were not tried, and why, one sentence each
     * @param trials in order of the migrations, then of the faults and moments
     */
    public record Faults(long durationMillis, String notTried, List<String> notes, List<FaultTrial> trials) {}

    /**
     * One fault that one migration met, and the next run over what it left.
     *
     * @param migration id of the one that was under way
     * @param fault such as {@code LOCK_TIMEOUT}
     * @param statement before which it began, from 1 on, as those of kills
     * @param statements that the migration has, its last commit included
     * @param text of the statement on one line, cut where it is long
     * @param told what the one who applied it was told; empty when it went through all the same
     * @param durationMillis until it ended
     * @param ended false when it was still waiting at the limit, and had to be stopped
     * @param blockers for whom it waited, one sentence each, as far as the server tells
     * @param state that the database was found in, as after a kill
     * @param outcome as that of a kill
     * @param inEffect what had happened by then, line by line
     * @param evidence what the next run said or did otherwise, line by line; empty when it ended well
     */
    public record FaultTrial(
            String migration,
            String fault,
            int statement,
            int statements,
            String text,
            String told,
            double durationMillis,
            boolean ended,
            List<String> blockers,
            String state,
            String outcome,
            List<String> inEffect,
            List<String> evidence) {}

    /**
     * Two runners that began at the same time on an empty database.
     *
     * @param fine true when one applied each migration and the state is that of one runner alone
     * @param ends how each ended, in words
     * @param appliedTwice ids of migrations that both applied
     * @param evidence what is not as after one runner alone, line by line
     */
    public record TwoRunners(boolean fine, List<String> ends, List<String> appliedTwice, List<String> evidence) {}
}
