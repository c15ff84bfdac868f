package dev.stairway.lint.rules.support;

import dev.stairway.script.sql.tree.Name;

/**
 * A lock of a table that a statement takes and keeps until its transaction ends.
 *
 * @param table as the statement or the schema writes it
 * @param work how long the statement itself is busy with the table
 * @param offset in the statement, of what needs the lock
 */
public record LockNeed(Name table, LockMode mode, Work work, int offset) {

    /** How long a statement is busy with a table. */
    public enum Work {
        /** The same for every number of rows. */
        QUICK,
        /** It reads every row, as a check, an index or a foreign key does. */
        SCANS,
        /** It writes every row anew. */
        REWRITES
    }

    /** True when it takes the longer the more rows there are. */
    public boolean slow() {
        return work != Work.QUICK;
    }
}
