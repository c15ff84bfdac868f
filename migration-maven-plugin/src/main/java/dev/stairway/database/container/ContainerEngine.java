package dev.stairway.database.container;

import com.github.dockerjava.api.DockerClient;
import dev.stairway.problem.ProblemException;
import java.util.Objects;
import java.util.Optional;
import org.testcontainers.DockerClientFactory;

/** The engine that runs containers: Docker, Podman or what else speaks its language. Found by Testcontainers. */
final class ContainerEngine {

    private static final String LOOPBACK = "127.0.0.1";

    private final DockerClient client;
    private final ImageStore images;
    private final String address;

    private ContainerEngine(DockerClient client, ImageStore images, String address) {
        this.client = client;
        this.images = images;
        this.address = address;
    }

    /**
     * Looks for one, and starts Testcontainers' reaper unless the user has switched that off.
     *
     * @throws ProblemException when there is none, or its reaper does not start
     */
    static ContainerEngine find(boolean offline) {
        PullPolicy.offline(offline);
        try {
            DockerClient client = DockerClientFactory.instance().client();
            String address = DockerClientFactory.instance().dockerHostIpAddress();
            return new ContainerEngine(client, new ImageStore(client, offline), local(address) ? LOOPBACK : address);
        } catch (RuntimeException | LinkageError e) {
            throw Causes.problem(e).orElseGet(() -> none(e));
        }
    }

    private static boolean local(String address) {
        return address.equals("localhost") || address.equals(LOOPBACK);
    }

    private static ProblemException none(Throwable e) {
        String named = Optional.ofNullable(System.getenv("DOCKER_HOST")).orElse("");
        return ProblemException.setup(
                "No container engine answers",
                named.isEmpty() ? "the usual sockets of Docker and Podman" : "DOCKER_HOST=" + named,
                Objects.toString(e.getMessage(), e.toString()),
                "Start Docker or Podman (DOCKER_HOST names another socket), or take the embedded servers"
                        + " (-Dmigration.provider=embedded)",
                e);
    }

    DockerClient client() {
        return client;
    }

    ImageStore images() {
        return images;
    }

    /** Where the ports of containers are published. */
    String address() {
        return address;
    }

    /** True when the ports are published on this machine, for which nobody else needs to reach them. */
    boolean local() {
        return address.equals(LOOPBACK);
    }
}
