package dev.stairway.matrix;

import dev.stairway.problem.ProblemException;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A database as the user asked for it.
 *
 * @param product lower-case product name
 * @param version as asked for; empty for the default
 * @param provider {@code embedded}, {@code container} or {@code external}; empty where the user leaves it open
 */
public record DatabaseRequest(String product, String version, String provider) {

    private static final Set<String> PROVIDERS = Set.of("embedded", "container", "external");

    /** A part of the program that uses it, so that no provider has anything to start. */
    private static final Set<String> LIBRARIES = Set.of("sqlite", "h2");

    /** Whose provider is left open. */
    public DatabaseRequest(String product, String version) {
        this(product, version, "");
    }

    /**
     * Parses {@code postgresql}, {@code postgresql:17}, {@code postgresql:17:container}, {@code postgresql:container}; spaces
     * and parentheses do as well, as in the reports' {@code postgresql 17 (container)}.
     */
    public static DatabaseRequest parse(String text) {
        List<String> words = List.of(text.replaceAll("[\\s:()]+", " ")
                .strip()
                .toLowerCase(Locale.ROOT)
                .split(" "));
        String last = words.get(words.size() - 1);
        boolean provided = words.size() > 1 && PROVIDERS.contains(last);
        int plain = provided ? words.size() - 1 : words.size();
        if (plain > 2) {
            throw ProblemException.setup(
                    "'" + text.strip() + "' names no database",
                    "<databases> (-Dmigration.databases)",
                    "'" + last + "' is no provider",
                    "Write product:version:provider, the last one of embedded, container and external",
                    null);
        }
        return new DatabaseRequest(product(words.get(0)), plain == 2 ? words.get(1) : "", provided ? last : "");
    }

    /**
     * The same by this provider where the user left it open.
     *
     * @param standard empty for none
     * @throws ProblemException when there is no such provider
     */
    public DatabaseRequest byDefault(String standard) {
        if (!standard.isEmpty() && !PROVIDERS.contains(standard)) {
            throw ProblemException.setup(
                    "There is no provider '" + standard + "'",
                    "<provider> (-Dmigration.provider)",
                    "",
                    "Use embedded, container or external",
                    null);
        }
        return provider.isEmpty() && !LIBRARIES.contains(product)
                ? new DatabaseRequest(product, version, standard)
                : this;
    }

    /** The same in another version. */
    public DatabaseRequest of(String other) {
        return new DatabaseRequest(product, other);
    }

    private static String product(String name) {
        return switch (name) {
            case "postgres", "pg" -> "postgresql";
            case "sqlite3" -> "sqlite";
            case "maria" -> "mariadb";
            default -> name;
        };
    }

    /** As {@link #parse} reads it. */
    @Override
    public String toString() {
        return product + (version.isEmpty() ? "" : ":" + version) + (provider.isEmpty() ? "" : ":" + provider);
    }
}
