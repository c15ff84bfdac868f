package dev.stairway.mojo;

import dev.stairway.database.redis.RedisTarget;
import java.util.Map;
import java.util.Objects;
import org.apache.maven.settings.Server;

/** Parameters about a Redis server of the user's own. */
final class RedisServerSettings {

    private RedisServerSettings() {}

    /**
     * The server to walk on.
     *
     * @param url null for none
     * @param disposable null for none
     * @param passwordVariable name of a variable; null for none
     * @param server of the settings, whose user and password are taken instead; null for none
     * @return null where no server was named
     */
    static RedisTarget target(
            String url, String disposable, String passwordVariable, Map<String, String> environment, Server server) {
        if (url == null || url.isBlank()) {
            return null;
        }
        if (server == null) {
            String password = passwordVariable == null ? null : environment.get(passwordVariable);
            return RedisTarget.of(url, disposable, password);
        }
        RedisTarget target = RedisTarget.of(url, disposable, server.getPassword());
        return target.user().isEmpty() ? target.withUser(Objects.requireNonNullElse(server.getUsername(), "")) : target;
    }
}
