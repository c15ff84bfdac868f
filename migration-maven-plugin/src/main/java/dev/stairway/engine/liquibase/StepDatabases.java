package dev.stairway.engine.liquibase;

import java.util.Locale;
import liquibase.database.AbstractJdbcDatabase;
import liquibase.database.DatabaseFactory;
import liquibase.database.core.PostgresDatabase;
import liquibase.database.core.SQLiteDatabase;
import liquibase.exception.DatabaseException;

/**
 * Liquibase's view of a product, made once per cell. Two of them are compared by identity: Liquibase looks its executor
 * and history up by database several times per statement, and its own hash asks the driver.
 */
final class StepDatabases {

    private StepDatabases() {}

    /** One that is connected to nothing, for reading a changelog. */
    static AbstractJdbcDatabase unconnected(String product) {
        return product.toLowerCase(Locale.ROOT).contains("sqlite") ? new Sqlite() : new Postgres();
    }

    static AbstractJdbcDatabase connected(SessionConnection connection) throws DatabaseException {
        String product = connection.getDatabaseProductName();
        AbstractJdbcDatabase database =
                "PostgreSQL".equals(product) ? new Postgres() : "SQLite".equals(product) ? new Sqlite() : null;
        if (database == null) {
            return (AbstractJdbcDatabase) DatabaseFactory.getInstance().findCorrectDatabaseImplementation(connection);
        }
        database.setConnection(connection);
        return database;
    }

    /** PostgreSQL that puts the search path back only in changelogs that may have moved it. */
    static final class Postgres extends PostgresDatabase {

        private boolean restoresSearchPath = true;

        /**
         * Liquibase asks for the search path and sets it again before every changeSet: two round trips that are needed only
         * where a changeSet can have changed it.
         */
        void searchPathNeverChanges() {
            restoresSearchPath = false;
        }

        @Override
        public void rollback() throws DatabaseException {
            if (restoresSearchPath) {
                super.rollback();
            } else {
                getConnection().rollback();
            }
        }

        @Override
        public boolean equals(Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }
    }

    /** SQLite. */
    static final class Sqlite extends SQLiteDatabase {

        @Override
        public boolean equals(Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }
    }
}
