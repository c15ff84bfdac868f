package dev.stairway.database.provider;

import dev.stairway.database.DatabaseServer;
import dev.stairway.database.Profile;
import dev.stairway.database.h2.H2Server;
import dev.stairway.database.mariadb.MariaDbServer;
import dev.stairway.database.postgres.ArchivingServer;
import dev.stairway.database.postgres.PostgresServer;
import dev.stairway.database.redis.RedisClusterServer;
import dev.stairway.database.redis.RedisProgram;
import dev.stairway.database.redis.RedisServer;
import dev.stairway.problem.ProblemException;
import java.nio.file.Path;
import java.sql.Driver;
import java.util.Objects;

/**
 * Databases that need nothing installed: PostgreSQL and MariaDB from a jar of binaries, SQLite and H2 from their drivers,
 * Redis from a jar or from this machine.
 */
public final class EmbeddedProvider implements DatabaseProvider {

    private final BinaryResolver resolver;
    private final EmbeddedOptions options;

    public EmbeddedProvider(BinaryResolver resolver, EmbeddedOptions options) {
        this.resolver = resolver;
        this.options = options;
    }

    @Override
    public DatabaseServer start(String product, String version) {
        return switch (product) {
            case "postgresql" -> startPostgres(version);
            case "sqlite" -> new SqliteReleases(resolver, options).start(version);
            case "h2" -> startH2(version);
            case "mariadb" -> startMariaDb(version);
            case "redis", "valkey" -> startRedis(product, version);
            case "redis-cluster", "valkey-cluster" -> startCluster(product, version);
            default ->
                throw ProblemException.setup(
                        "There is no embedded database '" + product + "'",
                        "<databases> (-Dmigration.databases)",
                        "available: postgresql, sqlite, h2, mariadb, redis, redis-cluster, valkey, valkey-cluster",
                        "Name one of these products",
                        null);
        };
    }

    private DatabaseServer startPostgres(String version) {
        PostgresBinaries.Coordinates wanted = PostgresBinaries.find(Platform.current(), version);
        Path jar = resolver.resolve(PostgresBinaries.GROUP, wanted.artifactId(), wanted.version());
        if (options.profile() == Profile.ARCHIVING) {
            return ArchivingServer.start(jar, wanted.major(), options.cacheDirectory(), options.workDirectory());
        }
        return PostgresServer.start(
                jar, wanted.major(), options.cacheDirectory(), options.workDirectory(), options.profile());
    }

    private DatabaseServer startRedis(String product, String version) {
        return RedisServer.start(redisProgram(product, version), options.workDirectory(), options.profile());
    }

    private DatabaseServer startCluster(String product, String version) {
        String single = product.substring(0, product.indexOf('-'));
        return RedisClusterServer.start(redisProgram(single, version), options.workDirectory(), options.profile());
    }

    /**
     * A server program that runs on this machine, for whoever starts it in another way than {@link #start}.
     *
     * @param product {@code redis} or {@code valkey}
     * @param version as in {@link #start}
     */
    public RedisProgram redisProgram(String product, String version) {
        String searchPath = Objects.requireNonNullElse(System.getenv("PATH"), "");
        return new RedisPrograms(
                        resolver, Platform.current(), options.redisProgram(), searchPath, options.cacheDirectory())
                .find(product, version);
    }

    /** The driver is the database: another release of one is another release of the other. */
    private DatabaseServer startH2(String version) {
        JdbcDrivers found = new JdbcDrivers(resolver, options.drivers());
        Driver driver = version.isEmpty() ? found.any(JdbcDrivers.H2) : found.ofRelease(JdbcDrivers.H2, version);
        return H2Server.start(driver, options.workDirectory(), options.profile());
    }

    private DatabaseServer startMariaDb(String version) {
        MariaDbBinaries.Coordinates wanted = MariaDbBinaries.find(Platform.current(), version);
        Path jar = resolver.resolve(wanted.groupId(), wanted.artifactId(), wanted.version());
        Driver driver = new JdbcDrivers(resolver, options.drivers()).any(JdbcDrivers.MARIADB);
        return MariaDbServer.start(jar, driver, options.cacheDirectory(), options.workDirectory(), options.profile());
    }
}
