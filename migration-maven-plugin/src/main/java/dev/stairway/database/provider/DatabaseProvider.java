package dev.stairway.database.provider;

import dev.stairway.database.DatabaseServer;

/** Starts databases. */
public interface DatabaseProvider {

    /**
     * @param product {@code postgresql} or {@code sqlite}
     * @param version major version; empty for the newest
     * @throws dev.stairway.problem.ProblemException when it is not available here, listing what is
     */
    DatabaseServer start(String product, String version);
}
