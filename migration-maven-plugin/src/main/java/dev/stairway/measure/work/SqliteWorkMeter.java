package dev.stairway.measure.work;

import dev.stairway.database.JdbcDatabase;
import dev.stairway.database.JdbcSession;
import dev.stairway.database.Session;
import dev.stairway.database.sqlite.SqliteCalls;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;

/**
 * SQLite's instructions, and what is written to its log. While a step runs, the log is not moved into the file at times of the
 * library's choice, so that all of it is there to be counted: https://www.sqlite.org/wal.html#ckpt.
 */
final class SqliteWorkMeter implements WorkMeter {

    /** Instructions between two ticks: https://www.sqlite.org/c3ref/progress_handler.html */
    private static final int TICK = 100;

    private static final String STATE = "SELECT total_changes(), (SELECT page_count FROM pragma_page_count),"
            + " (SELECT page_size FROM pragma_page_size), (SELECT freelist_count FROM pragma_freelist_count)";

    private final JdbcDatabase database;
    private State before;
    private Path log;
    private boolean empty;
    private long ticks;
    private Counting counting;

    SqliteWorkMeter(JdbcDatabase database) {
        this.database = database;
    }

    /**
     * What is changed in a connection as long as it is counted.
     *
     * @param moveAfter pages after which the log is moved into the file
     */
    private record Counting(Connection raw, long moveAfter, SqliteCalls.Interrupting ticking) {

        void end() throws SQLException {
            ticking.close();
            Rows.execute(raw, "PRAGMA wal_autocheckpoint = " + moveAfter);
            Rows.leave(raw);
        }
    }

    /** @param bytes of the file, as far as it is used, and with the log moved into it */
    private record State(long changes, long pages, long bytes, long free) {

        static State of(Connection raw) throws SQLException {
            long[] seen = Rows.numbers(raw, STATE);
            return new State(seen[0], seen[1], seen[1] * seen[2], seen[3] * seen[2]);
        }
    }

    @Override
    public void start(Session session) throws SQLException {
        Connection raw = ((JdbcSession) session).raw();
        endOfFailed(raw);
        emptyLog();
        long moveAfter = Rows.numbers(raw, "PRAGMA wal_autocheckpoint")[0];
        Rows.execute(raw, "PRAGMA wal_autocheckpoint = 0");
        before = State.of(raw);
        Rows.leave(raw);
        ticks = 0;
        counting = new Counting(raw, moveAfter, SqliteCalls.of(raw).interrupt(raw, TICK, this::tick));
    }

    /** A step that failed is not stopped, and the next one may meet the same connection. */
    private void endOfFailed(Connection raw) throws SQLException {
        Counting failed = counting;
        counting = null;
        if (failed != null && failed.raw == raw) {
            failed.end();
        }
    }

    private boolean tick() {
        ticks++;
        return false;
    }

    private void emptyLog() throws SQLException {
        try (Connection beside = database.connect();
                Statement statement = beside.createStatement()) {
            try (ResultSet file = statement.executeQuery(
                    "SELECT file, (SELECT journal_mode FROM pragma_journal_mode) FROM pragma_database_list WHERE name = 'main'")) {
                file.next();
                log = Path.of(file.getString(1) + "-wal");
                empty = file.getString(2).equals("wal");
            }
            empty = empty && Rows.numbers(beside, "PRAGMA wal_checkpoint(TRUNCATE)")[0] == 0;
        }
    }

    @Override
    public Map<Counter, Long> stop(Session session) throws SQLException {
        counting.ticking.close();
        Map<Counter, Long> counted = StatementMeter.sent(session);
        counted.put(Counter.VM_STEPS, ticks * TICK);
        Connection raw = ((JdbcSession) session).raw();
        State after = State.of(raw);
        counted.put(Counter.ROWS_WRITTEN, after.changes - before.changes);
        counted.put(Counter.SIZE_BYTES, after.bytes - before.bytes);
        counted.put(Counter.BLOAT_BYTES, after.free - before.free);
        writtenToLog(raw).ifPresent(written -> {
            counted.put(Counter.WAL_BYTES, written.bytes());
            counted.put(Counter.PAGES, written.pages());
        });
        counting.end();
        counting = null;
        return counted;
    }

    /** Empty where the file has no such log, or not all of it is there. */
    private Optional<WrittenLog> writtenToLog(Connection raw) throws SQLException {
        boolean untouched = Rows.numbers(raw, "PRAGMA wal_autocheckpoint")[0] == 0
                && Rows.numbers(raw, "SELECT journal_mode = 'wal' FROM pragma_journal_mode")[0] == 1;
        if (!empty || !untouched) {
            return Optional.empty();
        }
        try {
            return Optional.of(WrittenLog.of(log));
        } catch (IOException e) {
            throw new SQLException("The log cannot be read: " + log, e);
        }
    }
}
