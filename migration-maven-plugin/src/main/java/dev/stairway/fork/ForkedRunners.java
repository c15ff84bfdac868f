package dev.stairway.fork;

import dev.stairway.crash.Runner;
import dev.stairway.crash.Runners;
import dev.stairway.database.Database;
import dev.stairway.database.Handover;
import dev.stairway.matrix.Cell;
import dev.stairway.suite.RedisOptions;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Processes that apply migrations, started by a JVM whose class path is that of the plugin. One more than is needed waits with
 * its libraries loaded, so that nobody has to wait for it.
 */
public final class ForkedRunners implements Runners, AutoCloseable {

    private final ForkedJvm jvm;
    private final List<Path> testClassPath;
    private final RedisOptions redis;
    private final Map<String, String> properties;
    /** Null before the first one. */
    private Process spare;

    /**
     * @param testClassPath of the project
     * @param properties of the build that changelogs and user code may ask for
     */
    public ForkedRunners(
            KnownLibraries libraries, List<Path> testClassPath, RedisOptions redis, Map<String, String> properties) {
        this.jvm = new ForkedJvm(
                Path.of(System.getProperty("java.home")),
                Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                        .map(Path::of)
                        .toList(),
                List.of(),
                libraries);
        this.testClassPath = List.copyOf(testClassPath);
        this.redis = redis;
        this.properties = Map.copyOf(properties);
    }

    @Override
    public Optional<Runner> start(Cell cell, Database database) throws IOException {
        Optional<Handover> handover = database.handover();
        if (handover.isEmpty()) {
            return Optional.empty();
        }
        Process process = spare == null ? launch() : spare;
        spare = launch();
        Wire wire = new Wire(process.getInputStream(), process.getOutputStream(), line -> {});
        wire.send(new RunnerRequest(
                cell.engine(), cell.source(), testClassPath, redis, handover.get(), properties));
        if (wire.receive(RunnerMessage.class) == null) {
            throw new IOException("a runner ended before it began; exit code "
                    + process.onExit().join().exitValue());
        }
        return Optional.of(new ForkedRunner(process, wire));
    }

    private Process launch() {
        return jvm.start(RunnerMain.class, ProcessBuilder.Redirect.DISCARD);
    }

    @Override
    public void close() {
        if (spare != null) {
            spare.destroyForcibly();
            spare.onExit().join();
        }
    }
}
