package dev.stairway.perf.advice;

import java.util.Optional;

/** Knows one way to write a statement that keeps others waiting, and a better one. */
@FunctionalInterface
interface Form {

    /**
     * @param words of a statement, from its front
     * @return empty when it is another statement, or nobody was seen to wait for it
     */
    Optional<Advised> look(Words words, Observed observed);
}
