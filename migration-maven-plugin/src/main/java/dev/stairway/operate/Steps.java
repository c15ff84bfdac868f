package dev.stairway.operate;

import dev.stairway.database.Database;
import dev.stairway.database.Session;
import dev.stairway.engine.EngineRun;
import dev.stairway.engine.Migration;
import dev.stairway.engine.StepOutcome;
import java.sql.SQLException;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Applies migrations and takes them back, one transaction of the engine's each, and tells of every one as it ends. */
final class Steps {

    /** Of PostgreSQL 55P03, 40P01 and 40001, and of SQLite's busy and locked. */
    private static final Pattern WAITED = Pattern.compile(
            "lock timeout|deadlock detected|could not serialize|could not obtain lock|SQLITE_BUSY|SQLITE_LOCKED"
                    + "|database is locked|database table is locked",
            Pattern.CASE_INSENSITIVE);

    private final EngineRun run;
    private final Database database;
    private final int retries;
    private final Deadline deadline;
    private final Consumer<String> progress;
    private boolean leftBehind;

    Steps(EngineRun run, Database database, int retries, Deadline deadline, Consumer<String> progress) {
        this.run = run;
        this.database = database;
        this.retries = retries;
        this.deadline = deadline;
        this.progress = progress;
    }

    /** True when a step that failed may have left something in the database. */
    boolean leftBehind() {
        return leftBehind;
    }

    /** @param place for people: {@code 3/7} */
    StepLine up(Migration migration, String place) {
        return told(migration, "up", place, session -> run.up(migration, session));
    }

    StepLine down(Migration migration, String place) {
        return told(migration, "down", place, session -> run.down(migration, session));
    }

    private interface Way {
        StepOutcome go(Session session);
    }

    private StepLine told(Migration migration, String direction, String place, Way way) {
        progress.accept("[" + place + "] " + direction + " " + migration.id());
        long start = System.nanoTime();
        int attempts = 0;
        StepOutcome outcome;
        do {
            attempts++;
            if (attempts > 1) {
                progress.accept(
                        "[" + place + "] waited too long for a lock, attempt " + attempts + " of " + (retries + 1));
            }
            outcome = deadline.over() ? StepOutcome.failed(deadline.text(), "") : step(way);
        } while (attempts <= retries && !leftBehind && waited(outcome));
        StepLine line = new StepLine(
                migration.id(),
                direction,
                outcome.result().name(),
                outcome.reason(),
                (System.nanoTime() - start) / 1_000_000,
                attempts);
        progress.accept("[" + place + "] " + line.result() + " after " + line.millis() + " ms"
                + (line.reason().isEmpty() ? "" : ": " + line.reason()));
        return line;
    }

    private static boolean waited(StepOutcome outcome) {
        return outcome.result() == StepOutcome.Result.FAILED
                && WAITED.matcher(outcome.reason()).find();
    }

    private StepOutcome step(Way way) {
        try (Session session = database.newSession()) {
            session.begin();
            deadline.watch(session);
            StepOutcome outcome = way.go(session);
            if (outcome.result() != StepOutcome.Result.FAILED) {
                session.settle();
                return outcome;
            }
            if (!session.lost() && session.discardable()) {
                session.discard();
            } else {
                leftBehind = true;
            }
            return outcome;
        } catch (SQLException atCommit) {
            leftBehind |= unanswered(atCommit);
            return StepOutcome.failed(String.valueOf(atCommit.getMessage()), "COMMIT");
        }
    }

    /**
     * True when nobody knows whether it was committed: the line broke, or the server went down. PostgreSQL's classes 08, 57 and
     * 58: https://www.postgresql.org/docs/current/errcodes-appendix.html
     */
    private static boolean unanswered(SQLException atCommit) {
        String state = String.valueOf(atCommit.getSQLState());
        return state.startsWith("08") || state.startsWith("57") || state.startsWith("58");
    }
}
