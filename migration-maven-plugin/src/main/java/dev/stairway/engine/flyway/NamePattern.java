package dev.stairway.engine.flyway;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How Flyway reads the names of files, for those that it does not read itself. */
final class NamePattern {

    private static final Pattern ENDING = Pattern.compile("(\\.(down|undo))?(\\.[A-Za-z]+)$");

    private final Pattern undo;
    private final Pattern migration;

    private NamePattern(Pattern undo, Pattern migration) {
        this.undo = undo;
        this.migration = migration;
    }

    /**
     * What a name says.
     *
     * @param version as {@link #version(String)} writes it; empty for a repeatable migration
     */
    record Name(String version, String description) {}

    static NamePattern of(FlywaySettings settings) {
        String separator = Pattern.quote(settings.value("sqlMigrationSeparator", "__"));
        String endings = FlywaySettings.words(settings.value("sqlMigrationSuffixes", ".sql")).stream()
                .map(Pattern::quote)
                .collect(Collectors.joining("|", "(?:", ")"));
        String rest = "([\\d._]*?)(?:" + separator + "(.*?))?(?:\\.(?:down|undo))?" + endings;
        String prefixes = Stream.of(
                        settings.value("sqlMigrationPrefix", "V"), settings.value("repeatableSqlMigrationPrefix", "R"))
                .map(Pattern::quote)
                .collect(Collectors.joining("|", "(?:", ")"));
        return new NamePattern(
                Pattern.compile(Pattern.quote(settings.undoPrefix()) + rest), Pattern.compile(prefixes + rest));
    }

    /** What a file takes back. */
    Optional<Name> undo(String fileName) {
        Matcher matcher = undo.matcher(fileName);
        return matcher.matches()
                ? Optional.of(new Name(
                        version(matcher.group(1)),
                        matcher.group(2) == null ? "" : matcher.group(2).replace('_', ' ')))
                : Optional.empty();
    }

    /** Name of the migration, without an ending, that a file with this name belongs to. */
    Optional<String> migration(String fileName) {
        return migration.matcher(fileName).matches() ? Optional.of(stem(fileName)) : Optional.empty();
    }

    /** Without its ending. */
    static String stem(String fileName) {
        return ENDING.matcher(fileName).replaceFirst("");
    }

    /** A version in the one way of writing it: Flyway takes 1, 01, 1.0 and 1_0 for the same. */
    static String version(String written) {
        List<String> parts = Stream.of(written.replace('_', '.').split("\\."))
                .map(part -> part.replaceFirst("^0+(?=.)", ""))
                .toList();
        int last = parts.size();
        while (last > 1 && parts.get(last - 1).equals("0")) {
            last--;
        }
        return String.join(".", parts.subList(0, last));
    }
}
