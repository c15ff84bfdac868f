package dev.stairway.compare.behaviour;

import dev.stairway.compare.logical.LogicalSchema;
import dev.stairway.database.DatabaseId;
import dev.stairway.database.JdbcDatabase;

/**
 * One of the databases side by side, while no session of it is open.
 *
 * @param schema as it is now
 */
public record Member(JdbcDatabase database, LogicalSchema schema) {

    public DatabaseId id() {
        return database.id();
    }
}
