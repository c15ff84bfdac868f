package dev.stairway.database.redis;

import java.nio.charset.StandardCharsets;

/** Fields of the server's INFO: https://redis.io/docs/latest/commands/info/ */
final class Info {

    private Info() {}

    /** @throws IllegalStateException when the section has no such field */
    static String field(RedisConnection connection, String section, String name) {
        String text = new String((byte[]) connection.call("INFO", section), StandardCharsets.UTF_8);
        return text.lines()
                .filter(line -> line.startsWith(name + ":"))
                .map(line -> line.substring(name.length() + 1).strip())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The server's INFO " + section + " has no " + name));
    }

    /** Number of changes since the last save or start; it rises with every write of any client. */
    static long changes(RedisConnection connection) {
        return Long.parseLong(field(connection, "persistence", "rdb_changes_since_last_save"));
    }
}
