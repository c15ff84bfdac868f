package dev.stairway.measure.work;

import dev.stairway.database.Database;
import dev.stairway.database.JdbcDatabase;
import dev.stairway.database.Session;
import dev.stairway.database.redis.RedisDatabase;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;

/**
 * Counts the work of one step at a time. It asks before and after the step and holds nothing open in between, so that a
 * step which fails leaves nothing to close. Used by one thread at a time.
 */
public interface WorkMeter {

    /** That of a database; empty where nothing can be counted. */
    static Optional<WorkMeter> on(Database database) {
        if (database instanceof RedisDatabase) {
            return Optional.of(new RedisWorkMeter());
        }
        return database instanceof JdbcDatabase jdbc ? Optional.of(on(jdbc)) : Optional.empty();
    }

    private static WorkMeter on(JdbcDatabase database) {
        return switch (database.id().product()) {
            case "postgresql" -> new PostgresWorkMeter(database);
            case "sqlite" -> new SqliteWorkMeter(database);
            case "mariadb", "mysql" -> new MariaDbWorkMeter();
            default -> new StatementMeter();
        };
    }

    /**
     * Begins to count: after {@link Session#begin()}, before the engine is called.
     *
     * @param session in which nothing is held back
     */
    void start(Session session) throws SQLException;

    /**
     * Ends it.
     *
     * @param session the same, after {@link Session#settle()}
     * @return what could be counted, in the order of the counters
     */
    Map<Counter, Long> stop(Session session) throws SQLException;
}
