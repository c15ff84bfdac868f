package dev.stairway.data.jdbc;

import java.util.List;
import java.util.stream.Collectors;

/** Names of tables and columns as SQL spells them. */
public final class Names {

    private Names() {}

    /** The name in double quotes. */
    public static String quoted(String identifier) {
        return '"' + identifier.replace("\"", "\"\"") + '"';
    }

    /** Names in double quotes, separated by commas. */
    public static String quoted(List<String> identifiers) {
        return identifiers.stream().map(Names::quoted).collect(Collectors.joining(", "));
    }
}
