package dev.stairway.engine.liquibase;

import liquibase.database.AbstractJdbcDatabase;
import liquibase.database.Database;
import liquibase.database.DatabaseConnection;
import liquibase.database.DatabaseFactory;
import liquibase.database.OfflineConnection;
import liquibase.exception.DatabaseException;
import liquibase.resource.ResourceAccessor;

/**
 * A database of which only product and version are known. Unlike Liquibase's own it has no history, which would be a file:
 * https://docs.liquibase.com/workflows/database-setup-tutorials/offline.html
 */
final class NoConnection extends OfflineConnection {

    private NoConnection(String url, ResourceAccessor resources) {
        super(url, resources);
    }

    /**
     * One to render changes for.
     *
     * @param product lower-case name
     * @param version empty for the newest that Liquibase knows
     */
    static AbstractJdbcDatabase database(String product, String version, ResourceAccessor resources)
            throws DatabaseException {
        String url = "offline:" + product + (version.isEmpty() ? "" : "?version=" + version);
        DatabaseConnection connection = new NoConnection(url, resources);
        AbstractJdbcDatabase database = switch (product) {
            case "postgresql" -> new StepDatabases.Postgres();
            case "sqlite" -> new StepDatabases.Sqlite();
            default ->
                (AbstractJdbcDatabase) DatabaseFactory.getInstance().findCorrectDatabaseImplementation(connection);
        };
        database.setConnection(connection);
        return database;
    }

    /** Registers no history anywhere. */
    @Override
    public void attached(Database database) {
        ((AbstractJdbcDatabase) database).setCaseSensitive(false);
    }
}
