package dev.stairway.operate;

import dev.stairway.problem.ProblemException;
import java.util.Locale;
import java.util.Set;

/** What the user calls the place: nothing is undone by itself in production. */
public record Environment(String name) {

    private static final Set<String> PRODUCTION = Set.of("production", "prod", "live");

    /**
     * Of an operation that changes something.
     *
     * @param name null for none
     * @throws ProblemException when there is none
     */
    public static Environment required(String name) {
        if (name == null || name.isBlank()) {
            throw ProblemException.setup(
                    "Nobody said what environment this is",
                    "<environment> (-Dmigration.environment)",
                    "",
                    "Name it: -Dmigration.environment=production, or staging, or whatever you call it; in production nothing is"
                            + " taken back or restored by itself",
                    null);
        }
        return new Environment(name.strip());
    }

    public boolean production() {
        return PRODUCTION.contains(name.toLowerCase(Locale.ROOT));
    }
}
