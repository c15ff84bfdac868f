package dev.stairway.fault.postgres;

import dev.stairway.database.JdbcDatabase;
import dev.stairway.fault.Fault;
import dev.stairway.fault.Injection;
import dev.stairway.fault.ProductFaults;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Locks and deadlocks are those of a real second session; the timeouts are set in the session of the migration, as an
 * administrator sets them for its role. Room runs out for what sorts and index builds write besides the tables
 * (https://www.postgresql.org/docs/current/runtime-config-resource.html#GUC-TEMP-FILE-LIMIT); a full disk would end the server
 * for everybody.
 */
public final class PostgresFaults implements ProductFaults {

    private static final List<String> LOCK_TIMEOUT = List.of("SET lock_timeout = '300ms'");
    private static final List<String> STATEMENT_TIMEOUT = List.of("SET statement_timeout = '300ms'");
    private static final List<String> NO_ROOM =
            List.of("SET temp_file_limit = 0", "SET work_mem = '64kB'", "SET maintenance_work_mem = '1MB'");

    private final JdbcDatabase database;
    private final Set<String> bookkeeping;

    /** @param bookkeeping tables of the engine, in lower case and without a schema */
    public PostgresFaults(JdbcDatabase database, Set<String> bookkeeping) {
        this.database = database;
        this.bookkeeping = Set.copyOf(bookkeeping);
    }

    @Override
    public Set<Fault> known() {
        return EnumSet.of(
                Fault.LOCK_TIMEOUT, Fault.LONG_TRANSACTION, Fault.STATEMENT_TIMEOUT, Fault.DEADLOCK, Fault.NO_ROOM);
    }

    @Override
    public Injection put(Fault fault) throws SQLException {
        return switch (fault) {
            case LOCK_TIMEOUT -> new SettingsInjection(database, LOCK_TIMEOUT, held("ACCESS EXCLUSIVE"));
            case LONG_TRANSACTION -> new SettingsInjection(database, LOCK_TIMEOUT, held("ROW EXCLUSIVE"));
            case STATEMENT_TIMEOUT -> new SettingsInjection(database, STATEMENT_TIMEOUT, held("ACCESS EXCLUSIVE"));
            case DEADLOCK -> new DeadlockInjection(database, bookkeeping);
            case NO_ROOM -> new SettingsInjection(database, NO_ROOM, Blocker.NONE);
            default -> throw new IllegalArgumentException(fault + " is not known here");
        };
    }

    private Blocker held(String mode) {
        return new HeldTables(database, bookkeeping, mode);
    }
}
