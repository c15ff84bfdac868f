package dev.stairway.engine.loader;

import dev.stairway.engine.EngineLibrary;
import java.util.Optional;

/**
 * Whose Liquibase runs, and why.
 *
 * @param projects true for the project's, false for the plugin's
 */
record LiquibaseChoice(boolean projects, EngineLibrary library) {

    private static final int OLDEST_MAJOR = 4;
    private static final int OLDEST_MINOR = 20;

    /**
     * @param loader of the project's classes
     * @param declared true when the user gave the plugin its Liquibase
     */
    static LiquibaseChoice of(ClassLoader loader, boolean declared) {
        String shipped = LiquibaseOfProject.shipped();
        if (declared) {
            return plugins(shipped, "from the dependencies of the plugin");
        }
        Optional<LiquibaseOfProject> found = LiquibaseOfProject.in(loader);
        if (found.isEmpty()) {
            return plugins(shipped, "shipped");
        }
        LiquibaseOfProject projects = found.get();
        if (!projects.isAtLeast(OLDEST_MAJOR, OLDEST_MINOR)) {
            return plugins(
                    shipped,
                    "shipped, because the project's " + projects.version() + " is older than " + OLDEST_MAJOR + "."
                            + OLDEST_MINOR);
        }
        boolean same = projects.version().equals(shipped) && !projects.extended();
        // The same classes twice would cost time and memory, and show nothing else.
        return same
                ? plugins(shipped, "shipped, as in the project")
                : new LiquibaseChoice(true, new EngineLibrary(projects.version(), "from the project"));
    }

    private static LiquibaseChoice plugins(String version, String origin) {
        return new LiquibaseChoice(false, new EngineLibrary(version, origin));
    }
}
