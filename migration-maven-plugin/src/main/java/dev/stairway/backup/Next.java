package dev.stairway.backup;

import dev.stairway.database.Database;
import dev.stairway.database.Session;
import dev.stairway.engine.ChangelogSource;
import dev.stairway.engine.Engine;
import dev.stairway.engine.EngineRun;
import dev.stairway.engine.Migration;
import dev.stairway.engine.StepOutcome;
import dev.stairway.problem.ProblemException;
import java.sql.SQLException;
import java.util.List;

/**
 * The migration that a restored database has to take next.
 *
 * @param migration null when it did not run on the database that was backed up either, so that nothing is asked for
 */
record Next(Engine engine, ChangelogSource source, Migration migration) {

    static final Next NONE = new Next(null, null, null);

    /** Why the database does not take it, line by line; empty when it does. */
    List<String> refusal(Database database) throws SQLException {
        if (migration == null) {
            return List.of();
        }
        try (EngineRun run = engine.open(source, database)) {
            List<String> pending = pending(run, database);
            if (!pending.contains(migration.id())) {
                return List.of("the engine does not want to run it there; it would run "
                        + (pending.isEmpty() ? "nothing" : String.join(", ", pending)));
            }
            if (!pending.get(0).equals(migration.id())) {
                return List.of("the engine would run " + pending.get(0) + " first");
            }
            return refusal(Move.up(run, database, same(run)));
        } catch (ProblemException problem) {
            return problem.problem().text().lines().toList();
        }
    }

    private static List<String> pending(EngineRun run, Database database) throws SQLException {
        try (Session session = database.newSession()) {
            session.begin();
            List<String> ids = Migration.ids(run.pending(session));
            session.settle();
            return ids;
        }
    }

    private Migration same(EngineRun run) {
        return run.migrations().stream()
                .filter(m -> m.id().equals(migration.id()))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> refusal(StepOutcome outcome) {
        return switch (outcome.result()) {
            case EXECUTED -> List.of();
            case FAILED -> List.of("it fails: " + outcome.reason());
            default -> List.of("it is not run: " + outcome.reason());
        };
    }
}
