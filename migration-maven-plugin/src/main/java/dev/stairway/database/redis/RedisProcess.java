package dev.stairway.database.redis;

import dev.stairway.database.files.FileTrees;
import dev.stairway.database.files.RunDirectory;
import dev.stairway.database.process.LoopbackPort;
import dev.stairway.database.process.WatchedProcess;
import dev.stairway.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;

/** A running server in a directory of its own. */
final class RedisProcess {

    private static final int PORT_ATTEMPTS = 5;

    /** The reason that follows is worded by the C library. */
    private static final String PORT_TAKEN = "Could not create server TCP listening socket";

    /** Loading ten million keys at the start takes ten seconds on a slow machine. */
    private static final long START_SECONDS = 120;

    private final ServerPlan plan;
    private final RunDirectory directory;
    private WatchedProcess process;
    private int port;
    private boolean keepsLog;

    private RedisProcess(ServerPlan plan, RunDirectory directory) {
        this.plan = plan;
        this.directory = directory;
    }

    /** Leaves nothing behind when it fails. */
    static RedisProcess start(ServerPlan plan) throws IOException {
        RedisProgram program = plan.program();
        RunDirectory directory = RunDirectory.create(plan.workDirectory(), program.product() + "-" + program.release());
        RedisProcess started = new RedisProcess(plan, directory);
        try {
            started.launch(plan.ports());
            return started;
        } catch (IOException | RuntimeException e) {
            directory.close();
            throw e;
        }
    }

    private void launch(LoopbackPort.Chooser ports) throws IOException {
        for (int attempt = 1; ; attempt++) {
            port = ports.next();
            process = WatchedProcess.start(new WatchedProcess.Launch(
                    List.of(plan.program().file().toString(), configuration().toString()),
                    directory.path(),
                    "Ready to accept connections",
                    // It writes nothing that has to be finished, and a milder signal waits for a script's end.
                    "KILL"));
            if (process.awaitReady(START_SECONDS)) {
                begin();
                return;
            }
            String seen = process.lastLines();
            process.abandon();
            if (attempt == PORT_ATTEMPTS || !seen.contains(PORT_TAKEN)) {
                throw notStarted(seen);
            }
        }
    }

    private Path configuration() throws IOException {
        Path file = directory.path().resolve("redis.conf");
        Files.deleteIfExists(file);
        if (FileTrees.posix()) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        String text = Settings.file(plan, port, directory.path()) + (keepsLog ? Settings.WITH_LOG : "");
        return Files.writeString(file, text, StandardOpenOption.CREATE);
    }

    // Durable as a server in production: https://redis.io/docs/latest/operate/oss_and_stack/management/persistence/
    private void begin() throws IOException {
        if (durable()) {
            try (RedisConnection keeper = keeper()) {
                if (!plan.profile().worksInBackground()) {
                    // The log is never written anew by a child: that takes memory and time from whatever runs
                    // meanwhile.
                    keeper.call("CONFIG", "SET", "auto-aof-rewrite-percentage", "0");
                }
                keeper.call("CONFIG", "SET", "appendonly", "yes");
            } catch (RuntimeException e) {
                process.abandon();
                throw e;
            }
        }
    }

    private ProblemException notStarted(String log) {
        return ProblemException.setup(
                "The embedded Redis " + plan.program().version() + " did not start",
                plan.program().file().toString(),
                log.isEmpty() ? "no output within " + START_SECONDS + " s" : log,
                "Look at the server's message above; memory limits are the usual reason",
                null);
    }

    /**
     * Starts the server again at the same place, whatever state it was in.
     *
     * @param state dump to start with
     */
    void restart(Path state) throws IOException {
        forget();
        Files.createLink(directory.path().resolve("dump.rdb"), state);
        int same = port;
        launch(() -> same);
    }

    /**
     * Starts the server again at the same place; from then on it keeps what is written in a log, as the one did whose log it
     * is given.
     *
     * @param log file or directory with the name that the server expects
     */
    void restartWithLog(Path log) throws IOException {
        forget();
        FileTrees.copy(log, directory.path().resolve(log.getFileName()));
        keepsLog = true;
        int same = port;
        launch(() -> same);
    }

    /** Ends the server at once and keeps its files. */
    void kill() throws IOException {
        process.abandon();
    }

    /** Starts the server that was killed at the same place, with what is in its log. */
    void resume() throws IOException {
        keepsLog = true;
        int same = port;
        launch(() -> same);
    }

    private void forget() throws IOException {
        process.abandon();
        for (String kept : Set.of("appendonlydir", "appendonly.aof", "dump.rdb")) {
            FileTrees.delete(directory.path().resolve(kept));
        }
    }

    /** Where migrations connect to. */
    RedisEndpoint endpoint() {
        return new RedisEndpoint(
                LoopbackPort.HOST, port, 0, Settings.USER, plan.passwords().user());
    }

    /** A connection that may do everything. */
    RedisConnection keeper() {
        return RedisConnection.open(new RedisEndpoint(
                LoopbackPort.HOST, port, 0, Settings.KEEPER, plan.passwords().keeper()));
    }

    /** True when it keeps what is written in a log as well. */
    boolean durable() {
        return plan.profile().durable();
    }

    Path directory() {
        return directory.path();
    }

    List<ProcessHandle> processes() {
        return process.servers();
    }

    String lastLines() {
        return process.lastLines();
    }

    long logged() {
        return process.logged();
    }

    /** With what the server wrote about what it was asked to do after so many lines. */
    String lastLines(long logged) {
        return process.lastLines(logged);
    }

    void stop() throws IOException {
        process.stop();
        directory.close();
    }

    @Override
    public String toString() {
        return "Redis " + plan.program().version() + " on port " + port;
    }
}
