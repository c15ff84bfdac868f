package dev.stairway.database.jdbc;

import dev.stairway.database.JdbcSession;
import dev.stairway.database.Work;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * The state behind a {@link HeldSession}: which commit is wanted but not yet done, and what has already become
 * permanent in this step.
 *
 * <p>A commit of the engine only raises a flag. The first statement of its next transaction turns the flag into the real
 * commit, so at the end of a step the last transaction is still open.
 */
final class HeldTransaction {

    private final Connection raw;
    private final DriverAdvice advice;
    private final Recorder recorder = new Recorder();
    private JdbcSession.Probe probe = connection -> {};
    private JdbcSession.Observer observer = JdbcSession.Observer.NONE;
    private int bookkeeping;

    /** Something ran in the open transaction. */
    private boolean dirty;
    /** Something ran in the open transaction after the commit that is held back. */
    private boolean dirtyAfterHold;

    private boolean commitWanted;
    private boolean autoCommit = true;
    private boolean permanent;
    private boolean outside;
    private boolean tainted;
    /** The engine has the driver's own connection and may do anything with it. */
    private boolean unwrapped;

    HeldTransaction(Connection raw, DriverAdvice advice) {
        this.raw = raw;
        this.advice = advice;
    }

    Recorder recorder() {
        return recorder;
    }

    void begin() {
        recorder.clear();
        // What an earlier step left open cannot be kept when this one is discarded.
        permanent = dirty;
        outside = false;
        observer = JdbcSession.Observer.NONE;
    }

    boolean discardable() {
        return !permanent;
    }

    boolean ranOutsideTransaction() {
        return outside;
    }

    boolean tainted() {
        return tainted;
    }

    boolean recording() {
        return bookkeeping == 0;
    }

    void enterBookkeeping() {
        bookkeeping++;
    }

    void leaveBookkeeping() {
        bookkeeping--;
    }

    void beforeCommit(JdbcSession.Probe newProbe) {
        probe = newProbe;
    }

    void observe(JdbcSession.Observer newObserver) {
        observer = newObserver;
    }

    /** Called before a statement is sent. */
    void beforeStatement(String sql) throws SQLException {
        if (recording()) {
            startNextTransaction();
        }
        tainted |= advice.leavesTraces(sql);
        if (!autoCommit && TransactionControl.leads(sql)) {
            probe.look(raw);
        }
        observer.beforeStatement(raw, sql);
    }

    /** Called when the engine rolls back by JDBC, to a savepoint or wholly. */
    void rolledBack() {
        observer.rolledBack();
    }

    /** Called after a statement was sent, whether it succeeded or failed. */
    void afterStatement(String sql) {
        boolean control = TransactionControl.occurs(sql) || advice.commits(sql);
        if (autoCommit || control) {
            permanent = true;
            outside |= recording();
        }
        if (!autoCommit) {
            dirty = true;
            dirtyAfterHold |= commitWanted;
        }
    }

    /** Called after {@link #afterStatement} for a statement that succeeded. */
    void answered(Work.Statement statement) throws SQLException {
        observer.afterStatement(raw, statement, !recording());
    }

    /** Called after {@link #afterStatement} for a statement that failed. */
    void failed() throws SQLException {
        observer.failedStatement(raw);
    }

    /** What comes next belongs to a new transaction in the engine's eyes: the commit that is held back becomes real. */
    void startNextTransaction() throws SQLException {
        if (commitWanted) {
            commitNow();
        }
    }

    void commit() throws SQLException {
        if (autoCommit) {
            raw.commit();
        } else if (dirty || unwrapped) {
            dirty = true;
            commitWanted = true;
            dirtyAfterHold = false;
        }
    }

    /**
     * The engine's rollback. Work whose commit is held back counts as committed, so a rollback that follows directly has
     * nothing to undo.
     */
    void rollback() throws SQLException {
        rolledBack();
        if (autoCommit || !commitWanted || dirtyAfterHold) {
            rollBackRaw();
            forgetTransaction();
        }
    }

    /** JDBC: switching auto-commit on commits the open transaction. */
    void setAutoCommit(boolean on) throws SQLException {
        if (on == autoCommit) {
            return;
        }
        if (on && (dirty || commitWanted || unwrapped)) {
            commitNow();
        }
        raw.setAutoCommit(on);
        autoCommit = on;
    }

    void settle() throws SQLException {
        if (!autoCommit) {
            try {
                timed(raw::commit);
            } finally {
                forgetTransaction();
            }
        }
    }

    void discard() throws SQLException {
        if (!autoCommit) {
            rollBackRaw();
            forgetTransaction();
        }
    }

    /** What the database has taken back by itself is as good, but nobody knows where the driver stands then. */
    private void rollBackRaw() throws SQLException {
        try {
            timed(raw::rollback);
        } catch (SQLException failure) {
            if (!advice.alreadyRolledBack(failure)) {
                throw failure;
            }
            tainted = true;
        }
    }

    void unwrapped() {
        unwrapped = true;
        tainted = true;
        permanent |= advice.commits("");
    }

    boolean isUnwrapped() {
        return unwrapped;
    }

    void taint() {
        tainted = true;
    }

    private void commitNow() throws SQLException {
        probe.look(raw);
        permanent = true;
        timed(raw::commit);
        forgetTransaction();
    }

    private void forgetTransaction() {
        commitWanted = false;
        dirty = false;
        dirtyAfterHold = false;
    }

    private void timed(Call call) throws SQLException {
        long start = System.nanoTime();
        try {
            call.run();
        } finally {
            long nanos = System.nanoTime() - start;
            recorder.spent(nanos);
            observer.ended(nanos);
        }
    }

    @FunctionalInterface
    private interface Call {
        void run() throws SQLException;
    }
}
