package dev.stairway.database.process;

import java.util.Collection;
import java.util.Map;

/** The environment of a program whose doing must not depend on who starts it. */
public final class NeutralEnvironment {

    private NeutralEnvironment() {}

    /**
     * Takes the user's language and time zone out.
     *
     * @param hidden prefixes of further variables to take out
     */
    public static void apply(Map<String, String> environment, Collection<String> hidden) {
        environment
                .keySet()
                .removeIf(name -> name.startsWith("LC_") || hidden.stream().anyMatch(name::startsWith));
        environment.put("LC_ALL", "C");
        environment.put("TZ", "UTC");
    }
}
