package dev.stairway.script;

import java.util.List;
import java.util.Locale;

/** Finds in a Liquibase changelog file what its changeSets say, and where, whichever of the four formats it has. */
public final class ChangeSetOutlines {

    private ChangeSetOutlines() {}

    /**
     * Lists the changeSets in the order of the file; of text that cannot be parsed those before the error.
     *
     * @param file decides the format by its extension
     */
    public static List<ChangeSetOutline> in(String file, String text) {
        String name = file.toLowerCase(Locale.ROOT);
        if (name.endsWith(".xml")) {
            return XmlOutlines.in(file, text);
        }
        if (name.endsWith(".yaml") || name.endsWith(".yml") || name.endsWith(".json")) {
            return YamlOutlines.in(file, text);
        }
        return name.endsWith(".sql") ? SqlOutlines.in(file, text) : List.of();
    }
}
