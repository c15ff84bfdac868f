package dev.stairway.matrix;

import java.util.Locale;

/**
 * A database as the user asked for it.
 *
 * @param product lower-case product name
 * @param version as asked for; empty for the default
 */
public record DatabaseRequest(String product, String version) {

    /** Parses {@code postgresql}, {@code postgresql:17}, {@code sqlite}. */
    public static DatabaseRequest parse(String text) {
        String trimmed = text.trim().toLowerCase(Locale.ROOT);
        int colon = trimmed.indexOf(':');
        return colon < 0
                ? new DatabaseRequest(product(trimmed), "")
                : new DatabaseRequest(
                        product(trimmed.substring(0, colon).trim()),
                        trimmed.substring(colon + 1).trim());
    }

    /** The same in another version. */
    public DatabaseRequest of(String other) {
        return new DatabaseRequest(product, other);
    }

    private static String product(String name) {
        return switch (name) {
            case "postgres", "pg" -> "postgresql";
            case "sqlite3" -> "sqlite";
            default -> name;
        };
    }

    @Override
    public String toString() {
        return version.isEmpty() ? product : product + ":" + version;
    }
}
