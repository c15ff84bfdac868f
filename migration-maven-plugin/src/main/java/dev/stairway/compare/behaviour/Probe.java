package dev.stairway.compare.behaviour;

import java.sql.SQLException;

/**
 * Something to try on every database in a transaction that is rolled back.
 *
 * @param subject where
 * @param tag tells probes of one kind apart whose differences are no one's that belong together; may be empty
 * @param what what is tried, as a noun that is accepted or refused: {@code 51 characters in varchar(50)}
 * @param attempt how
 */
record Probe(ProbeKind kind, Subject subject, String tag, String what, Attempt attempt) {

    /** Tries it on one database; the same code runs for all of them. */
    @FunctionalInterface
    interface Attempt {

        /**
         * @return what was there afterwards
         * @throws SQLException when the database refuses it
         * @throws Unprepared when something before it was refused
         */
        Stored on(Stage stage) throws SQLException;
    }
}
