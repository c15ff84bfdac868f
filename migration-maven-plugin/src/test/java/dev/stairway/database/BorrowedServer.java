package dev.stairway.database;

import java.util.List;
import java.util.function.Function;

/**
 * A server for somebody who closes what he was given, such as JUnit with the arguments of parameterized tests: it lives on.
 *
 * @param databases for each name hint a database
 */
public record BorrowedServer(DatabaseServer server, Function<String, Database> databases) implements DatabaseServer {

    /** With fresh databases. */
    public static BorrowedServer of(DatabaseServer server) {
        return new BorrowedServer(server, server::fresh);
    }

    @Override
    public DatabaseId id() {
        return server.id();
    }

    @Override
    public String serverVersion() {
        return server.serverVersion();
    }

    @Override
    public String driverVersion() {
        return server.driverVersion();
    }

    @Override
    public List<ProcessHandle> processes() {
        return server.processes();
    }

    @Override
    public Database fresh(String nameHint) {
        return databases.apply(nameHint);
    }

    @Override
    public void close() {
        // Closed by its owner.
    }

    @Override
    public String toString() {
        return server.id().key();
    }
}
