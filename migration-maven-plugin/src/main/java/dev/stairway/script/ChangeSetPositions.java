package dev.stairway.script;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Finds the changeSets of a Liquibase changelog file, whichever of its four formats it has. */
public final class ChangeSetPositions {

    private static final Set<String> ELEMENT = Set.of("changeSet");

    private ChangeSetPositions() {}

    /**
     * Lists the changeSets in the order of the file. Text that cannot be parsed yields what stands before the error: the
     * engine itself tells the user what is broken.
     *
     * @param file decides the format by its extension
     */
    public static List<ChangeSetPosition> in(String file, String text) {
        String name = file.toLowerCase(Locale.ROOT);
        if (name.endsWith(".xml")) {
            return positions(XmlEntries.in(text, ELEMENT));
        }
        if (name.endsWith(".yaml") || name.endsWith(".yml") || name.endsWith(".json")) {
            return positions(YamlEntries.in(text, ELEMENT));
        }
        return name.endsWith(".sql") ? SqlChangeSets.in(text) : List.of();
    }

    private static List<ChangeSetPosition> positions(List<ChangelogEntry> entries) {
        return entries.stream()
                .map(entry -> new ChangeSetPosition(entry.value("id"), entry.value("author"), entry.line()))
                .toList();
    }
}
