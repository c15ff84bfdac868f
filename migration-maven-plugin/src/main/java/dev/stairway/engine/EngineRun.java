package dev.stairway.engine;

import dev.stairway.database.Session;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A changelog opened on one database, stepped migration by migration. Never re-parses and never asks for its status. */
public interface EngineRun extends AutoCloseable {

    /** Ordered, for this database: what does not apply here says so in {@link Migration#notApplicable()}. */
    List<Migration> migrations();

    /** Applies one migration and records it in the engine's history; failures are an outcome, not an exception. */
    StepOutcome up(Migration migration, Session session);

    /** Takes one migration back and removes it from the engine's history; failures are an outcome, not an exception. */
    StepOutcome down(Migration migration, Session session);

    /** True when a resumed run may hand data over to the migration that it worked on already. */
    default boolean mayRepeat(Migration migration) {
        return false;
    }

    /**
     * Runs the way up once more over whatever is there, as happens to what is handed over twice when a run is resumed;
     * skipped where that cannot happen. The history stays as it is.
     */
    default StepOutcome repeatUp(Migration migration, Session session) {
        return StepOutcome.skipped("it never runs twice over the same data");
    }

    /** The same for the way down of a migration that was taken back. */
    default StepOutcome repeatDown(Migration migration, Session session) {
        return StepOutcome.skipped("it never runs twice over the same data");
    }

    /** Lets others work between the calls of the steps from now on, where the engine can; its outcomes stay the same. */
    default void interleave(Interleaving interleaving) {}

    /**
     * Keeps other runs of this engine away, as the engine itself does. A lock whose owner is known to be dead is released; one
     * that may have a living owner never is.
     *
     * @param patience how long to wait for a living owner
     * @throws dev.stairway.problem.ProblemException when the lock was held all the time, naming its owner and the next command
     */
    default RunLock lock(Duration patience) {
        return RunLock.NONE;
    }

    /** Records the migration as ran without running it. */
    void markRan(Migration migration, Session session);

    /** Asks the engine itself what a second run would execute now, reading its history anew. */
    List<Migration> pending(Session session);

    /**
     * Why the engine itself would refuse to go on here, by what its history keeps of a migration that failed, and what to do;
     * empty where it would go on.
     */
    default Optional<String> stuck(Session session) {
        return Optional.empty();
    }

    /**
     * What its user types to apply a migration once more in which a run has died, in the engine's own words, one command after
     * the other; nothing of the migration is in effect any more by then. Empty where the engine has no commands.
     *
     * @param refuses true where {@link #stuck} tells that the engine would not begin
     */
    default List<String> commandsAgain(Migration migration, boolean refuses) {
        return List.of();
    }

    /**
     * What the engine itself leaves behind where a run dies in this migration, and this adapter does not: a sentence with the
     * next command. Empty where they are alike.
     */
    default Optional<String> leftByEngineAlone(Migration migration) {
        return Optional.empty();
    }

    /** Migrations of which the history in the database says otherwise than the changelog, one line each for people. */
    default List<String> unlike(Session session) {
        return List.of();
    }

    /** What the history in the database has, oldest first; without times where the engine keeps none. */
    default List<Applied> history(Session session) {
        Set<Migration> pending = Set.copyOf(pending(session));
        return migrations().stream()
                .filter(migration -> migration.notApplicable().isEmpty() && !pending.contains(migration))
                .map(migration -> new Applied(migration.id(), "", true))
                .toList();
    }

    /**
     * Takes the lock that keeps other runs of this engine away, in a transaction of its own, where it is kept in a table.
     *
     * @return who has it, with since when; empty when it is taken now, or the engine locks each step by itself
     */
    default Optional<String> lock(Session session) {
        return Optional.empty();
    }

    /** Gives back what {@link #lock} took. */
    default void unlock(Session session) {}

    /** Unqualified lower-case names of the engine's own tables, which no fingerprint covers. */
    Set<String> bookkeepingTables();

    @Override
    void close();
}
