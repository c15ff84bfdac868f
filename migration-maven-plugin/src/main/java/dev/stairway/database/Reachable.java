package dev.stairway.database;

/** A database behind a port of TCP, which may be reached by another way as well. */
public interface Reachable extends Database {

    /** Name or address of its server. */
    String host();

    /** Of its server. */
    int port();

    /**
     * The same database by another way, for an engine that applies migrations. Closing it ends its connections and nothing
     * else; states are kept and restored by this one, while that one is closed.
     */
    Database via(String host, int port);
}
