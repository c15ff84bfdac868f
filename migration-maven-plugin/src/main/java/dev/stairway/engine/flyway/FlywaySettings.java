package dev.stairway.engine.flyway;

import dev.stairway.engine.ChangelogSource;
import dev.stairway.problem.ProblemException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What the user set: Flyway's own settings by their own names, and three that its free edition does not know.
 *
 * @param values with their full names, {@code flyway.table}
 * @param undoPrefix of the names of down scripts; Flyway's paid edition calls the setting so
 * @param downLocations folders of down scripts; empty for the folders of the migrations
 * @param skipsBaselines true when the versioned migrations run even where a baseline migration stands for them
 */
record FlywaySettings(
        Map<String, String> values, String undoPrefix, List<String> downLocations, boolean skipsBaselines) {

    private static final String PREFIX = "flyway.";
    private static final String DOWN = "downLocations";
    private static final String UNDO_PREFIX = "undoSqlMigrationPrefix";
    private static final String BASELINES = "baselineMigrations";
    private static final Pattern COMMA = Pattern.compile("\\s*,\\s*");

    /** What the walk itself decides, or what would make it prove nothing. */
    private static final Map<String, String> REFUSED = Map.of(
            "url", "The walk makes its own database; name the products in <databases>.",
            "user", "The walk makes its own database; name the products in <databases>.",
            "password", "The walk makes its own database; name the products in <databases>.",
            "driver", "The walk makes its own database; name the products in <databases>.",
            "environment", "The walk makes its own database; name the products in <databases>.",
            "locations", "Put the locations into <location>, with commas between them.",
            "cherryPick", "Every migration is walked; leave some out with <excludes>.",
            "skipExecutingMigrations", "Leave migrations out with <excludes>.",
            "loggers", "Its output is not shown; failures are told with their place.");

    private static final Set<String> CHOICES = Set.of("run", "skip");

    FlywaySettings {
        values = Map.copyOf(values);
        downLocations = List.copyOf(downLocations);
    }

    /** @throws ProblemException for a setting that has no place here */
    static FlywaySettings of(ChangelogSource source) {
        Map<String, String> own = new TreeMap<>();
        source.settings()
                .forEach((name, value) ->
                        own.put(name.startsWith(PREFIX) ? name.substring(PREFIX.length()) : name, value));
        String down = own.remove(DOWN);
        String baselines = own.remove(BASELINES);
        String undoPrefix = own.remove(UNDO_PREFIX);
        check(source, own, baselines);
        Map<String, String> values = new HashMap<>();
        source.parameters().forEach((name, value) -> values.put(PREFIX + "placeholders." + name, value));
        own.forEach((name, value) -> values.put(PREFIX + name, value));
        return new FlywaySettings(
                values,
                undoPrefix == null || undoPrefix.isBlank() ? "U" : undoPrefix.strip(),
                down == null ? List.of() : words(down),
                "skip".equals(baselines));
    }

    static List<String> words(String list) {
        return COMMA.splitAsStream(list.strip()).filter(word -> !word.isEmpty()).toList();
    }

    /** The value of one of Flyway's settings; the default when it was not set. */
    String value(String name, String byDefault) {
        return values.getOrDefault(PREFIX + name, byDefault);
    }

    /** The same with others in the place of some. */
    Map<String, String> with(Map<String, String> others) {
        Map<String, String> all = new HashMap<>(values);
        others.forEach((name, value) -> all.put(PREFIX + name, value));
        return all;
    }

    private static void check(ChangelogSource source, Map<String, String> own, String baselines) {
        own.keySet().stream().filter(REFUSED::containsKey).findFirst().ifPresent(name -> {
            throw ProblemException.setup(
                    "The setting '" + name + "' of Flyway cannot be used here",
                    "<settings> of the changelog " + source.location(),
                    "",
                    REFUSED.get(name),
                    null);
        });
        if (baselines != null && !CHOICES.contains(baselines)) {
            throw ProblemException.setup(
                    "The setting '" + BASELINES + "' is neither 'run' nor 'skip'",
                    "<settings> of the changelog " + source.location(),
                    baselines,
                    "'run' walks as Flyway does on an empty database, 'skip' walks the versioned migrations instead.",
                    null);
        }
    }
}
