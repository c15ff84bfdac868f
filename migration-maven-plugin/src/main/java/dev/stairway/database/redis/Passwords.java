package dev.stairway.database.redis;

import dev.stairway.database.process.Secrets;

/** The passwords of the users of an embedded server; their text says nothing. */
final class Passwords {

    private final String user = Secrets.random();
    private final String keeper = Secrets.random();

    /** Of {@link Settings#USER}. */
    String user() {
        return user;
    }

    /** Of {@link Settings#KEEPER}. */
    String keeper() {
        return keeper;
    }

    @Override
    public String toString() {
        return "Passwords";
    }
}
