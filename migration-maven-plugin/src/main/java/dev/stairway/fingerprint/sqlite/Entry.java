package dev.stairway.fingerprint.sqlite;

import java.util.List;
import java.util.Set;

/**
 * One row of {@code sqlite_schema}.
 *
 * @param sql null for automatic indexes
 */
record Entry(String type, String name, String table, String sql) {

    /** Modules that come with SQLite and keep their rows in tables of their own, which nobody else sees. */
    private static final Set<String> KNOWN_MODULES =
            Set.of("fts3", "fts4", "fts5", "fts4aux", "fts5vocab", "rtree", "rtree_i32");

    /** True when this is a virtual table that may write to other tables than its own. */
    boolean isOfUnknownModule() {
        if (!isVirtualTable()) {
            return false;
        }
        List<String> tokens = Tokens.of(sql);
        int using = tokens.indexOf("using");
        return using < 0 || using + 1 >= tokens.size() || !KNOWN_MODULES.contains(tokens.get(using + 1));
    }

    boolean isVirtualTable() {
        return type.equals("table")
                && sql != null
                && Tokens.of(sql).subList(0, 2).contains("virtual");
    }
}
