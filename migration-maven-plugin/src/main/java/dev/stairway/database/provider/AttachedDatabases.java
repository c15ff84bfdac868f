package dev.stairway.database.provider;

import dev.stairway.database.Database;
import dev.stairway.database.Handover;
import dev.stairway.database.postgres.AttachedPostgres;
import dev.stairway.database.redis.AttachedRedis;
import dev.stairway.database.sqlite.AttachedSqlite;

/** Databases that another process of this machine has made and keeps. */
public final class AttachedDatabases {

    private AttachedDatabases() {}

    /**
     * Closing it leaves the database as it is.
     *
     * @param drivers class loader that holds the JDBC drivers
     */
    public static Database open(Handover handover, ClassLoader drivers) {
        return switch (handover.id().product()) {
            case "postgresql" -> AttachedPostgres.open(handover);
            case "sqlite" -> AttachedSqlite.open(handover, drivers);
            case "redis", "valkey" -> AttachedRedis.open(handover);
            default -> throw new IllegalArgumentException("no way into " + handover);
        };
    }
}
