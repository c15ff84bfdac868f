package dev.stairway.mojo;

import dev.stairway.problem.ProblemException;
import dev.stairway.run.Severity;
import java.util.Locale;

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
