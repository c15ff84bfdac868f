package dev.stairway.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** A {@link Session} over a JDBC connection. */
public interface JdbcSession extends Session {

    /** What an engine works with: records statements and holds back the last commit. Closing it does nothing. */
    Connection connection();

    /** The driver's own connection, inside the held transaction, for probes that must not be recorded. */
    Connection raw();

    /**
     * Marks what follows as bookkeeping of the engine (its history table, its lock): it joins the held transaction, does
     * not count as work and does not end the hold.
     */
    Scope bookkeeping();

    /**
     * Prepares a statement for {@link #bookkeeping()} that every session sends with the same text and whose result never
     * changes its type: the server may keep it from session to session.
     */
    PreparedStatement prepareBookkeeping(String sql) throws SQLException;

    /**
     * Called on the raw connection right before every real commit that the engine causes in the middle of a step, while
     * the transaction's locks can still be seen. Not called by {@link #settle()}.
     */
    void beforeCommit(Probe probe);

    /** True when a statement of the step ran outside a transaction, where no probe could look at it. */
    boolean ranOutsideTransaction();

    /** Looks at a transaction before it is committed. */
    @FunctionalInterface
    interface Probe {
        void look(Connection raw) throws SQLException;
    }

    /** Ends on close. */
    interface Scope extends AutoCloseable {
        @Override
        void close();
    }
}
