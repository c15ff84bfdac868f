package dev.stairway.compare.schema;

import java.util.Locale;

/** In what a part of a schema may differ. */
public enum Aspect {
    /** Some have it and others do not. */
    PRESENCE,
    TYPE,
    /** Whether the database keeps to the type that is declared. */
    ENFORCEMENT,
    NULLABILITY,
    DEFAULT,
    /** Who makes its values. */
    GENERATION,
    COLUMNS,
    COLUMN_ORDER,
    REFERENCED_COLUMNS,
    ON_DELETE,
    ON_UPDATE,
    DEFERRABLE,
    CONDITION,
    /** A unique key is a constraint, or only an index. */
    KIND,
    UNIQUENESS,
    NAME;

    /** As documents say it: {@code column-order}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** For people: {@code column order}. */
    public String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
