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

    /** Shows every statement to the observer, bookkeeping included, until the next {@link #begin()}. */
    void observe(Observer observer);

    /** True when the engine was given the driver's own connection, behind which nobody can observe what it does. */
    boolean unobservable();

    /** True when a statement of the step ran outside a transaction, where no probe could look at it. */
    boolean ranOutsideTransaction();

    /** Looks at a transaction before it is committed. */
    @FunctionalInterface
    interface Probe {
        void look(Connection raw) throws SQLException;
    }

    /** Looks at statements before they are sent and after they were answered. */
    interface Observer {

        /** Looks at nothing. */
        Observer NONE = (raw, sql) -> {};

        /** @param sql one statement, or several with semicolons between them */
        void beforeStatement(Connection raw, String sql) throws SQLException;

        /**
         * Looks at what a statement has left behind, in its transaction; not called for one that failed.
         *
         * @param bookkeeping true for one of the engine's own
         */
        default void afterStatement(Connection raw, Work.Statement statement, boolean bookkeeping)
                throws SQLException {}

        /** The statement that was sent last has failed. */
        default void failedStatement(Connection raw) throws SQLException {}

        /** The engine has taken back its transaction, or a part of it, by a call of JDBC. */
        default void rolledBack() {}

        /**
         * The transaction has ended by a call of JDBC: what it locked is free.
         *
         * @param nanos that its end took; nanoseconds
         */
        default void ended(long nanos) {}
    }

    /** Ends on close. */
    interface Scope extends AutoCloseable {
        @Override
        void close();
    }
}
