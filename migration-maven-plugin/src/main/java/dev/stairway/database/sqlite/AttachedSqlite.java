package dev.stairway.database.sqlite;

import dev.stairway.database.Handover;
import dev.stairway.database.JdbcDatabase;
import dev.stairway.database.jdbc.Drivers;

/** A file that another process of this machine has made. */
public final class AttachedSqlite {

    private AttachedSqlite() {}

    /**
     * Closing it leaves the file as it is.
     *
     * @param drivers class loader that holds the driver
     */
    public static JdbcDatabase open(Handover handover, ClassLoader drivers) {
        return SqliteDatabase.attached(handover, Drivers.load(drivers, SqliteServer.DRIVER));
    }
}
