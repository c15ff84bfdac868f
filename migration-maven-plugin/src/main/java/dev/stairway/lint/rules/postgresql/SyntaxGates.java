package dev.stairway.lint.rules.postgresql;

import java.util.List;

/** Syntax by the version that brought it: https://www.postgresql.org/docs/release/. */
final class SyntaxGates {

    private static final String LEAVE_IT = "Leave it out, or drop the older versions from the matrix";

    /** In the order of versions. */
    static final List<Gate> ALL = List.of(
            gate(14, "COMPRESSION of a column", "CREATE|ALTER ... COMPRESSION LZ4|PGLZ|DEFAULT"),
            gate(
                    14,
                    "CREATE OR REPLACE TRIGGER",
                    "CREATE OR REPLACE TRIGGER ...",
                    "DROP TRIGGER IF EXISTS, then CREATE TRIGGER"),
            gate(14, "CREATE OR REPLACE CONSTRAINT TRIGGER", "CREATE OR REPLACE CONSTRAINT TRIGGER ..."),
            gate(14, "a function body of BEGIN ATOMIC", "CREATE ... BEGIN ATOMIC", "AS $$ ... $$"),
            gate(
                    14,
                    "a multirange type",
                    "INT4MULTIRANGE|INT8MULTIRANGE|NUMMULTIRANGE|TSMULTIRANGE|TSTZMULTIRANGE|DATEMULTIRANGE",
                    "An array of ranges"),
            gate(14, "REINDEX of partitioned tables into a tablespace", "REINDEX ( ... TABLESPACE"),
            gate(14, "SEARCH DEPTH FIRST of a recursive query", "SEARCH DEPTH|BREADTH FIRST"),
            gate(14, "GROUP BY DISTINCT", "GROUP BY DISTINCT"),
            gate(14, "the role pg_read_all_data or pg_write_all_data", "PG_READ_ALL_DATA|PG_WRITE_ALL_DATA"),
            gate(15, "MERGE", "MERGE INTO", "INSERT ... ON CONFLICT DO UPDATE, or UPDATE and INSERT"),
            gate(
                    15,
                    "UNIQUE NULLS NOT DISTINCT",
                    "NULLS NOT DISTINCT",
                    "A unique index of coalesce(column, a value that never occurs), or a second partial index WHERE column IS NULL"),
            gate(15, "UNIQUE NULLS DISTINCT", "NULLS DISTINCT", "Leave it out: it is what happens anyway"),
            gate(
                    15,
                    "a view with security_invoker",
                    "CREATE|ALTER ... SECURITY_INVOKER",
                    "Row security policies on the tables, and a" + " function in place of the view"),
            gate(15, "ON DELETE SET NULL of some columns", "ON DELETE SET NULL|DEFAULT (", "A trigger that sets them"),
            gate(
                    15,
                    "SET ACCESS METHOD",
                    "ALTER TABLE|MATERIALIZED ... SET ACCESS METHOD",
                    "A new table USING the access method"),
            gate(
                    15,
                    "a publication of a whole schema",
                    "CREATE|ALTER PUBLICATION ... TABLES IN SCHEMA",
                    "FOR TABLE with every table"),
            gate(15, "an unlogged sequence", "CREATE UNLOGGED SEQUENCE ...", "A plain sequence"),
            gate(15, "COPY with HEADER MATCH", "COPY ... HEADER MATCH", "HEADER true"),
            gate(15, "GRANT of a parameter", "GRANT|REVOKE ... ON PARAMETER"),
            gate(15, "the role pg_checkpoint", "PG_CHECKPOINT"),
            gate(
                    16,
                    "STORAGE of a column of a new table",
                    "CREATE TABLE ... STORAGE PLAIN|EXTERNAL|EXTENDED|MAIN|DEFAULT",
                    "ALTER TABLE ... ALTER COLUMN ... SET STORAGE"),
            gate(15, "a locale provider of a database", "CREATE DATABASE ... LOCALE_PROVIDER|ICU_LOCALE"),
            gate(16, "JSON_OBJECT with keys and values", "JSON_OBJECT ( ' :", "json_build_object(...)"),
            gate(16, "JSON_OBJECT with keys and values", "JSON_OBJECT ( ' VALUE", "json_build_object(...)"),
            gate(16, "JSON_OBJECT with keys and values", "JSON_OBJECT ( KEY", "json_build_object(...)"),
            gate(16, "IS JSON", "IS JSON", "A function that casts to jsonb and catches the error"),
            gate(16, "IS NOT JSON", "IS NOT JSON", "A function that casts to jsonb and catches the error"),
            gate(
                    16,
                    "VACUUM without database statistics",
                    "VACUUM ( ... SKIP_DATABASE_STATS|ONLY_DATABASE_STATS|PROCESS_MAIN"),
            gate(16, "GRANT of a role WITH INHERIT or SET", "GRANT ... WITH INHERIT|SET TRUE|FALSE|OPTION"),
            gate(16, "rules of a collation", "CREATE COLLATION ... RULES ="),
            gate(
                    16,
                    "the role pg_create_subscription or pg_use_reserved_connections",
                    "PG_CREATE_SUBSCRIPTION|PG_USE_RESERVED_CONNECTIONS"),
            gate(17, "MERGE ... RETURNING", "MERGE ... RETURNING", "A SELECT behind it"),
            gate(
                    17,
                    "MERGE with WHEN NOT MATCHED BY SOURCE",
                    "NOT MATCHED BY SOURCE|TARGET",
                    "A DELETE or UPDATE of its own"),
            gate(
                    17,
                    "ALTER COLUMN ... SET EXPRESSION",
                    "ALTER ... SET EXPRESSION AS",
                    "Drop the generated column and add it again"),
            gate(
                    17,
                    "COPY with ON_ERROR",
                    "COPY ... ON_ERROR",
                    "COPY into a table of text columns, and clean the rows from there"),
            gate(17, "the privilege MAINTAIN", "GRANT|REVOKE MAINTAIN ..."),
            gate(17, "the role pg_maintain", "PG_MAINTAIN"),
            gate(
                    17,
                    "transaction_timeout",
                    "SET ... TRANSACTION_TIMEOUT",
                    "statement_timeout and idle_in_transaction_session_timeout"),
            gate(
                    17,
                    "transaction_timeout",
                    "ALTER ... SET TRANSACTION_TIMEOUT",
                    "statement_timeout and" + " idle_in_transaction_session_timeout"),
            gate(17, "AT LOCAL", "AT LOCAL", "AT TIME ZONE current_setting('TimeZone')"),
            gate(17, "an event trigger ON login", "CREATE EVENT TRIGGER ... ON LOGIN"),
            gate(
                    18,
                    "PRIMARY KEY or UNIQUE ... WITHOUT OVERLAPS",
                    "WITHOUT OVERLAPS",
                    "EXCLUDE USING gist (key WITH =, range WITH &&), with the extension btree_gist"),
            gate(18, "a foreign key with PERIOD", "FOREIGN KEY ( * , PERIOD", "A trigger"),
            gate(18, "NOT ENFORCED", "NOT ENFORCED", "NOT VALID, which checks new rows"),
            gate(
                    18,
                    "RETURNING of old values",
                    "INSERT|UPDATE|DELETE|WITH ... RETURNING OLD .",
                    "A SELECT ... FOR UPDATE before"),
            gate(
                    18,
                    "RETURNING of new values by the name new",
                    "INSERT|UPDATE|DELETE|WITH ... RETURNING NEW .",
                    "The columns without new"),
            gate(18, "RETURNING WITH (OLD AS ...)", "RETURNING WITH ("),
            gate(18, "COPY with REJECT_LIMIT", "COPY ... REJECT_LIMIT"),
            gate(18, "VACUUM ONLY or ANALYZE ONLY", "VACUUM|ANALYZE ONLY ..."));

    private SyntaxGates() {}

    private static Gate gate(int since, String what, String words) {
        return Gate.of(since, what, words, LEAVE_IT);
    }

    private static Gate gate(int since, String what, String words, String instead) {
        return Gate.of(since, what, words, instead);
    }
}
