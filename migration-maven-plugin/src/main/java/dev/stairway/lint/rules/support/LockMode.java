package dev.stairway.lint.rules.support;

import java.util.Locale;

/** Locks of tables, from weak to strong: https://www.postgresql.org/docs/current/explicit-locking.html#LOCKING-TABLES */
public enum LockMode {
    ACCESS_SHARE,
    ROW_SHARE,
    ROW_EXCLUSIVE,
    SHARE_UPDATE_EXCLUSIVE,
    SHARE,
    SHARE_ROW_EXCLUSIVE,
    EXCLUSIVE,
    ACCESS_EXCLUSIVE;

    /** As LOCK TABLE writes it; the strongest where nothing is written. */
    public static LockMode of(String written) {
        String name = written.strip().toUpperCase(Locale.ROOT).replaceAll("\\s+", "_");
        for (LockMode mode : values()) {
            if (mode.name().equals(name)) {
                return mode;
            }
        }
        return ACCESS_EXCLUSIVE;
    }

    /** True when a plain SELECT has to wait. */
    public boolean blocksReads() {
        return this == ACCESS_EXCLUSIVE;
    }

    /** True when INSERT, UPDATE and DELETE have to wait. */
    public boolean blocksWrites() {
        return compareTo(SHARE) >= 0;
    }

    /** As the manual writes it. */
    @Override
    public String toString() {
        return name().replace('_', ' ');
    }
}
