package dev.stairway.database.provider;

import dev.stairway.database.Database;
import dev.stairway.database.DatabaseId;
import dev.stairway.database.DatabaseServer;
import dev.stairway.database.JdbcDatabase;
import dev.stairway.database.external.NamedTarget;
import dev.stairway.database.external.SessionLimits;
import dev.stairway.database.jdbc.LookedAt;
import dev.stairway.database.postgres.OperatedPostgres;
import dev.stairway.database.redis.OperatedRedis;
import dev.stairway.database.sqlite.OperatedSqlite;

/**
 * One database that the user named, to be worked on under its own name. It makes no other and removes none: what asks for a
 * fresh one, as those do who put a backup back, gets this very one.
 */
public final class OperatedServer implements DatabaseServer {

    private final Database database;
    private final String serverVersion;
    private final String driverVersion;

    private OperatedServer(Database database, String serverVersion, String driverVersion) {
        this.database = database;
        this.serverVersion = serverVersion;
        this.driverVersion = driverVersion;
    }

    /**
     * Connects once.
     *
     * @param drivers class loader that holds the driver of SQLite
     * @throws dev.stairway.problem.ProblemException when that fails; then nothing was written
     */
    public static OperatedServer open(NamedTarget target, SessionLimits limits, ClassLoader drivers) {
        switch (target.product()) {
            case "postgresql" -> {
                OperatedPostgres postgres = OperatedPostgres.open(target, limits);
                return new OperatedServer(of(postgres, limits), postgres.serverVersion(), "PostgreSQL JDBC Driver");
            }
            case "sqlite" -> {
                OperatedSqlite sqlite = OperatedSqlite.open(target, limits, drivers);
                return new OperatedServer(of(sqlite, limits), sqlite.id().version(), "SQLite JDBC");
            }
            default -> {
                OperatedRedis redis = OperatedRedis.open(target);
                return new OperatedServer(redis, redis.serverVersion(), "RESP client of this plugin");
            }
        }
    }

    private static Database of(JdbcDatabase database, SessionLimits limits) {
        return limits.readOnly() ? new LookedAt(database) : database;
    }

    public Database database() {
        return database;
    }

    /** Where it is, without credentials. */
    public String place() {
        return database instanceof JdbcDatabase jdbc
                ? jdbc.url()
                : ((OperatedRedis) database).endpoint().toString();
    }

    /** True once an engine was kept from writing, which it tries where its history is missing. */
    public boolean wantedToWrite() {
        return database instanceof LookedAt looked && looked.wantedToWrite();
    }

    @Override
    public DatabaseId id() {
        return database.id();
    }

    @Override
    public String serverVersion() {
        return serverVersion;
    }

    @Override
    public String driverVersion() {
        return driverVersion;
    }

    @Override
    public Database fresh(String nameHint) {
        return database;
    }

    @Override
    public boolean oneAtATime() {
        return true;
    }

    /** Ends the connections; the database stays. */
    @Override
    public void close() {
        database.close();
    }
}
