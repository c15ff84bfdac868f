package dev.stairway.database.container;

import dev.stairway.database.DatabaseServer;
import dev.stairway.problem.ProblemException;
import java.io.IOException;
import java.util.Map;
import org.testcontainers.DockerClientFactory;

/** Starts a server in a container, says which session of Testcontainers it belongs to, and ends as it is told to. */
final class HoldContainer {

    private HoldContainer() {}

    public static void main(String[] arguments) throws IOException {
        try {
            DatabaseServer server =
                    new ContainerProvider(new ContainerOptions(Map.of(), false, true)).start("redis", "7");
            server.fresh("held");
            System.out.println(DockerClientFactory.SESSION_ID);
            System.out.flush();
            if (System.in.read() == 'x') {
                System.exit(1);
            }
            // Told nothing: waits to be killed.
            System.in.read();
        } catch (ProblemException e) {
            System.out.println(e.getMessage());
            System.exit(0);
        }
    }
}
