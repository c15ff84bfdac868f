package dev.stairway.measure.work;

import dev.stairway.database.JdbcSession;
import dev.stairway.database.Session;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/**
 * What the session itself asked of the storage engines: https://mariadb.com/kb/en/server-status-variables/. Others do not
 * move it. Looking counts too, always as much; so the first look is taken twice.
 */
final class MariaDbWorkMeter implements WorkMeter {

    private static final String STATUS = "SHOW SESSION STATUS WHERE Variable_name LIKE 'Handler\\_read\\_%'"
            + " OR Variable_name IN ('Handler_write', 'Handler_update', 'Handler_delete')";

    private Handler before;
    private Handler looking;

    /** Rows that were asked for, and rows that were changed. */
    private record Handler(long read, long written) {

        static Handler of(Connection raw) throws SQLException {
            try (Statement statement = raw.createStatement();
                    ResultSet rows = statement.executeQuery(STATUS)) {
                long read = 0;
                long written = 0;
                while (rows.next()) {
                    if (rows.getString(1).startsWith("Handler_read")) {
                        read += rows.getLong(2);
                    } else {
                        written += rows.getLong(2);
                    }
                }
                return new Handler(read, written);
            }
        }

        Handler minus(Handler other) {
            return new Handler(read - other.read, written - other.written);
        }
    }

    @Override
    public void start(Session session) throws SQLException {
        Connection raw = ((JdbcSession) session).raw();
        Handler first = Handler.of(raw);
        before = Handler.of(raw);
        looking = before.minus(first);
        Rows.leave(raw);
    }

    @Override
    public Map<Counter, Long> stop(Session session) throws SQLException {
        Connection raw = ((JdbcSession) session).raw();
        Handler work = Handler.of(raw).minus(before).minus(looking);
        Rows.leave(raw);
        Map<Counter, Long> counted = StatementMeter.sent(session);
        // A migration may set the session's counters to zero: FLUSH STATUS.
        if (work.read >= 0 && work.written >= 0) {
            counted.put(Counter.ROWS_READ, work.read);
            counted.put(Counter.ROWS_WRITTEN, work.written);
        }
        return counted;
    }
}
