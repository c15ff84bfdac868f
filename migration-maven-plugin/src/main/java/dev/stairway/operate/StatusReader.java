package dev.stairway.operate;

import dev.stairway.database.Session;
import dev.stairway.database.provider.OperatedServer;
import dev.stairway.engine.ChangelogSource;
import dev.stairway.engine.Engine;
import dev.stairway.engine.EngineRun;
import dev.stairway.engine.MigrationStatements;
import dev.stairway.problem.ProblemException;
import java.sql.SQLException;
import java.util.List;

/** Asks an engine how far a database is, without letting it write. */
public final class StatusReader {

    private final Engine engine;
    private final ChangelogSource source;

    public StatusReader(Engine engine, ChangelogSource source) {
        this.engine = engine;
        this.source = source;
    }

    /**
     * Reads it.
     *
     * @param server opened for looking alone
     * @throws ProblemException when the changelog or the history cannot be read
     */
    public Status read(OperatedServer server) {
        try (EngineRun run = engine.open(source, server.database())) {
            return read(run, server);
        } catch (ProblemException problem) {
            if (server.wantedToWrite()) {
                return new Status(
                        false,
                        List.of(),
                        statements(server).stream()
                                .map(MigrationStatements::migration)
                                .toList(),
                        List.of(),
                        "");
            }
            throw problem;
        }
    }

    /** What each migration would send there. */
    List<MigrationStatements> statements(OperatedServer server) {
        return engine.statements(source, server.id().product(), server.id().version());
    }

    /** The same through a run that is open; the session of it is the only one. */
    static Status read(EngineRun run, OperatedServer server) {
        try (Session session = server.database().newSession()) {
            session.begin();
            Status status = new Status(
                    true,
                    run.history(session),
                    run.pending(session),
                    run.unlike(session),
                    run.stuck(session).orElse(""));
            session.settle();
            return status;
        } catch (SQLException e) {
            throw ProblemException.setup(
                    "The history of the database cannot be read", server.place(), e.getMessage(), "Try again", e);
        }
    }
}
