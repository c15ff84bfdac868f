package dev.stairway.integrity;

import dev.stairway.database.DatabaseId;
import dev.stairway.integrity.generic.GenericInspector;
import dev.stairway.integrity.postgres.PostgresInspector;
import dev.stairway.integrity.sqlite.SqliteInspector;
import java.util.Optional;

/** Chooses the dialect. */
public final class Inspectors {

    /** Longest time for one question, unless a test says otherwise; milliseconds. */
    public static final int LIMIT_MILLIS = 30_000;

    private Inspectors() {}

    /** Empty for a product without promises about rows. */
    public static Optional<Inspector> of(DatabaseId database) {
        return switch (database.product()) {
            case "postgresql" -> Optional.of(new PostgresInspector(LIMIT_MILLIS));
            case "sqlite" -> Optional.of(new SqliteInspector(LIMIT_MILLIS));
            case "redis", "redis-cluster", "valkey", "valkey-cluster" -> Optional.empty();
            default -> Optional.of(new GenericInspector(LIMIT_MILLIS));
        };
    }
}
