package dev.stairway.fingerprint.sqlite;

/**
 * One row of {@code sqlite_schema}.
 *
 * @param sql null for automatic indexes
 */
record Entry(String type, String name, String table, String sql) {

    boolean isVirtualTable() {
        return type.equals("table")
                && sql != null
                && Tokens.of(sql).subList(0, 2).contains("virtual");
    }
}
