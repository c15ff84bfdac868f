package dev.stairway.fault.sqlite;

import dev.stairway.database.Database;
import dev.stairway.database.JdbcDatabase;
import dev.stairway.fault.Injection;
import dev.stairway.fault.WatchedSessions;
import java.sql.SQLException;
import java.util.List;

/** The file may not have more pages than now. https://www.sqlite.org/pragma.html#pragma_max_page_count */
final class FullInjection implements Injection {

    private static final List<String> NO_MORE = List.of("PRAGMA max_page_count = 1");
    private static final List<String> USUAL = List.of("PRAGMA max_page_count = 4294967294");

    private final WatchedSessions database;

    FullInjection(JdbcDatabase database) {
        this.database = new WatchedSessions(database);
    }

    @Override
    public Database database() {
        return database;
    }

    @Override
    public void strike() throws SQLException {
        database.execute(NO_MORE);
    }

    /** Nobody waits for room. */
    @Override
    public void giveUp() {}

    @Override
    public void close() throws SQLException {
        database.execute(USUAL);
    }
}
