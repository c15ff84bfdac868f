package dev.stairway.measure.lock;

import dev.stairway.database.JdbcDatabase;
import dev.stairway.database.Work;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.postgresql.PGConnection;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.TransactionState;

/**
 * From the step's own transaction, where every lock can still be seen after each statement, since all are kept to the end:
 * https://www.postgresql.org/docs/current/explicit-locking.html. What is waited for, and what runs outside a transaction, is
 * seen by a second connection.
 */
final class PostgresStep implements WatchedStep {

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
    /** Null inside a transaction. */
    private FileWatch files;

    private final OwnTransaction own = new OwnTransaction();
    /** The step itself has said BEGIN. */
    private boolean opened;

    private PostgresStep(Connection beside, Connection raw) throws SQLException {
        this.beside = beside;
        this.relations = new PostgresRelations(beside);
        this.transaction = new PostgresTransaction(relations, RowCounts.start(raw));
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
        boolean alone = raw.getAutoCommit() && !opened;
        boolean unseen = alone && !own.begin(raw, sql);
        files = unseen ? FileWatch.start(relations, sql) : null;
        present = new TracedStatement(sql, System.nanoTime());
        sampler.watch(unseen ? LockPace.LOCKS : LockPace.WAITS);
    }

    @Override
    public void failedStatement(Connection raw) throws SQLException {
        sampler.rest();
        present = null;
        own.rollback(raw);
    }

    @Override
    public void afterStatement(Connection raw, Work.Statement done, boolean bookkeeping) throws SQLException {
        TracedStatement statement = present;
        statement.answered(done.nanos(), done.rows());
        present = null;
        List<LockSample> samples = sampler.rest();
        boolean open = open(raw);
        statement.transactional(open);
        if (!open) {
            transaction.end(statement.end());
            sampled(statement, samples);
        } else if (!LOCKS_NOTHING.matcher(done.sql()).matches()) {
            transaction.see(statement, PostgresLocks.of(raw), raw);
            statement.waits(samples);
        }
        if (own.commit(raw)) {
            transaction.end(System.nanoTime());
        }
        opened = raw.getAutoCommit() && open(raw);
        if (!bookkeeping) {
            statements.add(statement);
        }
    }

    private static boolean open(Connection raw) throws SQLException {
        return raw.unwrap(BaseConnection.class).getTransactionState() != TransactionState.IDLE;
    }

    private void sampled(TracedStatement statement, List<LockSample> samples) throws SQLException {
        if (files != null) {
            Set<PostgresRelation> moved = files.moved();
            statement.sampled(samples);
            statement.rewrites(moved, moved);
            statement.tookToRewrite(moved);
        }
    }

    @Override
    public void ended(long nanos) {
        transaction.end(System.nanoTime());
    }

    /** Whatever state the step is in. */
    @Override
    public List<StatementTrace> end() throws SQLException {
        try (Connection closed = beside;
                LockSampler stopped = sampler) {
            sampler.rest();
            sampler.check();
            transaction.end(System.nanoTime());
            return statements.stream().map(statement -> statement.trace(began)).toList();
        }
    }
}
