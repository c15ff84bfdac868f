package dev.stairway.fingerprint.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Which blocks of a table were written since this was last asked, whoever did it and whether it is committed: the server
 * sums its write-ahead log up by blocks, for incremental backups.
 *
 * <p>A summary ends where a checkpoint begins, so one is asked for. Where full pages go into the log after a checkpoint that
 * would change the figures of the steps to come, so there is no answer, as on servers that keep no summaries.
 *
 * @see <a href="https://www.postgresql.org/docs/current/functions-info.html#FUNCTIONS-INFO-WAL-SUMMARY">WAL summarization
 *     information functions</a>
 */
final class ChangedBlocks {

    /** Each is a scan of its own. */
    private static final int MOST_RANGES = 400;
    /** Blocks in between that are read rather than start another range. */
    private static final int GAP = 8;

    private static final long PATIENCE_SECONDS = 2;
    private static final long PAUSE_MICROS = 500;

    private static final String KEPT = "SELECT pg_catalog.current_setting('summarize_wal', true) = 'on'"
            + " AND pg_catalog.current_setting('full_page_writes') = 'off'"
            + " AND pg_catalog.current_setting('is_superuser') = 'on'";

    /** Nothing when the summaries leave out a part of the log. */
    private static final String BLOCKS = """
            WITH s AS MATERIALIZED (
              SELECT a.* FROM pg_catalog.pg_available_wal_summaries() a WHERE a.end_lsn > ?::pg_catalog.pg_lsn
            ), whole AS MATERIALIZED (
              SELECT pg_catalog.min(s.start_lsn) <= ?::pg_catalog.pg_lsn AND pg_catalog.max(s.end_lsn) >= ?::pg_catalog.pg_lsn
                 AND pg_catalog.count(DISTINCT s.tli) = 1
                 AND pg_catalog.sum(s.end_lsn - s.start_lsn) = pg_catalog.max(s.end_lsn) - pg_catalog.min(s.start_lsn) AS whole
              FROM s
            )
            SELECT DISTINCT c.relblocknumber, c.is_limit_block
            FROM s CROSS JOIN LATERAL pg_catalog.pg_wal_summary_contents(s.tli, s.start_lsn, s.end_lsn) c
            WHERE (SELECT whole.whole FROM whole) AND c.relforknumber = 0 AND c.relfilenode = ?::pg_catalog.oid
              AND c.reldatabase = (SELECT d.oid FROM pg_catalog.pg_database d WHERE d.datname = pg_catalog.current_database())
            UNION ALL SELECT -1, NOT COALESCE((SELECT whole.whole FROM whole), false)
            ORDER BY 1
            LIMIT ?
            """;

    /** Where the log ended when the last reading had asked; null before the first. */
    private String since;
    /** The part of the log that the present reading is about; null where there are no summaries of it. */
    private Part part;

    private boolean asked;

    /** From one place in the log to another. */
    private record Part(String from, String until) {}

    /**
     * Blocks from {@code first} up to, but without, {@code next}.
     */
    record Range(long first, long next) {

        /** A condition on rows, to be put behind another one. */
        String condition() {
            return " AND ctid >= '(" + first + ",0)' AND ctid < '(" + next + ",0)'";
        }
    }

    /** What is asked from now on is about the time since the reading before asked. */
    void nextReading() {
        asked = false;
    }

    /**
     * Asks the server.
     *
     * @param other a connection in auto-commit mode, not that of the step
     * @param table an ordinary one whose rows are logged
     * @return in order; empty where that is not known, or too much to be of use
     */
    Optional<List<Range>> of(Connection other, Relation table) throws SQLException {
        if (!asked) {
            asked = true;
            part = sumUp(other);
        }
        return part == null ? Optional.empty() : ranges(other, table);
    }

    private Part sumUp(Connection other) throws SQLException {
        try (Statement statement = other.createStatement()) {
            if (!text(statement, KEPT).equals("t")) {
                return null;
            }
            Part asking = new Part(since, end(statement));
            statement.execute("CHECKPOINT");
            since = end(statement);
            return asking.from() != null && summedUp(statement, asking.until()) ? asking : null;
        }
    }

    private static String end(Statement statement) throws SQLException {
        return text(statement, "SELECT pg_catalog.pg_current_wal_insert_lsn()");
    }

    private static boolean summedUp(Statement statement, String until) throws SQLException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        String done = "SELECT summarized_lsn >= '" + until + "' FROM pg_catalog.pg_get_wal_summarizer_state()";
        while (!text(statement, done).equals("t")) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(PAUSE_MICROS));
        }
        return true;
    }

    private Optional<List<Range>> ranges(Connection other, Relation table) throws SQLException {
        // With more than one block in ten changed, one scan of all is faster.
        long most = table.blocks() / 10;
        try (PreparedStatement statement = other.prepareStatement(BLOCKS)) {
            statement.setString(1, part.from());
            statement.setString(2, part.from());
            statement.setString(3, part.until());
            statement.setLong(4, table.file());
            statement.setLong(5, most + 2);
            try (ResultSet rows = statement.executeQuery()) {
                return ranges(rows, most);
            }
        }
    }

    private static Optional<List<Range>> ranges(ResultSet rows, long most) throws SQLException {
        List<Range> ranges = new ArrayList<>();
        long blocks = -1;
        while (rows.next()) {
            if (rows.getBoolean(2)) {
                // A part of the log is missing, or the table was cut off at this block.
                return Optional.empty();
            }
            long block = rows.getLong(1);
            if (++blocks > 0) {
                add(ranges, block);
            }
        }
        return blocks > most || ranges.size() > MOST_RANGES ? Optional.empty() : Optional.of(ranges);
    }

    private static void add(List<Range> ranges, long block) {
        int last = ranges.size() - 1;
        if (last >= 0 && block <= ranges.get(last).next() + GAP) {
            ranges.set(last, new Range(ranges.get(last).first(), block + 1));
        } else {
            ranges.add(new Range(block, block + 1));
        }
    }

    private static String text(Statement statement, String query) throws SQLException {
        try (ResultSet row = statement.executeQuery(query)) {
            row.next();
            return String.valueOf(row.getString(1));
        }
    }
}
