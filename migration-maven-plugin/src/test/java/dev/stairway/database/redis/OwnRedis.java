package dev.stairway.database.redis;

import dev.stairway.database.TestServers;
import dev.stairway.database.process.LoopbackPort;
import dev.stairway.database.process.WatchedProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A real server with settings of a test's own, which the test may kill and start again in the same place. */
public final class OwnRedis implements AutoCloseable {

    /** Of all its users. */
    public static final String PASSWORD = "of a test";

    /** The line with which a server says that it listens, although it has not read its data yet. */
    private static final String LISTENS = "Server initialized";

    private static final String READY = "Ready to accept connections";

    private final String release;
    private final Path directory;
    private final List<String> settings;
    private final int port;
    private WatchedProcess process;

    private OwnRedis(String release, Path directory, List<String> settings) throws IOException {
        this.release = release;
        this.directory = directory;
        this.settings = settings;
        this.port = LoopbackPort.free();
    }

    /** @param directory made for it and deleted with it */
    public static OwnRedis start(String release, Path directory, String... settings) {
        try {
            OwnRedis redis = new OwnRedis(release, Files.createDirectories(directory), List.of(settings));
            redis.launch(READY);
            return redis;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void launch(String readyText, String... more) throws IOException {
        List<String> lines = new ArrayList<>(List.of(
                "bind " + LoopbackPort.HOST,
                "port " + port,
                "dir \"" + directory + '"',
                "save \"\"",
                "rdbcompression no",
                "user default off",
                "user keeper on >\"" + PASSWORD + "\" ~* &* +@all",
                "user stairway on >\"" + PASSWORD + "\" ~* &* +@all"));
        lines.addAll(settings);
        lines.addAll(List.of(more));
        Path file = Files.write(directory.resolve("redis.conf"), lines);
        String program = TestServers.redisProgram(release).file().toString();
        process = WatchedProcess.start(
                new WatchedProcess.Launch(List.of(program, file.toString()), directory, readyText, "KILL"));
        if (!process.awaitReady(60)) {
            throw new AssertionError("It did not start:\n" + process.lastLines());
        }
    }

    /** Ends the process at once, as a machine without power would. */
    public void kill() {
        try {
            process.abandon();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts again with what is on the disk. */
    public void again() {
        relaunch(READY);
    }

    /**
     * Starts again and returns while it is still reading its data, a key every so many microseconds. It listens now and then
     * only, after every two megabytes.
     */
    public void againSlowly(int microsPerKey) {
        relaunch(LISTENS, "key-load-delay " + microsPerKey);
    }

    private void relaunch(String readyText, String... more) {
        try {
            launch(readyText, more);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Path directory() {
        return directory;
    }

    /** One that another process has started. */
    public static RedisDatabase running(String release, int port) {
        RedisEndpoint endpoint = new RedisEndpoint(LoopbackPort.HOST, port, 0, "stairway", PASSWORD);
        return RedisAt.of(release, endpoint);
    }

    /** Where migrations connect to. */
    public RedisEndpoint endpoint() {
        return endpoint("stairway");
    }

    private RedisEndpoint endpoint(String user) {
        return new RedisEndpoint(LoopbackPort.HOST, port, 0, user, PASSWORD);
    }

    /** A connection of another user; the caller closes it. */
    public RedisConnection keeper() {
        return RedisConnection.open(endpoint("keeper"));
    }

    public RedisDatabase database() {
        return at(endpoint());
    }

    /** The same by another way, for example by a proxy. */
    public RedisDatabase at(RedisEndpoint way) {
        return RedisAt.of(release, way, endpoint("keeper"));
    }

    @Override
    public void close() {
        try {
            process.stop();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
