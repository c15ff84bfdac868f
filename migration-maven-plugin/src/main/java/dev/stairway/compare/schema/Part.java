package dev.stairway.compare.schema;

import java.util.Locale;

/** What a schema is made of. */
public enum Part {
    TABLE,
    VIEW,
    COLUMN,
    PRIMARY_KEY,
    UNIQUE_KEY,
    FOREIGN_KEY,
    CHECK,
    INDEX;

    /** For people: {@code foreign key}. */
    public String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
