package dev.stairway.compare.schema;

import dev.stairway.compare.logical.LogicalSchema;
import dev.stairway.database.DatabaseId;

/** The schema of one of the databases. */
public record Seen(DatabaseId database, LogicalSchema schema) {}
