package dev.stairway.database.provider;

import dev.stairway.database.DatabaseServer;

/** Starts databases. */
public interface DatabaseProvider {

    /**
     * @param product {@code postgresql}, {@code sqlite}, {@code h2}, {@code mariadb}, {@code redis} or {@code valkey}, of which
     *     the latter two also with {@code -cluster} at the end
     * @param version major version, release of Redis such as {@code 7.0}; empty for the newest
     * @throws dev.stairway.problem.ProblemException when it is not available here, listing what is
     */
    DatabaseServer start(String product, String version);
}
