package dev.stairway.database.postgres;

import java.util.Map;

/** A database that PostgreSQL's own client programs can be pointed at. */
public interface ProgramTarget {

    /**
     * Says where it is in the variables that every such program reads, so that no password is in a command line:
     * https://www.postgresql.org/docs/current/libpq-envars.html
     *
     * @param environment of the program alone
     */
    void point(Map<String, String> environment);
}
