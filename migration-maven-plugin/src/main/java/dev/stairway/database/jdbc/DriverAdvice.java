package dev.stairway.database.jdbc;

import java.sql.PreparedStatement;
import java.sql.SQLException;

/** What a driver needs beside plain JDBC. */
public interface DriverAdvice {

    /** Nothing special. */
    DriverAdvice NONE = new DriverAdvice() {};

    /** Called for every statement that the engine prepares. */
    default void prepared(PreparedStatement statement) throws SQLException {}

    /** Called for a statement of the engine's bookkeeping, which comes again in every session. */
    default void preparedForAll(PreparedStatement statement) throws SQLException {}

    /** Called before the engine's first row of a batch. */
    default void batched(PreparedStatement statement) throws SQLException {}

    /**
     * True when the database commits because of the text, as many do for every statement that defines something. An empty
     * text stands for one that nobody has seen.
     */
    default boolean commits(String sql) {
        return false;
    }

    /** True when a rollback failed because the database had rolled back before. */
    default boolean alreadyRolledBack(SQLException failure) {
        return false;
    }

    /** True when running the text leaves something in the session that a reset does not clear. */
    default boolean leavesTraces(String sql) {
        return false;
    }
}
