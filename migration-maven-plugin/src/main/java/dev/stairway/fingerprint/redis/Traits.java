package dev.stairway.fingerprint.redis;

import dev.stairway.database.redis.RedisConnection;
import dev.stairway.database.redis.RedisErrorException;
import java.nio.charset.StandardCharsets;

/**
 * What the server can do.
 *
 * @param absoluteExpiry it has PEXPIRETIME, since 7.0: https://redis.io/docs/latest/commands/pexpiretime/
 * @param functions it has FUNCTION, since 7.0: https://redis.io/docs/latest/commands/function-list/
 * @param fieldExpiry fields of a hash can expire, since 7.4: https://redis.io/docs/latest/commands/hpexpiretime/
 */
record Traits(boolean absoluteExpiry, boolean functions, boolean fieldExpiry) {

    static Traits of(RedisConnection connection) {
        return new Traits(has(connection, "PEXPIRETIME"), has(connection, "FUNCTION"), has(connection, "HPEXPIRETIME"));
    }

    /** Asked for by name, since other products that speak this protocol number their versions otherwise. */
    private static boolean has(RedisConnection connection, String command) {
        try {
            return connection.call("COMMAND", "INFO", command) instanceof java.util.List<?> list
                    && !list.isEmpty()
                    && list.get(0) != null;
        } catch (RedisErrorException refused) {
            return version(connection) >= 7;
        }
    }

    private static int version(RedisConnection connection) {
        String info = new String((byte[]) connection.call("INFO", "server"), StandardCharsets.UTF_8);
        return info.lines()
                .filter(line -> line.startsWith("redis_version:"))
                .map(line -> Integer.parseInt(line.substring("redis_version:".length(), line.indexOf('.'))))
                .findFirst()
                .orElse(0);
    }
}
