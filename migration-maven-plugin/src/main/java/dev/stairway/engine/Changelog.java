package dev.stairway.engine;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A parsed changelog.
 *
 * @param location as the user named it
 * @param migrations in the order in which they would run, of all databases
 * @param tags names of states, in order: tag to the id of the last migration that belongs to it
 */
public record Changelog(String location, List<Migration> migrations, Map<String, String> tags) {
    public Changelog {
        migrations = List.copyOf(migrations);
        tags = Collections.unmodifiableMap(new LinkedHashMap<>(tags));
    }

    /** One whose engine has no tags. */
    public Changelog(String location, List<Migration> migrations) {
        this(location, migrations, Map.of());
    }
}
