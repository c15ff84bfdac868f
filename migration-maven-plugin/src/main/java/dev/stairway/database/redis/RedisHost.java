package dev.stairway.database.redis;

import java.io.IOException;

/** A running Redis server that belongs to one database, in a place whose files are out of reach. */
public interface RedisHost {

    /** Name or address at which it listens. */
    String host();

    int port();

    /** False once it has ended for good. */
    boolean running();

    /** Ends the server, however busy it is, and starts it anew at the same place without any data. */
    void restart() throws IOException;

    /** What the server said last, for a message. */
    String lastLines();

    /** Ends it at once and removes everything of it. */
    void stop() throws IOException;
}
