package dev.stairway.script.sql.tree;

/** Kinds of objects that are made, dropped, renamed or commented on. */
public enum ObjectKind {
    TABLE,
    COLUMN,
    CONSTRAINT,
    INDEX,
    VIEW,
    MATERIALIZED_VIEW,
    SEQUENCE,
    /** Enums, composite types and ranges. */
    TYPE,
    DOMAIN,
    FUNCTION,
    PROCEDURE,
    AGGREGATE,
    TRIGGER,
    EVENT_TRIGGER,
    RULE,
    POLICY,
    SCHEMA,
    DATABASE,
    EXTENSION,
    ROLE,
    TABLESPACE,
    PUBLICATION,
    SUBSCRIPTION,
    STATISTICS,
    COLLATION,
    OTHER
}
