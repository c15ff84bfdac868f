package dev.stairway.script;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Finds the includes of a Liquibase changelog file; SQL files have none. */
public final class IncludePositions {

    private static final Set<String> ELEMENTS = Set.of("include", "includeAll");

    private IncludePositions() {}

    /**
     * Lists them in the order of the file; of text that cannot be parsed those before the error.
     *
     * @param file decides the format by its extension
     */
    public static List<IncludePosition> in(String file, String text) {
        return entries(file.toLowerCase(Locale.ROOT), text).stream()
                .map(entry -> new IncludePosition(
                        entry.value(entry.element().equals("include") ? "file" : "path"),
                        Boolean.parseBoolean(entry.value("relativeToChangelogFile")),
                        entry.line()))
                .toList();
    }

    private static List<ChangelogEntry> entries(String name, String text) {
        if (name.endsWith(".xml")) {
            return XmlEntries.in(text, ELEMENTS);
        }
        boolean yaml = name.endsWith(".yaml") || name.endsWith(".yml") || name.endsWith(".json");
        return yaml ? YamlEntries.in(text, ELEMENTS) : List.of();
    }
}
