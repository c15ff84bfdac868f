package dev.stairway.compare.behaviour;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** PostgreSQL's way. */
final class PostgresDialect extends Dialect {

    PostgresDialect() {
        super("postgresql");
    }

    @Override
    List<String> settings() {
        return List.of(
                "SET standard_conforming_strings = on",
                "SET datestyle = 'ISO, YMD'",
                "SET timezone = 'UTC'",
                "SET bytea_output = 'hex'",
                "SET extra_float_digits = 1",
                "SET client_min_messages = 'error'");
    }

    @Override
    List<String> patience(int millis) {
        return List.of("SET lock_timeout = " + millis);
    }

    @Override
    String bytes(String hex) {
        return "'\\x" + hex + "'";
    }

    @Override
    String returning(String insert, String columns) {
        return insert + " RETURNING " + columns;
    }

    /** See <a href="https://www.postgresql.org/docs/current/sql-insert.html">INSERT</a>: without it an explicit number is refused. */
    @Override
    String overriding() {
        return " OVERRIDING SYSTEM VALUE ";
    }

    @Override
    void settle(Connection connection, String child) throws SQLException {
        run(connection, "SET CONSTRAINTS ALL IMMEDIATE");
    }

    @Override
    void align(Connection connection, String table, String column) throws SQLException {
        String text = "'" + table.replace("'", "''") + "', '" + column.replace("'", "''") + "'";
        run(
                connection,
                "SELECT pg_catalog.setval(s::pg_catalog.regclass, m) FROM (SELECT pg_catalog.pg_get_serial_sequence("
                        + text + ") AS s, (SELECT pg_catalog.max(" + name(column) + ") FROM " + table
                        + ") AS m) q WHERE s IS NOT NULL AND m IS NOT NULL");
    }
}
