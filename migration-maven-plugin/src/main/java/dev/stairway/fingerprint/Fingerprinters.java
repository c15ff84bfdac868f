package dev.stairway.fingerprint;

import dev.stairway.database.Database;
import dev.stairway.database.JdbcDatabase;
import dev.stairway.database.redis.RedisDatabase;
import dev.stairway.fingerprint.generic.GenericFingerprinter;
import dev.stairway.fingerprint.postgres.PostgresFingerprinter;
import dev.stairway.fingerprint.redis.RedisFingerprintOptions;
import dev.stairway.fingerprint.redis.RedisFingerprinter;
import dev.stairway.fingerprint.sqlite.SqliteFingerprinter;
import java.util.List;
import java.util.Set;

/** Chooses the dialect. */
public final class Fingerprinters {

    private Fingerprinters() {}

    /** What no fingerprint of this product sees. */
    public static List<Limit> limits(String product) {
        return Limit.of(
                switch (product) {
                    case "postgresql" -> "postgres";
                    case "sqlite" -> "sqlite";
                    case "redis", "redis-cluster", "valkey", "valkey-cluster" -> "redis";
                    case "h2" -> "generic/h2";
                    case "mariadb", "mysql" -> "generic/mariadb";
                    default -> "generic/standard";
                });
    }

    /**
     * A fingerprinter that has read nothing yet; call {@link Fingerprinter#readAll} first.
     *
     * @param bookkeepingTables tables of the engine that are no part of the state, with or without schema; on
     *     Redis the beginnings of its keys
     */
    public static Fingerprinter open(Database database, Set<String> bookkeepingTables) {
        return open(database, bookkeepingTables, false);
    }

    /**
     * Same.
     *
     * @param serverState true to compare on Redis the users and settings of the server as well
     */
    public static Fingerprinter open(Database database, Set<String> bookkeepingTables, boolean serverState) {
        String product = database.id().product();
        if (database instanceof JdbcDatabase jdbc && product.equals("postgresql")) {
            return PostgresFingerprinter.open(jdbc, bookkeepingTables);
        }
        if (database instanceof JdbcDatabase jdbc && product.equals("sqlite")) {
            return SqliteFingerprinter.open(jdbc, bookkeepingTables);
        }
        if (database instanceof RedisDatabase redis) {
            return RedisFingerprinter.open(
                    redis, bookkeepingTables, RedisFingerprintOptions.DEFAULT.withServerState(serverState));
        }
        if (database instanceof JdbcDatabase jdbc) {
            return GenericFingerprinter.open(jdbc, bookkeepingTables);
        }
        throw new IllegalArgumentException("no fingerprint for " + product);
    }

    /**
     * Same, with every reading checked by a whole one and the result in {@link Fingerprinter#missed}. The fingerprint of a
     * key-value store has no rows to leave out and stays as it is.
     */
    public static Fingerprinter paranoid(Database database, Set<String> bookkeepingTables, boolean serverState) {
        Fingerprinter fast = open(database, bookkeepingTables, serverState);
        return database instanceof JdbcDatabase ? checked(fast, open(database, bookkeepingTables, serverState)) : fast;
    }

    /**
     * Same, of two given ones.
     *
     * @param fast the one under check
     * @param whole another one of the same database
     */
    public static Fingerprinter checked(Fingerprinter fast, Fingerprinter whole) {
        return new ParanoidFingerprinter(fast, whole);
    }
}
