package dev.stairway.database.external;

import dev.stairway.problem.ProblemException;
import java.util.function.Supplier;

/**
 * A set-up in which a database that somebody named must not be written to.
 *
 * @param name for people
 * @param refusal part of the refusal: code of the lock, or other words where it is no lock that refuses
 * @param run arranges the set-up, tries, and says how it ended; then puts everything back
 */
record Hostile(String name, String refusal, Run run) {

    /** What is tried. */
    @FunctionalInterface
    interface Attempt {
        void open() throws Exception;
    }

    /** One set-up from beginning to end. */
    @FunctionalInterface
    interface Run {
        void with(Trial trial) throws Exception;
    }

    /** Notices how an attempt ends. */
    static final class Trial {

        private final Supplier<String> books;
        private String refusal = "it was not tried";
        private String written = "";

        /** @param books of the server, which only grow; empty for none */
        Trial(Supplier<String> books) {
            this.books = books;
        }

        /** Tries, within an arranged set-up. */
        void attempt(Attempt attempt) throws Exception {
            int before = books.get().length();
            try {
                attempt.open();
                refusal = "it was not refused";
            } catch (ProblemException problem) {
                refusal = problem.getMessage();
            }
            written = books.get().substring(before);
        }

        /** What came into the books by the attempt. */
        String written() {
            return written;
        }

        String refusal() {
            return refusal;
        }
    }
}
