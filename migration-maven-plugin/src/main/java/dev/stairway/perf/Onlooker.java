package dev.stairway.perf;

import dev.stairway.database.Session;
import dev.stairway.engine.Migration;
import java.sql.SQLException;

/** Looks on while one direction of a step is played; nothing of it lies inside the time that is taken. */
interface Onlooker {

    /** No session is open yet. */
    default void before(Migration migration, Way way) throws SQLException {}

    /** The session has begun, and the engine is called next. */
    default void begins(Session session) throws SQLException {}

    /** The commit is done, and the session is still open; not called after a failure. */
    default void ended(Session session, Seen seen) throws SQLException {}

    /** It went well, and the session is closed. */
    default void after(Migration migration, Way way) throws SQLException {}

    /** The last migration is applied. */
    default void head() throws SQLException {}

    /**
     * It has failed, and its session may still be open: what {@link #before} and {@link #begins} have started, if they were
     * called, comes to its end.
     */
    default void failed() {}
}
