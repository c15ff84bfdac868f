package dev.stairway.database.postgres;

import dev.stairway.database.Profile;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;

/** Program of a child JVM: starts a server, says so with its port, and waits for the end of its input. */
final class HoldServer {

    private HoldServer() {}

    public static void main(String[] arguments) throws IOException, SQLException {
        int major = Integer.parseInt(arguments[1]);
        PostgresServer server = PostgresServer.start(
                Path.of(arguments[0]), major, Path.of(arguments[2]), Path.of(arguments[3]), Profile.FAST);
        PostgresDatabase database = (PostgresDatabase) server.fresh("held");
        database.newSession().close();
        System.out.println("READY "
                + URI.create(database.url().substring("jdbc:".length())).getPort());
        System.in.transferTo(System.err);
    }
}
