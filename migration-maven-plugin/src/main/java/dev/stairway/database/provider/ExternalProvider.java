package dev.stairway.database.provider;

import dev.stairway.database.DatabaseServer;
import dev.stairway.database.external.ExternalTarget;
import dev.stairway.database.named.ExternalJdbcServer;
import dev.stairway.database.postgres.ExternalPostgresServer;
import dev.stairway.database.postgres.PostgresMarking;
import dev.stairway.database.redis.ExternalRedisServer;
import dev.stairway.database.redis.RedisTarget;
import dev.stairway.database.sqlite.ExternalSqliteServer;
import dev.stairway.problem.ProblemException;
import java.util.List;
import java.util.stream.Collectors;

/** Servers that the user named by URL. Each opens its locks before anything is written to it. */
public final class ExternalProvider implements DatabaseProvider {

    private static final String SETTING = "<externalDatabases>, <redisUrl>";

    private final List<ExternalTarget> targets;
    private final RedisTarget redis;
    private final ClassLoader drivers;

    /**
     * @param redis null for none
     * @param drivers class loader that holds the JDBC drivers
     */
    public ExternalProvider(List<ExternalTarget> targets, RedisTarget redis, ClassLoader drivers) {
        this.targets = List.copyOf(targets);
        this.redis = redis;
        this.drivers = drivers;
    }

    @Override
    public DatabaseServer start(String product, String version) {
        if (product.equals("redis") && redis != null) {
            return redis(version);
        }
        List<ExternalTarget> fitting = targets.stream()
                .filter(target -> target.product().equals(product))
                .toList();
        if (fitting.size() != 1) {
            throw ProblemException.setup(
                    fitting.isEmpty()
                            ? "No database of the product " + product + " is named"
                            : "Several databases of the product " + product + " are named",
                    SETTING,
                    "named: " + named(),
                    fitting.isEmpty()
                            ? "Name one by its URL, or take another provider"
                            : "Name one in this execution, the others in executions of their own",
                    null);
        }
        return switch (product) {
            case "sqlite" -> sqlite(fitting.get(0), version);
            case "postgresql" -> ExternalPostgresServer.open(fitting.get(0), version);
            default -> jdbc(fitting.get(0), version);
        };
    }

    private DatabaseServer jdbc(ExternalTarget target, String version) {
        ExternalJdbcServer server = ExternalJdbcServer.open(target, drivers);
        String found = server.serverVersion();
        return fitting(server, version, found.startsWith(version + ".") ? version : found);
    }

    private DatabaseServer redis(String version) {
        ExternalRedisServer server = ExternalRedisServer.open(redis);
        return fitting(server, version, server.id().version());
    }

    private DatabaseServer sqlite(ExternalTarget target, String version) {
        ExternalSqliteServer server = ExternalSqliteServer.open(target, drivers);
        return fitting(server, version, server.serverVersion());
    }

    private static DatabaseServer fitting(DatabaseServer server, String wanted, String found) {
        if (wanted.isEmpty() || wanted.equals(found)) {
            return server;
        }
        server.close();
        throw ProblemException.setup(
                "The named database is not of the version that was asked for",
                SETTING,
                server.id().product() + " " + found + ", asked for " + wanted,
                "Leave the version out, or name another one",
                null);
    }

    private String named() {
        String names = targets.stream().map(ExternalTarget::product).collect(Collectors.joining(", "));
        return names.isEmpty() ? "none" : names;
    }

    /**
     * Puts the mark into an empty database, by which the user says that its server is for tests.
     *
     * @param days for which it is valid
     * @return where it was set
     * @throws ProblemException when a lock stays closed; then nothing was written
     */
    public static String mark(ExternalTarget target, int days, ClassLoader drivers) {
        return switch (target.product()) {
            case "sqlite" -> ExternalSqliteServer.mark(target, days, drivers);
            case "postgresql" -> PostgresMarking.mark(target, days);
            default -> ExternalJdbcServer.mark(target, days, drivers);
        };
    }
}
