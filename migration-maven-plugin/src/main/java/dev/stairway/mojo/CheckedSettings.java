package dev.stairway.mojo;

import dev.stairway.finding.Severity;
import dev.stairway.matrix.Scenario;
import dev.stairway.problem.ProblemException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/** Settings whose type lets more in than they mean. */
final class CheckedSettings {

    private CheckedSettings() {}

    /** Checks {@code <sampleRows>}. */
    static int sampleRows(int sampleRows) {
        return within("sampleRows", sampleRows, 10_000, "");
    }

    private static int within(String name, int value, int most, String instead) {
        if (value < 1 || value > most) {
            throw refused(name, Integer.toString(value), "Use 1 to " + most + instead);
        }
        return value;
    }

    /** A number that means nothing. */
    static ProblemException refused(String name, String value, String next) {
        return ProblemException.setup(
                "<" + name + "> is " + value, "<" + name + "> (-Dmigration." + name + ")", "", next, null);
    }

    /** Checks {@code <largeRows>}. */
    static int largeRows(int largeRows) {
        if (largeRows < 1 || largeRows > 100_000_000) {
            throw ProblemException.setup(
                    "<largeRows> is " + largeRows,
                    "<largeRows> (-Dmigration.largeRows)",
                    "",
                    "Use 1 to 100000000, for example 1000000",
                    null);
        }
        return largeRows;
    }

    /** The words of a list; {@code a, b,} on the command line has a space and an empty end. */
    static List<String> words(List<String> configured) {
        return everyWord(configured).stream().distinct().toList();
    }

    /** The same with what is there twice. */
    static List<String> everyWord(List<String> configured) {
        return configured == null
                ? List.of()
                : configured.stream()
                        .filter(Objects::nonNull)
                        .map(String::strip)
                        .filter(word -> !word.isEmpty())
                        .toList();
    }

    /** Checks that no two scenarios, upgrade paths included, have one name. */
    static List<Scenario> eachOnce(List<Scenario> scenarios) {
        Set<String> names = new HashSet<>();
        for (Scenario scenario : scenarios) {
            if (!names.add(scenario.name())) {
                throw ProblemException.setup(
                        "Two upgrade paths are called " + scenario.name(),
                        "<upgradePaths> in the pom",
                        "",
                        "Give each a <name> of its own",
                        null);
            }
        }
        return scenarios;
    }

    /** Checks {@code <maxAllowed>}. */
    static int maxAllowed(int maxAllowed) {
        if (maxAllowed < 0) {
            throw refused("maxAllowed", Integer.toString(maxAllowed), "Use 0 or more");
        }
        return maxAllowed;
    }

    /** Checks {@code <liveClients>}. */
    static int liveClients(int liveClients) {
        return within("liveClients", liveClients, 16, ", or <liveSessions>false</liveSessions>");
    }

    /** Reads {@code <failOnSeverity>}; null for {@code NONE}. */
    static Severity failOnSeverity(String failOnSeverity) {
        String name = failOnSeverity.trim().toUpperCase(Locale.ROOT);
        if (name.equals("NONE")) {
            return null;
        }
        try {
            return Severity.valueOf(name);
        } catch (IllegalArgumentException e) {
            throw ProblemException.setup(
                    "Unknown severity '" + failOnSeverity + "'",
                    "<failOnSeverity> (-Dmigration.failOnSeverity)",
                    "",
                    "Use ERROR, WARNING, INFO or NONE",
                    e);
        }
    }
}
