package dev.stairway.script.sql.tree;

/**
 * A name of an object.
 *
 * @param schema as the product stores it; empty where it is not written
 * @param name as the product stores it: PostgreSQL folds what is not quoted to lower case, SQLite keeps it as it is
 * @param written as it stands in the statement, with quotes and schema
 * @param quoted true when the name itself stands in quotes
 */
public record Name(String schema, String name, String written, boolean quoted) {

    /** True for the same name in any case, and for a schema only where both say one. */
    public boolean same(Name other) {
        boolean schemas = schema.isEmpty() || other.schema.isEmpty() || schema.equalsIgnoreCase(other.schema);
        return schemas && name.equalsIgnoreCase(other.name);
    }

    /** True for this name without a schema, in any case. */
    public boolean is(String other) {
        return name.equalsIgnoreCase(other);
    }

    /** As it stands in the statement. */
    @Override
    public String toString() {
        return written;
    }
}
