package dev.stairway.database.container;

import com.github.dockerjava.api.exception.DockerException;
import dev.stairway.problem.ProblemException;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Looks into the exceptions of Testcontainers, which wrap one another. */
final class Causes {

    private static final int DEEPEST = 20;

    private Causes() {}

    /** A problem of ours that went through it. */
    static Optional<ProblemException> problem(Throwable e) {
        return chain(e).filter(ProblemException.class::isInstance)
                .map(ProblemException.class::cast)
                .findFirst();
    }

    /** What the engine itself has said; Testcontainers would describe the whole container instead. */
    static Optional<String> ofEngine(Throwable e) {
        return chain(e).filter(DockerException.class::isInstance)
                .map(Causes::message)
                .findFirst();
    }

    /** The message of the innermost, which says what has happened. */
    static String innermost(Throwable e) {
        return message(chain(e).reduce((outer, inner) -> inner).orElse(e));
    }

    private static String message(Throwable e) {
        return Objects.toString(e.getMessage(), e.toString()).strip();
    }

    private static Stream<Throwable> chain(Throwable e) {
        return Stream.iterate(e, Objects::nonNull, Throwable::getCause).limit(DEEPEST);
    }
}
