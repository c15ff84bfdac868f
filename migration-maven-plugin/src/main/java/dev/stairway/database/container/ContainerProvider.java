package dev.stairway.database.container;

import dev.stairway.database.DatabaseServer;
import dev.stairway.database.postgres.PostgresServer;
import dev.stairway.database.provider.DatabaseProvider;
import dev.stairway.database.redis.HostedRedisServer;
import dev.stairway.problem.ProblemException;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.testcontainers.utility.DockerImageName;
import org.testcontainers.utility.ImageNameSubstitutor;

/** Databases in containers. The engine is looked for once, when the first one is asked for. */
public final class ContainerProvider implements DatabaseProvider {

    private static final String NAME = "container";

    private final ContainerOptions options;
    private ContainerEngine engine;
    private ProblemException none;

    public ContainerProvider(ContainerOptions options) {
        this.options = options;
    }

    @Override
    public DatabaseServer start(String product, String version) {
        String name = Images.of(options.images(), product, version);
        ContainerEngine found = engine();
        DockerImageName image = parse(name);
        DatabaseServer server = switch (product) {
            case "postgresql" -> postgres(found, image, version);
            case "redis", "valkey" ->
                HostedRedisServer.start(setup -> RedisContainer.start(found, image, setup, options.memory()), NAME);
            default -> throw new IllegalStateException("An image of no known product: " + product);
        };
        return asAsked(server, product, version, name);
    }

    private DatabaseServer postgres(ContainerEngine found, DockerImageName image, String version) {
        try {
            return PostgresServer.over(PostgresContainer.start(found, image, version, options.memory()), NAME);
        } catch (IOException e) {
            throw new UncheckedIOException("A container was not removed", e);
        }
    }

    private synchronized ContainerEngine engine() {
        if (none != null) {
            throw none;
        }
        if (engine == null) {
            try {
                engine = ContainerEngine.find(options.offline());
            } catch (ProblemException e) {
                none = e;
                throw e;
            }
        }
        return engine;
    }

    /** As the user's own configuration of Testcontainers, such as a mirror, would have it. */
    private static DockerImageName parse(String name) {
        try {
            DockerImageName image = DockerImageName.parse(name);
            image.assertValid();
            return ImageNameSubstitutor.instance().apply(image);
        } catch (IllegalArgumentException e) {
            throw ProblemException.setup(
                    "'" + name + "' names no container image",
                    "<containerImages> (-Dmigration.containerImages)",
                    String.valueOf(e.getMessage()),
                    "Write it as docker pull takes it, as in registry.example.com/postgres:17",
                    e);
        }
    }

    /** An image may hold something else than its name says. */
    private static DatabaseServer asAsked(DatabaseServer server, String product, String version, String image) {
        String found = server.serverVersion();
        boolean fits = server.id().product().equals(product)
                && (version.isEmpty() || found.equals(version) || found.startsWith(version + "."));
        if (fits) {
            return server;
        }
        String is = server.id().product() + " " + found;
        server.close();
        throw ProblemException.setup(
                "The container image " + image + " holds " + is + " instead of " + product + " " + version,
                "<containerImages> (-Dmigration.containerImages)",
                "",
                "Name the image of that version, or another version in <databases>",
                null);
    }
}
