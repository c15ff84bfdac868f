package dev.stairway.measure.lock;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The modes of a lock on a relation, weakest first.
 *
 * @see <a href="https://www.postgresql.org/docs/current/explicit-locking.html#LOCKING-TABLES">Table 13.2, Conflicting Lock
 *     Modes</a>
 */
enum PostgresMode {
    ACCESS_SHARE("AccessShareLock"),
    ROW_SHARE("RowShareLock"),
    ROW_EXCLUSIVE("RowExclusiveLock"),
    SHARE_UPDATE_EXCLUSIVE("ShareUpdateExclusiveLock"),
    SHARE("ShareLock"),
    SHARE_ROW_EXCLUSIVE("ShareRowExclusiveLock"),
    EXCLUSIVE("ExclusiveLock"),
    ACCESS_EXCLUSIVE("AccessExclusiveLock");

    private final String label;

    PostgresMode(String label) {
        this.label = label;
    }

    /** As {@code pg_locks} writes it. */
    String label() {
        return label;
    }

    static PostgresMode of(String label) {
        for (PostgresMode mode : values()) {
            if (mode.label.equals(label)) {
                return mode;
            }
        }
        throw new IllegalArgumentException("PostgreSQL has no lock mode " + label);
    }

    /** One row of the manual's table. */
    private Set<PostgresMode> conflicts() {
        return switch (this) {
            case ACCESS_SHARE -> EnumSet.of(ACCESS_EXCLUSIVE);
            case ROW_SHARE -> EnumSet.range(EXCLUSIVE, ACCESS_EXCLUSIVE);
            case ROW_EXCLUSIVE -> EnumSet.range(SHARE, ACCESS_EXCLUSIVE);
            case SHARE_UPDATE_EXCLUSIVE -> EnumSet.range(SHARE_UPDATE_EXCLUSIVE, ACCESS_EXCLUSIVE);
            case SHARE -> without(EnumSet.range(ROW_EXCLUSIVE, ACCESS_EXCLUSIVE), SHARE);
            case SHARE_ROW_EXCLUSIVE -> EnumSet.range(ROW_EXCLUSIVE, ACCESS_EXCLUSIVE);
            case EXCLUSIVE -> EnumSet.range(ROW_SHARE, ACCESS_EXCLUSIVE);
            case ACCESS_EXCLUSIVE -> EnumSet.allOf(PostgresMode.class);
        };
    }

    private static Set<PostgresMode> without(EnumSet<PostgresMode> modes, PostgresMode left) {
        modes.remove(left);
        return modes;
    }

    boolean conflictsWith(PostgresMode other) {
        return conflicts().contains(other);
    }

    /** SELECT takes ACCESS SHARE, a change of rows ROW EXCLUSIVE, and some change of the schema each of the others. */
    List<Blocked> blocks() {
        List<Blocked> blocked = new ArrayList<>();
        if (conflictsWith(ACCESS_SHARE)) {
            blocked.add(Blocked.READS);
        }
        if (conflictsWith(ROW_EXCLUSIVE)) {
            blocked.add(Blocked.WRITES);
        }
        blocked.add(Blocked.DDL);
        return blocked;
    }

    /** True when clients that do not change the schema have to wait. */
    boolean felt() {
        return conflictsWith(ROW_EXCLUSIVE);
    }
}
