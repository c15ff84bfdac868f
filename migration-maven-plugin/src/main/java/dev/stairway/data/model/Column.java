package dev.stairway.data.model;

import dev.stairway.data.value.ValueType;

/**
 * A column.
 *
 * @param name as the database knows it, unquoted
 * @param nullable neither NOT NULL nor of a domain that forbids NULL
 * @param origin who gives the value
 * @param constantDefault has a default that is the same whenever and wherever it is taken
 */
public record Column(String name, ValueType type, boolean nullable, Origin origin, boolean constantDefault) {

    /** Who gives a column its value. */
    public enum Origin {
        /** The one who inserts the row. */
        ROW,
        /** The database counts, unless the row brings a value: serial, identity by default, rowid. */
        COUNTED,
        /** The database alone: generated columns, identity always. */
        DATABASE
    }

    public boolean given() {
        return origin == Origin.ROW;
    }
}
