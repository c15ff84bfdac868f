package dev.stairway.data.jdbc;

import dev.stairway.data.generic.GenericStore;
import dev.stairway.data.postgres.PostgresStore;
import dev.stairway.data.sqlite.SqliteStore;
import dev.stairway.database.JdbcDatabase;

/** Opens the {@link JdbcStore} that suits a database. */
public final class JdbcStores {

    private JdbcStores() {}

    /**
     * A store that connects when first used; the caller closes it.
     */
    public static JdbcStore of(JdbcDatabase database) {
        return switch (database.id().product()) {
            case "postgresql" -> new PostgresStore(database);
            case "sqlite" -> new SqliteStore(database);
            default -> new GenericStore(database);
        };
    }
}
