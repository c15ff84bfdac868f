package dev.stairway.database.container;

import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.PortBinding;
import com.github.dockerjava.api.model.Ports;
import dev.stairway.database.process.ClosedOnce;
import dev.stairway.problem.ProblemException;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.testcontainers.containers.Container.ExecResult;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.AbstractWaitStrategy;
import org.testcontainers.utility.DockerImageName;
import org.testcontainers.utility.LogUtils;

/** One container of this run. It goes away with this JVM; where that is killed, Testcontainers' reaper sees to it. */
final class OwnContainer {

    /** Where the server keeps its files. */
    static final String DIRECTORY = "/stairway";

    /** By which our containers can be told from others. */
    static final String LABEL = "dev.stairway.provider";

    private static final int LAST_LINES = 20;

    private final Contained container;
    private final ContainerEngine engine;
    private final int port;
    private final ClosedOnce removing;

    private OwnContainer(Contained container, ContainerEngine engine, int port) {
        this.container = container;
        this.engine = engine;
        this.port = port;
        this.removing = ClosedOnce.orAtExit("stairway-container-stop", this::remove);
    }

    /**
     * Starts one and does not wait for the server in it. Leaves nothing behind when it fails.
     *
     * @param port of the server inside
     * @param memory true when the server's files may lie in memory
     * @param setUp what else is to be said about it
     * @throws ProblemException when it cannot be started
     */
    static OwnContainer start(
            ContainerEngine engine,
            DockerImageName image,
            int port,
            boolean memory,
            Consumer<GenericContainer<?>> setUp) {
        engine.images().require(image);
        Contained container = new Contained(image);
        setUp.accept(container);
        container.withExposedPorts(port).withLabel(LABEL, "container");
        if (memory) {
            container.withTmpFs(Map.of(DIRECTORY, "rw,mode=1777"));
        }
        if (engine.local()) {
            container.withCreateContainerCmdModifier(command -> bind(command.getHostConfig(), engine.address(), port));
        }
        OwnContainer own = new OwnContainer(container, engine, port);
        try {
            container.start();
            return own;
        } catch (RuntimeException e) {
            String seen = own.lastLines();
            own.stop();
            throw Causes.problem(e).orElseGet(() -> notStarted(image, e, seen));
        }
    }

    // Reached from this machine alone.
    private static void bind(HostConfig host, String address, int port) {
        if (host != null) {
            host.withPortBindings(new PortBinding(Ports.Binding.bindIp(address), ExposedPort.tcp(port)));
        }
    }

    private static ProblemException notStarted(DockerImageName image, RuntimeException e, String seen) {
        return ProblemException.setup(
                "The container of " + image.asCanonicalNameString() + " did not start",
                "container engine",
                Causes.ofEngine(e).orElse("it ended at once") + (seen.isEmpty() ? "" : "\n" + seen),
                "Look at the messages above; an image of something else or for another processor, and too little memory are"
                        + " the usual reasons",
                e);
    }

    String host() {
        return engine.address();
    }

    /** Of the server, as it is published. */
    int port() {
        return container.getMappedPort(port);
    }

    boolean running() {
        return !removing.isDone() && container.isRunning();
    }

    /**
     * Runs a command of a shell inside.
     *
     * @throws IOException when it fails
     */
    void run(String script) throws IOException {
        try {
            ExecResult result = container.execInContainer("sh", "-c", script);
            if (result.getExitCode() != 0) {
                throw new IOException("exit code " + result.getExitCode() + ": " + result.getStderr());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while a command ran in a container", e);
        }
    }

    /** The end of its log; empty where there is none. */
    String lastLines() {
        List<String> lines = container.output().lines().toList();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
    }

    /** Removes it at once, with everything in it. */
    void stop() {
        removing.close();
    }

    private void remove() {
        String id = container.created;
        if (id != null) {
            try {
                engine.client()
                        .removeContainerCmd(id)
                        .withForce(true)
                        .withRemoveVolumes(true)
                        .exec();
            } catch (NotFoundException gone) {
                // Which is what was wanted.
                return;
            }
        }
    }

    /** Knows what was created from the first moment, also where the start fails later. */
    private static final class Contained extends GenericContainer<Contained> {

        private volatile String created;
        private volatile String lastWords = "";

        Contained(DockerImageName image) {
            super(image);
            withImagePullPolicy(new PullPolicy());
            // Whoever talks to the server waits for it, by talking to it.
            waitingFor(new AbstractWaitStrategy() {
                @Override
                protected void waitUntilReady() {}
            });
        }

        @Override
        protected void containerIsCreated(String containerId) {
            created = containerId;
        }

        /** Testcontainers calls it where the start has failed, and takes the log away with the container. */
        @Override
        public void stop() {
            lastWords = output();
            super.stop();
        }

        String output() {
            if (created == null || !lastWords.isEmpty()) {
                return lastWords;
            }
            try {
                return LogUtils.getOutput(getDockerClient(), created);
            } catch (DockerException gone) {
                return "";
            }
        }

        // Two containers are never the same one.
        @Override
        public boolean equals(Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }
    }
}
