package dev.stairway.measure.lock;

import dev.stairway.database.Database;
import dev.stairway.database.JdbcDatabase;
import dev.stairway.database.Session;
import dev.stairway.database.redis.RedisDatabase;
import java.util.List;
import java.util.Optional;

/**
 * Watches the locks of one step after the other. It takes the place of the session's observer, and asks between the
 * statements of the step: what it watches is slower by up to a millisecond a statement. A statement in auto-commit mode that
 * may run in a transaction gets one of its own meanwhile.
 */
public interface LockTrace {

    /** Empty for a product that lets nobody look. */
    static Optional<LockTrace> on(Database database) {
        if (database instanceof RedisDatabase) {
            return Optional.of(new RedisTrace());
        }
        if (!(database instanceof JdbcDatabase jdbc)) {
            return Optional.empty();
        }
        return switch (database.id().product()) {
            case "postgresql" -> Optional.of(JdbcTrace.ofPostgres(jdbc));
            case "sqlite" -> Optional.of(JdbcTrace.ofSqlite(jdbc));
            default -> Optional.empty();
        };
    }

    /** Called after the session's {@link Session#begin()}, before the step. */
    void start(Session session);

    /**
     * Called when the step has been settled or discarded, the session still open.
     *
     * @return its statements in order, without the engine's bookkeeping
     */
    List<StatementTrace> stop(Session session);

    /** Ends the watching of a step that has failed, if there is one: nobody asks what was seen. */
    void abandon();
}
