package dev.stairway.database.jdbc;

import dev.stairway.database.JdbcSession;
import dev.stairway.database.Work;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** A {@link JdbcSession} over one driver connection. Used by one thread at a time. */
public final class HeldSession implements JdbcSession {

    /** Takes the driver's connection back when the session ends. */
    @FunctionalInterface
    public interface Release {
        /** @param reusable false when the connection may carry traces that a reset cannot clear */
        void release(boolean reusable);
    }

    private final Connection raw;
    private final HeldTransaction transaction;
    private final ConnectionProxy proxy;
    private final Release release;
    private boolean closed;

    /**
     * @param raw in auto-commit mode, in its initial state
     * @param advice what the driver needs beside plain JDBC
     */
    public HeldSession(Connection raw, DriverAdvice advice, Release release) {
        this.raw = raw;
        this.release = release;
        this.transaction = new HeldTransaction(raw, advice);
        this.proxy = new ConnectionProxy(raw, transaction, advice);
    }

    @Override
    public void begin() {
        transaction.begin();
    }

    @Override
    public boolean discardable() {
        return transaction.discardable();
    }

    @Override
    public void settle() throws SQLException {
        transaction.settle();
    }

    @Override
    public void discard() throws SQLException {
        transaction.discard();
    }

    @Override
    public Work work() {
        return transaction.recorder().work();
    }

    @Override
    public Connection connection() {
        return proxy.proxy();
    }

    @Override
    public Connection raw() {
        return raw;
    }

    @Override
    public Scope bookkeeping() {
        transaction.enterBookkeeping();
        return transaction::leaveBookkeeping;
    }

    @Override
    public PreparedStatement prepareBookkeeping(String sql) throws SQLException {
        return proxy.prepareBookkeeping(sql);
    }

    @Override
    public void beforeCommit(Probe probe) {
        transaction.beforeCommit(probe);
    }

    @Override
    public void observe(Observer observer) {
        transaction.observe(observer);
    }

    @Override
    public boolean unobservable() {
        return transaction.isUnwrapped();
    }

    @Override
    public boolean ranOutsideTransaction() {
        return transaction.ranOutsideTransaction();
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        boolean reusable = !transaction.tainted();
        try {
            proxy.closeStatements();
            if (!raw.getAutoCommit()) {
                raw.rollback();
                raw.setAutoCommit(true);
            }
        } catch (SQLException broken) {
            // The connection is beyond use, which is all that matters here: the next session gets a new one.
            reusable = false;
        } finally {
            release.release(reusable);
        }
    }
}
