package dev.stairway.database;

import java.util.List;

/**
 * What a step executed.
 *
 * @param statements in order, without the engine's bookkeeping
 * @param databaseNanos time spent inside the driver and server, bookkeeping included; nanoseconds
 */
public record Work(List<Statement> statements, long databaseNanos) {

    public Work {
        statements = List.copyOf(statements);
    }

    /**
     * One statement that reached the database.
     *
     * @param sql as sent
     * @param nanos time until the server answered; nanoseconds
     * @param rows update count, or -1 where there is none
     */
    public record Statement(String sql, long nanos, long rows) {}
}
