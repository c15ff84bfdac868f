package dev.stairway.fault.postgres;

import dev.stairway.database.Database;
import dev.stairway.database.JdbcDatabase;
import dev.stairway.fault.Injection;
import dev.stairway.fault.WatchedSessions;
import java.sql.SQLException;
import java.util.List;

/** Settings of the migration's session, which a new session does not have, and somebody who is in the way. */
final class SettingsInjection implements Injection {

    private final WatchedSessions database;
    private final List<String> settings;
    private final Blocker blocker;
    private final Waits waits;

    SettingsInjection(JdbcDatabase database, List<String> settings, Blocker blocker) {
        this.database = new WatchedSessions(database);
        this.settings = settings;
        this.blocker = blocker;
        this.waits = new Waits(database);
    }

    @Override
    public Database database() {
        return database;
    }

    @Override
    public void strike() throws SQLException {
        database.execute(settings);
        waits.begin(database);
        blocker.begin();
    }

    @Override
    public List<String> blockers() {
        return waits.seen();
    }

    @Override
    public void giveUp() {
        blocker.close();
    }

    @Override
    public void close() {
        waits.close();
        blocker.close();
    }
}
