package dev.stairway.measure.lock;

import dev.stairway.database.JdbcSession;
import java.sql.SQLException;
import java.util.List;

/** One step that is watched. Used by one thread at a time. */
interface WatchedStep extends JdbcSession.Observer {

    /** Its statements in order; whatever was opened to watch it is closed. */
    List<StatementTrace> end() throws SQLException;
}
