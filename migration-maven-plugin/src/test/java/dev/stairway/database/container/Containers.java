package dev.stairway.database.container;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.model.Container;
import dev.stairway.database.DatabaseServer;
import dev.stairway.problem.ProblemException;
import java.util.List;
import java.util.Map;
import org.testcontainers.DockerClientFactory;

/** The container engine of this machine, for tests. */
public final class Containers {

    /** One for all tests of a JVM, as in a run. */
    private static final ContainerProvider PROVIDER = new ContainerProvider(ContainerOptions.DEFAULT);

    private Containers() {}

    /** Skips the test where no engine answers, unless {@code STAIRWAY_REQUIRE_CONTAINERS=true}. */
    public static void assumed() {
        try {
            ContainerEngine.find(false);
        } catch (ProblemException e) {
            if (required()) {
                throw e;
            }
            assumeTrue(false, "No container engine: " + e.problem().evidence());
        }
    }

    private static boolean required() {
        return "true".equals(System.getenv("STAIRWAY_REQUIRE_CONTAINERS"));
    }

    /** The caller closes it. */
    public static DatabaseServer start(String product, String version) {
        assumed();
        return PROVIDER.start(product, version);
    }

    /** Containers of servers that this JVM has started and that are still there, running or not. */
    static List<String> left() {
        return left(DockerClientFactory.SESSION_ID);
    }

    static List<String> left(String session) {
        return client()
                .listContainersCmd()
                .withShowAll(true)
                .withLabelFilter(Map.of(
                        OwnContainer.LABEL, "container", DockerClientFactory.TESTCONTAINERS_SESSION_ID_LABEL, session))
                .exec()
                .stream()
                .map(Container::getId)
                .toList();
    }

    static DockerClient client() {
        return DockerClientFactory.instance().client();
    }
}
