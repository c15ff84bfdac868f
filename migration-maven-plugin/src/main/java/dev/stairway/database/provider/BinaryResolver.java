package dev.stairway.database.provider;

import java.nio.file.Path;

/** Fetches a jar of binaries. */
@FunctionalInterface
public interface BinaryResolver {

    /**
     * @return the jar in a local repository
     * @throws dev.stairway.problem.ProblemException when it cannot be had
     */
    Path resolve(String groupId, String artifactId, String version);
}
