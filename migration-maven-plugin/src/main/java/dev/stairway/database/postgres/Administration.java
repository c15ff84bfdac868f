package dev.stairway.database.postgres;

import java.sql.SQLException;
import java.util.Optional;

/** Creates, copies and drops databases of one server. Safe for use by several threads. */
interface Administration {

    /**
     * A name for a copy.
     *
     * @param number of the copy, from 1 on
     */
    String nameOfCopy(String database, int number);

    /** A copy with what CREATE DATABASE leaves out: settings, rights, owner and comment of the database itself. */
    void copy(String from, String to);

    /** Ends what sessions there are. */
    void drop(String name);

    /**
     * Waits until the sessions that were closed a moment ago have left the server. Copying a database while one is there
     * makes the server itself wait in steps of 100 ms.
     *
     * @param processId a process known to have served the database, which leaves the list of activity a moment before it
     *     stops counting as a user; 0 for none
     */
    void awaitUnused(String name, int processId) throws SQLException;

    /** A database of the server that is made for nobody; empty where none may be used for looking around. */
    Optional<String> beside();

    /** What the files of a database take. */
    long bytes(String name);
}
