package dev.stairway.measure.lock;

import dev.stairway.database.JdbcDatabase;
import dev.stairway.database.JdbcSession;
import dev.stairway.database.Work;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.postgresql.PGConnection;

/** Watches one step. Used by one thread at a time. */
final class PostgresStep implements JdbcSession.Observer {

    // They lock nothing, and SET TRANSACTION must come before any query:
    // https://www.postgresql.org/docs/current/sql-set-transaction.html
    private static final Pattern LOCKS_NOTHING = Pattern.compile(
            "(?:\\s|--[^\\n]*\\n|/\\*[^*]*\\*/)*+(?:set(?!\\s+constraints)|reset|show|begin|start|savepoint|release)\\b[^;]*;?\\s*",
            Pattern.CASE_INSENSITIVE);

    /** Whoever locks the catalog keeps a look from ending: then it is given up. */
    private static final int LOOK_MILLIS = 5_000;

    private final long began = System.nanoTime();
    private final Connection beside;
    private final PostgresRelations relations;
    private final LockSampler sampler;
    private final PostgresTransaction transaction;
    private final List<TracedStatement> statements = new ArrayList<>();
    /** Null between statements. */
    private TracedStatement present;
    /** Null while the engine keeps a transaction open. */
    private FileWatch files;

    private PostgresStep(Connection beside, Connection raw) throws SQLException {
        this.beside = beside;
        this.relations = new PostgresRelations(beside);
        this.transaction = new PostgresTransaction(relations);
        int process = raw.unwrap(PGConnection.class).getBackendPID();
        this.sampler = new LockSampler(beside, process);
    }

    /** @param raw connection of the step */
    static PostgresStep open(JdbcDatabase database, Connection raw) throws SQLException {
        Connection beside = database.connect();
        try (Statement statement = beside.createStatement()) {
            statement.execute("SET statement_timeout = " + LOOK_MILLIS);
            return new PostgresStep(beside, raw);
        } catch (SQLException e) {
            beside.close();
            throw e;
        }
    }

    @Override
    public void beforeStatement(Connection raw, String sql) throws SQLException {
        // The one before has failed, or it would be gone: what it took is gone with it.
        sampler.rest();
        files = raw.getAutoCommit() ? FileWatch.start(relations, sql) : null;
        present = new TracedStatement(sql, System.nanoTime());
        sampler.watch(raw.getAutoCommit() ? LockPace.LOCKS : LockPace.WAITS);
    }

    @Override
    public void afterStatement(Connection raw, Work.Statement done, boolean bookkeeping) throws SQLException {
        TracedStatement statement = present;
        statement.answered(done.nanos(), done.rows());
        present = null;
        List<LockSample> samples = sampler.rest();
        if (LOCKS_NOTHING.matcher(done.sql()).matches()) {
            statement.transactional(!raw.getAutoCommit());
        } else {
            see(statement, raw, samples);
        }
        if (!bookkeeping) {
            statements.add(statement);
        }
    }

    private void see(TracedStatement statement, Connection raw, List<LockSample> samples) throws SQLException {
        PostgresLocks locks = PostgresLocks.of(raw);
        statement.transactional(locks.open());
        transaction.see(statement, locks, raw);
        if (locks.open() || files == null) {
            statement.waits(samples);
        } else {
            statement.sampled(samples);
            Set<PostgresRelation> moved = files.moved();
            statement.rewrites(moved, moved);
            statement.tookToRewrite(moved);
        }
    }

    @Override
    public void ended(long nanos) {
        transaction.end(System.nanoTime());
    }

    /** Ends the watching, whatever state the step is in. */
    List<StatementTrace> end() throws SQLException {
        try (Connection closed = beside;
                LockSampler stopped = sampler) {
            sampler.rest();
            sampler.check();
            transaction.end(System.nanoTime());
            return statements.stream().map(statement -> statement.trace(began)).toList();
        }
    }
}
