package dev.stairway.operate;

import dev.stairway.database.JdbcSession;
import dev.stairway.database.Session;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/** A moment after which no further statement is sent. A statement that runs by then is the server's own limit's business. */
final class Deadline implements JdbcSession.Observer {

    private final String setting;
    private final Duration limit;
    private final long end;

    /** Begins now. @param setting that the user can change */
    Deadline(String setting, Duration limit) {
        this.setting = setting;
        this.limit = limit;
        this.end = System.nanoTime() + limit.toNanos();
    }

    void watch(Session session) {
        if (session instanceof JdbcSession jdbc) {
            jdbc.observe(this);
        }
    }

    boolean over() {
        return System.nanoTime() - end > 0;
    }

    String text() {
        return "it took longer than " + limit.toSeconds() + " s (" + setting + ")";
    }

    @Override
    public void beforeStatement(Connection raw, String sql) throws SQLException {
        if (over()) {
            throw new SQLException(text());
        }
    }
}
