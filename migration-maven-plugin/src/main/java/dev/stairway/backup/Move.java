package dev.stairway.backup;

import dev.stairway.database.Database;
import dev.stairway.database.Session;
import dev.stairway.engine.EngineRun;
import dev.stairway.engine.Migration;
import dev.stairway.engine.StepOutcome;
import java.sql.SQLException;

/** Plays one migration in a session of its own. */
final class Move {

    private Move() {}

    /** What failed is taken back where that is possible. */
    static StepOutcome up(EngineRun engine, Database database, Migration migration) throws SQLException {
        if (migration.notApplicable().isPresent()) {
            return StepOutcome.skipped(migration.notApplicable().get());
        }
        try (Session session = database.newSession()) {
            session.begin();
            StepOutcome outcome = engine.up(migration, session);
            if (outcome.result() == StepOutcome.Result.FAILED) {
                undo(session);
                return outcome;
            }
            return settled(session, outcome);
        }
    }

    /** Records it as ran without running it. */
    static StepOutcome leaveOut(EngineRun engine, Database database, Migration migration) throws SQLException {
        try (Session session = database.newSession()) {
            session.begin();
            engine.markRan(migration, session);
            session.settle();
        }
        return StepOutcome.skipped("left out");
    }

    /** Deferred constraints speak up only at commit. */
    private static StepOutcome settled(Session session, StepOutcome outcome) {
        try {
            session.settle();
            return outcome;
        } catch (SQLException deferred) {
            return StepOutcome.failed(deferred.getMessage(), "COMMIT");
        }
    }

    private static void undo(Session session) throws SQLException {
        if (!session.lost() && session.discardable()) {
            session.discard();
        }
    }
}
