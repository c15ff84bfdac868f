package dev.stairway.run;

import dev.stairway.database.Work;
import dev.stairway.engine.Migration;
import dev.stairway.finding.Verdict;
import dev.stairway.fingerprint.Difference;
import dev.stairway.judge.Loss;
import dev.stairway.judge.PatternChange;
import dev.stairway.judge.Unsurviving;
import java.util.List;
import java.util.OptionalLong;

/**
 * What the walk saw of one migration in one cell.
 *
 * @param reason why it is not covered, or the first line of the error; else empty
 * @param up null when it did not run; the same for down and upAgain
 * @param checkNanos fingerprints and comparison; nanoseconds
 * @param rowsBefore rows in all tables before the step
 * @param change what up changed
 * @param losses what did not survive the way back
 * @param unsurviving what the new release wrote where only the migration has a place for it
 * @param patterns what up was seen to do to keys, pattern by pattern; empty where the database has no keys
 * @param live what clients met that worked meanwhile; null where none did
 */
public record StepReport(
        Migration migration,
        Verdict verdict,
        String reason,
        Timing up,
        Timing down,
        Timing upAgain,
        long checkNanos,
        long rowsBefore,
        Difference change,
        List<Loss> losses,
        List<Unsurviving> unsurviving,
        List<PatternChange> patterns,
        LiveReport live) {
    public StepReport {
        patterns = List.copyOf(patterns);
        losses = List.copyOf(losses);
        unsurviving = List.copyOf(unsurviving);
    }

    /** The same with another verdict. */
    StepReport as(Verdict other) {
        return told(other, reason);
    }

    /** The same with another reason. */
    StepReport because(String other) {
        return told(verdict, other);
    }

    private StepReport told(Verdict is, String why) {
        return new StepReport(
                migration,
                is,
                why,
                up,
                down,
                upAgain,
                checkNanos,
                rowsBefore,
                change,
                losses,
                unsurviving,
                patterns,
                live);
    }

    /**
     * One direction of a step.
     *
     * @param wallNanos inside the engine, the database's time included; nanoseconds
     * @param work what reached the database
     * @param rowsTouched rows that were written, each counted once; empty where the database does not tell
     */
    public record Timing(long wallNanos, Work work, OptionalLong rowsTouched) {
        public double millis() {
            return wallNanos / 1e6;
        }

        public long engineNanos() {
            return Math.max(0, wallNanos - work.databaseNanos());
        }
    }
}
