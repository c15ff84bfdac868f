package dev.stairway.database.redis;

import java.nio.charset.StandardCharsets;

/**
 * What a server says that it is.
 *
 * @param product {@code redis} or {@code valkey}
 * @param version exact
 * @param sinceSeven true where it has functions and absolute expiries, as of Redis 7.0
 */
record ServerFacts(String product, String version, boolean sinceSeven) {

    static ServerFacts of(RedisConnection connection) {
        // Valkey tells the release of Redis that it is compatible with, too.
        String compatible = Info.field(connection, "server", "redis_version");
        boolean sinceSeven = Integer.parseInt(compatible.substring(0, compatible.indexOf('.'))) >= 7;
        String server = new String((byte[]) connection.call("INFO", "server"), StandardCharsets.UTF_8);
        return server.contains("valkey_version:")
                ? new ServerFacts("valkey", Info.field(connection, "server", "valkey_version"), sinceSeven)
                : new ServerFacts("redis", compatible, sinceSeven);
    }

    /** For example {@code 7.0}. */
    String release() {
        String[] parts = version.split("\\.");
        return parts.length < 2 ? version : parts[0] + "." + parts[1];
    }
}
