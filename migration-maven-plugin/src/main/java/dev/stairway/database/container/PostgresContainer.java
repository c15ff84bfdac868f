package dev.stairway.database.container;

import dev.stairway.database.postgres.PostgresHost;
import dev.stairway.database.postgres.PostgresSetup;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.testcontainers.utility.DockerImageName;

/** PostgreSQL from an image that knows the variables of the official one: https://hub.docker.com/_/postgres */
record PostgresContainer(OwnContainer container, PostgresSetup setup) implements PostgresHost {

    private static final int PORT = 5432;

    /** Set by the official images and those made from them. */
    private static final String MAJOR = "PG_MAJOR";

    /** The oldest that is supported, all of whose settings later ones know. */
    private static final String OLDEST = "14";

    /** @param version as asked for; empty for none */
    static PostgresContainer start(ContainerEngine engine, DockerImageName image, String version, boolean memory) {
        engine.images().require(image);
        String asked = version.isEmpty() ? OLDEST : version;
        String major = engine.images().variable(image, MAJOR).orElse(asked);
        PostgresSetup setup = new PostgresSetup();
        List<String> command = new ArrayList<>(List.of("postgres"));
        command.addAll(setup.arguments(Integer.parseInt(major.split("\\D", 2)[0])));
        return new PostgresContainer(
                OwnContainer.start(
                        engine,
                        image,
                        PORT,
                        memory,
                        container -> container
                                .withEnv(setup.environment(OwnContainer.DIRECTORY + "/data"))
                                .withCommand(command.toArray(String[]::new))),
                setup);
    }

    @Override
    public String host() {
        return container.host();
    }

    @Override
    public int port() {
        return container.port();
    }

    @Override
    public String identity() {
        return setup.identity();
    }

    @Override
    public String password() {
        return setup.password();
    }

    @Override
    public Optional<Path> files() {
        return Optional.empty();
    }

    @Override
    public boolean running() {
        return container.running();
    }

    @Override
    public String lastLines() {
        return container.lastLines();
    }

    @Override
    public void stop() {
        container.stop();
    }
}
