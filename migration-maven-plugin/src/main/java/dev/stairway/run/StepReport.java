package dev.stairway.run;

import dev.stairway.database.Work;
import dev.stairway.engine.Migration;
import dev.stairway.fingerprint.Difference;
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

    /**
     * Data of the new release that no rollback can keep.
     *
     * @param table qualified name
     * @param column empty when the whole table is the migration's own
     * @param values values of the column, or rows of the table
     */
    public record Unsurviving(String table, String column, long values) {}

    /**
     * Data that did not survive the way back.
     *
     * @param table qualified name
     * @param column empty when whole rows were lost
     * @param rows how many
     * @param exact false when it is an upper bound
     * @param kind which data
     * @param declared true when the user declared exactly this
     */
    public record Loss(String table, String column, long rows, boolean exact, Kind kind, boolean declared) {

        /** Which data was lost. */
        public enum Kind {
            /** Rows or values that were there before the migration. */
            BEFORE,
            /** Rows that the new release wrote. */
            WRITTEN,
            /** Rows that nobody wrote are there after the rollback. */
            INVENTED
        }

        Loss of(long others) {
            return new Loss(table, column, others, exact, kind, declared);
        }

        Loss asDeclared() {
            return new Loss(table, column, rows, exact, kind, true);
        }

        /** For people: {@code 12 rows of public.users lost their value in email}. */
        public String text() {
            String count = (exact ? "" : "up to ") + rows + (rows == 1 ? " row" : " rows");
            if (kind == Kind.INVENTED) {
                return count + " in " + table + " that nobody wrote";
            }
            String which = kind == Kind.WRITTEN ? " written by the new release" : "";
            return column.isEmpty()
                    ? count + " of " + table + which + " lost"
                    : count + " of " + table + which + " with another value in " + column;
        }
    }
}
