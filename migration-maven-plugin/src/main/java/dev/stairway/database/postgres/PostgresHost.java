package dev.stairway.database.postgres;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A running PostgreSQL server that belongs to this run alone, wherever it runs. Its text holds no secret. */
public interface PostgresHost {

    /** Name or address at which it listens. */
    String host();

    int port();

    /** Value of {@code cluster_name}, by which a client knows this very server. */
    String identity();

    /** Of the superuser {@code postgres}; never printed. */
    String password();

    /** Where its files are and its processes can be seen; empty where they are out of reach. */
    Optional<Path> files();

    /** Its processes on this machine, without their children; empty where they are out of reach. */
    default List<ProcessHandle> processes() {
        return List.of();
    }

    /** False once it has ended. */
    boolean running();

    /** What the server said last, for a message. */
    String lastLines();

    /** Ends it at once and removes everything of it. */
    void stop() throws IOException;
}
