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

    private static final Pattern BEGINS =
            Pattern.compile("(?:\\s|--[^\\n]*\\n|/\\*[^*]*\\*/)*+(?:begin|start)\\b", Pattern.CASE_INSENSITIVE);

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
        files = alone ? FileWatch.start(relations, sql) : null;
        own.begin(raw, sql, alone);
        present = new TracedStatement(sql, System.nanoTime());
        sampler.watch(alone ? LockPace.LOCKS : LockPace.WAITS);
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
        if (LOCKS_NOTHING.matcher(done.sql()).matches()) {
            opened = raw.getAutoCommit() && (opened || BEGINS.matcher(done.sql()).lookingAt());
            statement.transactional(opened || !raw.getAutoCommit());
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
        if (locks.open()) {
            statement.waits(samples);
        } else if (files != null) {
            statement.sampled(samples);
            Set<PostgresRelation> moved = files.moved();
            statement.rewrites(moved, moved);
            statement.tookToRewrite(moved);
        }
        if (own.commit(raw)) {
            transaction.end(System.nanoTime());
        } else {
            opened = raw.getAutoCommit() && locks.open();
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
