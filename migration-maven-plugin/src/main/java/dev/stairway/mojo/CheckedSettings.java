package dev.stairway.mojo;

import dev.stairway.problem.ProblemException;
import dev.stairway.run.Severity;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** Settings whose type lets more in than they mean. */
final class CheckedSettings {

    private CheckedSettings() {}

    /** Checks {@code <sampleRows>}. */
    static int sampleRows(int sampleRows) {
        if (sampleRows < 1 || sampleRows > 10_000) {
            throw ProblemException.setup(
                    "<sampleRows> is " + sampleRows,
                    "<sampleRows> (-Dmigration.sampleRows)",
                    "",
                    "Use 1 to 10000",
                    null);
        }
        return sampleRows;
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

    /** Checks {@code <regressionRatio>}: below 1 a time that has not changed would be a regression. */
    static double regressionRatio(double regressionRatio) {
        if (!(regressionRatio >= 1)) {
            throw ProblemException.setup(
                    "<regressionRatio> is " + regressionRatio,
                    "<regressionRatio> (-Dmigration.regressionRatio)",
                    "",
                    "Use 1 or more, for example 1.5 for half as much again",
                    null);
        }
        return regressionRatio;
    }

    /** The words of a list; {@code a, b,} on the command line has a space and an empty end. */
    static List<String> words(List<String> configured) {
        return configured == null
                ? List.of()
                : configured.stream()
                        .filter(Objects::nonNull)
                        .map(String::strip)
                        .filter(word -> !word.isEmpty())
                        .distinct()
                        .toList();
    }

    /** Checks {@code <liveClients>}. */
    static int liveClients(int liveClients) {
        if (liveClients < 1 || liveClients > 16) {
            throw ProblemException.setup(
                    "<liveClients> is " + liveClients,
                    "<liveClients> (-Dmigration.liveClients)",
                    "",
                    "Use 1 to 16, or <liveSessions>false</liveSessions>",
                    null);
        }
        return liveClients;
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
