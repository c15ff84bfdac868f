package dev.stairway.database.jdbc;

import dev.stairway.database.JdbcSession;
import dev.stairway.database.Work;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.regex.Pattern;

/** A session whose statements are sent only as long as they write nothing. */
final class LookingSession implements JdbcSession {

    private static final Pattern WRITES = Pattern.compile(
            "\\s*(?:create|alter|drop|insert|update|delete|merge|replace|truncate|grant|revoke|comment|lock|call|do|copy"
                    + "|vacuum|reindex|cluster|refresh|analyze)\\b.*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private final JdbcSession session;
    private final Runnable refused;

    LookingSession(JdbcSession session, Runnable refused) {
        this.session = session;
        this.refused = refused;
    }

    @Override
    public void begin() {
        session.begin();
        session.observe((raw, sql) -> {
            if (WRITES.matcher(sql).matches()) {
                refused.run();
                throw new SQLException("Nothing is written here, and this was not sent: " + sql, "25006");
            }
        });
    }

    /** What is held is nothing that anybody could keep. */
    @Override
    public void settle() throws SQLException {
        session.discard();
    }

    @Override
    public void discard() throws SQLException {
        session.discard();
    }

    @Override
    public boolean discardable() {
        return session.discardable();
    }

    @Override
    public boolean lost() {
        return session.lost();
    }

    @Override
    public Work work() {
        return session.work();
    }

    @Override
    public Connection connection() {
        return session.connection();
    }

    @Override
    public Connection raw() {
        return session.raw();
    }

    @Override
    public Scope bookkeeping() {
        return session.bookkeeping();
    }

    @Override
    public PreparedStatement prepareBookkeeping(String sql) throws SQLException {
        return session.prepareBookkeeping(sql);
    }

    @Override
    public void beforeCommit(Probe probe) {
        session.beforeCommit(probe);
    }

    @Override
    public void observe(Observer observer) {
        throw new UnsupportedOperationException("It is observed already");
    }

    @Override
    public boolean unobservable() {
        return session.unobservable();
    }

    @Override
    public boolean ranOutsideTransaction() {
        return session.ranOutsideTransaction();
    }

    @Override
    public void close() {
        session.close();
    }
}
