package dev.stairway.matrix;

import dev.stairway.problem.ProblemException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Versions of one product that the user wants side by side.
 *
 * @param product lower-case product name
 * @param versions in the order of the configuration, each once; empty for none
 */
public record VersionList(String product, List<String> versions) {

    private static final Pattern MAJOR = Pattern.compile("[1-9]\\d{0,2}");

    public VersionList {
        versions = List.copyOf(versions);
    }

    /**
     * @param parameter as the user knows it
     * @throws ProblemException for what is no major version, and for one that is named twice
     */
    public static VersionList majors(String product, String parameter, List<String> words) {
        Set<String> versions = new LinkedHashSet<>();
        for (String word : words) {
            if (!MAJOR.matcher(word).matches()) {
                throw problem(
                        parameter,
                        "'" + word + "' is no major version of " + product,
                        words,
                        "Name major versions only, separated by commas: 16,17,18");
            }
            if (!versions.add(word)) {
                throw problem(
                        parameter,
                        "Version " + word + " of " + product + " is named twice",
                        words,
                        "Name every version once; each of them is walked in every scenario");
            }
        }
        return new VersionList(product, List.copyOf(versions));
    }

    /**
     * The databases with these versions in the place of the one without any, or behind them where there is none.
     *
     * @param databases in order; those of the product with a version of their own stay
     */
    public List<DatabaseRequest> in(List<DatabaseRequest> databases) {
        if (versions.isEmpty()) {
            return databases;
        }
        List<DatabaseRequest> all = new ArrayList<>();
        for (DatabaseRequest database : databases) {
            if (isOpen(database)) {
                versions.forEach(version -> all.add(database.of(version)));
            } else {
                all.add(database);
            }
        }
        if (databases.stream().noneMatch(this::isOpen)) {
            versions.forEach(version -> all.add(new DatabaseRequest(product, version)));
        }
        return all.stream().distinct().toList();
    }

    private boolean isOpen(DatabaseRequest database) {
        return database.product().equals(product) && database.version().isEmpty();
    }

    private static ProblemException problem(String parameter, String what, List<String> words, String next) {
        return ProblemException.setup(
                what,
                "<" + parameter + "> (-Dmigration." + parameter + ")",
                parameter + " is " + String.join(",", words),
                next,
                null);
    }
}
