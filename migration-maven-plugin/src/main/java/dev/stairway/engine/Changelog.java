package dev.stairway.engine;

import java.util.List;

/**
 * A parsed changelog.
 *
 * @param location as the user named it
 * @param migrations in the order in which they would run, of all databases
 */
public record Changelog(String location, List<Migration> migrations) {
    public Changelog {
        migrations = List.copyOf(migrations);
    }
}
