package dev.stairway.catalog;

import dev.stairway.catalog.generic.GenericReader;
import dev.stairway.catalog.postgres.PostgresReader;
import dev.stairway.catalog.sqlite.SqliteReader;
import dev.stairway.compare.logical.LogicalReader;
import dev.stairway.database.JdbcDatabase;

/** Chooses the reader of a product. */
public final class LogicalReaders {

    private LogicalReaders() {}

    /** Of any database that speaks JDBC; others have no schema that could be compared. */
    public static LogicalReader of(JdbcDatabase database) {
        return switch (database.id().product()) {
            case "postgresql" -> new PostgresReader(database.onlySchema());
            case "sqlite" -> new SqliteReader();
            default -> new GenericReader(database.onlySchema());
        };
    }
}
