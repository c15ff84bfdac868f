package dev.stairway.fault.sqlite;

import dev.stairway.database.JdbcDatabase;
import dev.stairway.fault.Fault;
import dev.stairway.fault.Injection;
import dev.stairway.fault.ProductFaults;
import java.util.EnumSet;
import java.util.Set;

/**
 * Another connection writes for longer than the migration may wait; and the file may not grow, which SQLite answers as it does a
 * full disk: https://www.sqlite.org/rescode.html#full
 */
public final class SqliteFaults implements ProductFaults {

    private final JdbcDatabase database;

    public SqliteFaults(JdbcDatabase database) {
        this.database = database;
    }

    @Override
    public Set<Fault> known() {
        return EnumSet.of(Fault.LOCK_TIMEOUT, Fault.NO_ROOM);
    }

    @Override
    public Injection put(Fault fault) {
        return switch (fault) {
            case LOCK_TIMEOUT -> new BusyInjection(database);
            case NO_ROOM -> new FullInjection(database);
            default -> throw new IllegalArgumentException(fault + " is not known here");
        };
    }
}
