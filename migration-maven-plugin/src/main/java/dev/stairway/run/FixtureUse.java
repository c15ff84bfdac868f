package dev.stairway.run;

import java.util.SortedMap;

/**
 * What became of a fixture in one cell.
 *
 * @param file as the user names it
 * @param loadedAfter id of the migration that had been applied last; empty when it was not loaded
 * @param loads how often it was loaded
 * @param rows rows of the first loading by qualified table; for a script under the empty name
 * @param reason why it was not loaded; empty when it was
 */
public record FixtureUse(String file, String loadedAfter, int loads, SortedMap<String, Long> rows, String reason) {}
