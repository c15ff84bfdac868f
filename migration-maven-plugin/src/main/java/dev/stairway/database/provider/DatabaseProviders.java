package dev.stairway.database.provider;

import dev.stairway.database.container.ContainerOptions;
import dev.stairway.database.container.ContainerProvider;
import dev.stairway.database.redis.RedisTarget;
import dev.stairway.problem.ProblemException;
import java.util.Map;
import java.util.TreeMap;

/** The ways in which databases come to be, by name. */
public final class DatabaseProviders {

    private final DatabaseProvider standard;
    private final Map<String, DatabaseProvider> named;

    private DatabaseProviders(DatabaseProvider standard, Map<String, DatabaseProvider> named) {
        this.standard = standard;
        this.named = named;
    }

    /** @param standard where the user leaves the way open */
    public static DatabaseProviders of(DatabaseProvider standard) {
        return new DatabaseProviders(standard, Map.of());
    }

    /**
     * Every way there is. Nothing is started or looked for before a database is asked for.
     *
     * @param redis a server of the user's own, taken where Redis is asked for without version and provider; null for none
     */
    public static DatabaseProviders all(
            BinaryResolver resolver, EmbeddedOptions embedded, RedisTarget redis, ContainerOptions containers) {
        DatabaseProvider own = new EmbeddedProvider(resolver, embedded);
        return of(NamedRedisProvider.over(own, redis))
                .with("embedded", own)
                .with("container", new ContainerProvider(containers));
    }

    /** The same and one more. */
    public DatabaseProviders with(String name, DatabaseProvider provider) {
        Map<String, DatabaseProvider> more = new TreeMap<>(named);
        more.put(name, provider);
        return new DatabaseProviders(standard, more);
    }

    /** @param name empty where the user leaves it open */
    public DatabaseProvider named(String name) {
        if (name.isEmpty()) {
            return standard;
        }
        DatabaseProvider found = named.get(name);
        if (found == null) {
            throw ProblemException.setup(
                    "There is no provider '" + name + "'",
                    "<databases> (-Dmigration.databases), <provider> (-Dmigration.provider)",
                    "available: " + String.join(", ", named.keySet()),
                    "Name one of these, or none for the default",
                    null);
        }
        return found;
    }
}
