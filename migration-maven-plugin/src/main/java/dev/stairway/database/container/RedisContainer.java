package dev.stairway.database.container;

import dev.stairway.database.redis.RedisHost;
import dev.stairway.database.redis.RedisSetup;
import java.io.IOException;
import org.testcontainers.images.builder.Transferable;
import org.testcontainers.utility.DockerImageName;

/** Redis or Valkey from an image with a shell, whatever the image itself would start. */
record RedisContainer(OwnContainer container) implements RedisHost {

    private static final String CONFIGURATION = "/stairway.conf";
    private static final String SINCE_SEVEN = "/stairway-7.conf";

    /**
     * A server that has ended stays away until it is told to come again, as an embedded one does: whoever asks must see that
     * it has ended. The container, and with it the port, outlives it.
     */
    private static final String SCRIPT = """
            server=$(command -v valkey-server || command -v redis-server) ||
              { echo 'neither redis-server nor valkey-server is in this image'; exit 1; }
            mkdir -p %1$s && cd %1$s && cp %2$s server.conf || exit 1
            case $("$server" --version) in *v=[1-6].*) ;; *) cat %3$s >>server.conf ;; esac
            mkfifo again || exit 1
            while :; do
              "$server" %1$s/server.conf
              read -r _ <again
            done
            """.formatted(OwnContainer.DIRECTORY, CONFIGURATION, SINCE_SEVEN);

    /** All processes but the first, which is the script's: https://man7.org/linux/man-pages/man2/kill.2.html */
    private static final String AGAIN = "kill -KILL -1; echo now >" + OwnContainer.DIRECTORY + "/again";

    static RedisContainer start(ContainerEngine engine, DockerImageName image, RedisSetup setup, boolean memory) {
        return new RedisContainer(OwnContainer.start(
                engine,
                image,
                setup.port(),
                memory,
                container -> container
                        .withCopyToContainer(
                                Transferable.of(setup.configuration(OwnContainer.DIRECTORY)), CONFIGURATION)
                        .withCopyToContainer(Transferable.of(setup.configurationSinceSeven()), SINCE_SEVEN)
                        .withCreateContainerCmdModifier(command -> command.withEntrypoint("sh", "-c", SCRIPT))));
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
    public boolean running() {
        return container.running();
    }

    @Override
    public void restart() throws IOException {
        container.run(AGAIN);
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
