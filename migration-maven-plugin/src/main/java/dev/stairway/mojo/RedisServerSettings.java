package dev.stairway.mojo;

import dev.stairway.database.redis.RedisTarget;
import dev.stairway.matrix.Cell.NamedChangelog;
import dev.stairway.matrix.DatabaseRequest;
import dev.stairway.secret.Credentials;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Parameters about a Redis server of the user's own. */
final class RedisServerSettings {

    private RedisServerSettings() {}

    /**
     * The server to walk on.
     *
     * @param url null for none
     * @param disposable null for none
     * @param credentials asked only for a server
     * @return null where no server was named
     */
    static RedisTarget target(String url, String disposable, Supplier<Credentials> credentials) {
        if (url == null || url.isBlank()) {
            return null;
        }
        Credentials found = credentials.get();
        RedisTarget target = RedisTarget.of(url, disposable, found.password());
        return target.user().isEmpty() ? target.withUser(found.user()) : target;
    }

    /**
     * What to tell when no cell of a run is walked on the server; empty when one is, or none was named. No error: a parent's
     * URL reaches modules without Redis.
     */
    static Optional<String> unused(
            RedisTarget target, List<NamedChangelog> changelogs, List<DatabaseRequest> databases) {
        boolean scripts =
                changelogs.stream().anyMatch(changelog -> changelog.engine().equals("redis"));
        if (target == null || scripts && databases.contains(DatabaseRequest.parse("redis"))) {
            return Optional.empty();
        }
        String walked = databases.stream().map(DatabaseRequest::toString).collect(Collectors.joining(", "));
        return Optional.of("<redisUrl> names redis://" + target.place() + ", and nothing is walked there: "
                + (scripts ? "the databases are " + walked : "there is no changelog of Redis scripts on " + walked)
                + ". Add redis, without a version, to <databases> (-Dmigration.databases)"
                + (scripts ? "" : ", and scripts to " + ConfiguredChangelogs.REDIS));
    }
}
