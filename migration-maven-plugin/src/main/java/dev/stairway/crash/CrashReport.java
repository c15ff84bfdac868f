package dev.stairway.crash;

import dev.stairway.database.DatabaseId;
import dev.stairway.engine.Migration;
import dev.stairway.finding.Finding;
import dev.stairway.matrix.Cell;
import java.util.List;

/**
 * What became of kills in one cell.
 *
 * @param seed of the moments and rows
 * @param notDrilled why nothing was killed, or not to the end; empty when everything was
 * @param durationNanos wall time of all of it
 * @param notes what was left out, and why, one sentence each
 * @param kills in order of the migrations, then of the victims and moments
 * @param twoRunners what two runners at once did; null where that was not tried
 */
public record CrashReport(
        Cell cell,
        DatabaseId database,
        String serverVersion,
        String driverVersion,
        long seed,
        String notDrilled,
        long durationNanos,
        List<String> notes,
        List<Kill> kills,
        TwoRunners twoRunners,
        List<Finding> findings) {

    public CrashReport {
        notes = List.copyOf(notes);
        kills = List.copyOf(kills);
        findings = List.copyOf(findings);
    }

    /** What is killed. */
    public enum Victim {
        /** The server with all its processes. */
        SERVER,
        /** The process that applies the migrations. */
        RUNNER
    }

    /** What the database was found in. */
    public enum State {
        BEFORE,
        AFTER,
        /** Some of it is in effect, or all of it and the history does not know. */
        BETWEEN
    }

    /** How it went on. */
    public enum Outcome {
        /** Nothing had happened, and the next run applies it. */
        BEFORE,
        /** All of it had happened, and the next run knows. */
        AFTER,
        /** Some of it had happened, and the next run ends where an undisturbed one does. */
        RESUMABLE,
        /** The next run does not begin, since the killed one still holds the lock. */
        STUCK_LOCK,
        /** The next run fails. */
        NOT_RESUMABLE,
        /** The next run ends as if all were well, and the database is not what an undisturbed run makes. */
        HIDDEN_DAMAGE;

        /** True where nobody has to do anything by hand. */
        public boolean fine() {
            return this == BEFORE || this == AFTER || this == RESUMABLE;
        }
    }

    /**
     * One kill.
     *
     * @param statements that the step has, the last commit included
     * @param text of the statement at which it was, on one line
     * @param state that the database was found in
     * @param inEffect what had happened by then, line by line
     * @param evidence what the next run said or did otherwise, line by line; empty when it ended well
     * @param released the lock of the killed run that the next one released, in a sentence; empty where there was none
     * @param readyNanos until the server answered again, its repair included; 0 for a killed runner
     * @param again how a user goes on where the next run did not
     */
    public record Kill(
            Migration migration,
            Victim victim,
            KillPoint point,
            int statements,
            String text,
            State state,
            List<String> inEffect,
            Outcome outcome,
            List<String> evidence,
            String released,
            long readyNanos,
            Again again) {

        public Kill {
            inEffect = List.copyOf(inEffect);
            evidence = List.copyOf(evidence);
        }

        /** The state that the database was found in, for people. */
        public String found() {
            if (state == State.BEFORE) {
                return "found: nothing of it in effect";
            }
            if (state == State.AFTER) {
                return "found: all of it in effect, and recorded";
            }
            return inEffect.isEmpty()
                    ? "found: nothing of it in effect, but the history says that it has begun"
                    : "found: a part of it in effect, or all of it and not recorded";
        }
    }

    /**
     * How a user goes on after a crash, once nothing of the migration is in effect any more.
     *
     * @param commands in the engine's own words, one after the other; empty where it has none
     * @param refused true where the engine does not begin by itself, by what its history keeps, whatever is in effect
     */
    public record Again(List<String> commands, boolean refused) {

        public Again {
            commands = List.copyOf(commands);
        }
    }

    /**
     * Two runners that began at the same time.
     *
     * @param ends how each ended, in words
     * @param appliedTwice migrations that both say to have applied
     * @param evidence what is not as after an undisturbed run, line by line; empty when all is well
     */
    public record TwoRunners(List<String> ends, List<String> appliedTwice, List<String> evidence) {

        public TwoRunners {
            ends = List.copyOf(ends);
            appliedTwice = List.copyOf(appliedTwice);
            evidence = List.copyOf(evidence);
        }

        /** True when one applied each migration, and the other waited or ended cleanly. */
        public boolean fine() {
            return appliedTwice.isEmpty() && evidence.isEmpty();
        }
    }
}
