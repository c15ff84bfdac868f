package dev.stairway.mojo;

import dev.stairway.database.redis.RedisTarget;
import java.util.Map;

/** Parameters about a Redis server of the user's own. */
final class RedisServerSettings {

    private RedisServerSettings() {}

    /**
     * The server to walk on.
     *
     * @param url null for none
     * @param disposable null for none
     * @param passwordVariable name of a variable; null for none
     * @return null where no server was named
     */
    static RedisTarget target(String url, String disposable, String passwordVariable, Map<String, String> environment) {
        if (url == null || url.isBlank()) {
            return null;
        }
        return RedisTarget.of(url, disposable, passwordVariable == null ? null : environment.get(passwordVariable));
    }
}
