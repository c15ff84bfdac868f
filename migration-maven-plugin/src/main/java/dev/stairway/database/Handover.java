package dev.stairway.database;

/**
 * What another process of this machine needs in order to work on the same database. It may hold a password: it goes through a
 * pipe, and nowhere else.
 *
 * @param id of the database
 * @param place file, or host, port and name
 * @param user empty where nobody signs in
 * @param password empty where none is asked for
 */
public record Handover(DatabaseId id, String place, String user, String password) {

    /** Without the password. */
    @Override
    public String toString() {
        return id + " at " + place;
    }
}
