package dev.stairway.database.container;

import dev.stairway.problem.ProblemException;
import java.util.Objects;
import java.util.Optional;

/** Looks into the exceptions of Testcontainers, which wrap one another. */
final class Causes {

    private static final int DEEPEST = 20;

    private Causes() {}

    /** A problem of ours that went through it. */
    static Optional<ProblemException> problem(Throwable e) {
        Throwable cause = e;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            if (cause instanceof ProblemException problem) {
                return Optional.of(problem);
            }
            cause = cause.getCause();
        }
        return Optional.empty();
    }

    /** The message of the innermost, which says what has happened. */
    static String innermost(Throwable e) {
        Throwable cause = e;
        for (int depth = 0; cause.getCause() != null && depth < DEEPEST; depth++) {
            cause = cause.getCause();
        }
        return Objects.toString(cause.getMessage(), cause.toString()).strip();
    }
}
