package dev.stairway.database;

import java.util.List;

/**
 * What a step executed.
 *
 * @param statements in order, without the engine's bookkeeping
 * @param databaseNanos time spent inside the driver and server, bookkeeping included; nanoseconds
 * @param load what the server itself counted meanwhile
 */
public record Work(List<Statement> statements, long databaseNanos, ServerLoad load) {

    public Work {
        statements = List.copyOf(statements);
    }

    /** Of a database that keeps no books. */
    public Work(List<Statement> statements, long databaseNanos) {
        this(statements, databaseNanos, ServerLoad.UNKNOWN);
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
