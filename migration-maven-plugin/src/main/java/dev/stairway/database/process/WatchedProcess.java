package dev.stairway.database.process;

import dev.stairway.database.files.FileTrees;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A server under a watchdog.
 *
 * <p>The watchdog is a shell that waits for the end of its standard input, whose other end this JVM holds. Whatever ends
 * the JVM, even {@code kill -9}, ends the input; then the shell stops the server and deletes its directory. A line on
 * the input has the shell kill the server and keep the directory: the shell alone knows a server that it is just
 * starting.
 */
public final class WatchedProcess {

    private static final String WATCHDOG = """
            directory=$1
            signal=$2
            shift 2
            "$@" </dev/null &
            server=$!
            exec >/dev/null 2>&1
            trap '' INT HUP TERM
            if read -r keep; then
              kill -KILL $server
              wait $server
            else
              kill -$signal $server
              wait $server
              cd /
              rm -rf -- "$directory"
            fi
            """;

    private static final byte[] KEEP = "keep\n".getBytes(StandardCharsets.US_ASCII);

    private static final long STOP_SECONDS = 20;

    private final Process process;
    private final ProcessLog log;

    private WatchedProcess(Process process, ProcessLog log) {
        this.process = process;
        this.log = log;
    }

    /**
     * How to start a server.
     *
     * @param program with its arguments, which everybody on this machine can read
     * @param directory the server's own, deleted when this JVM ends
     * @param readyText part of the line that says that it accepts connections
     * @param stopSignal {@code KILL} or a milder one
     * @param hiddenVariables prefixes of environment variables that the server would read settings from
     */
    public record Launch(
            List<String> program, Path directory, String readyText, String stopSignal, List<String> hiddenVariables) {
        public Launch {
            program = List.copyOf(program);
            hiddenVariables = List.copyOf(hiddenVariables);
        }

        /** For a server that reads no environment variables. */
        public Launch(List<String> program, Path directory, String readyText, String stopSignal) {
            this(program, directory, readyText, stopSignal, List.of());
        }
    }

    /** Starts with an environment in which nothing depends on the user's language and time zone. */
    public static WatchedProcess start(Launch launch) throws IOException {
        List<String> command = new ArrayList<>();
        if (FileTrees.posix()) {
            command.addAll(List.of(
                    "/bin/sh",
                    "-c",
                    WATCHDOG,
                    "stairway-watchdog",
                    launch.directory().toString(),
                    launch.stopSignal()));
        }
        command.addAll(launch.program());
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        NeutralEnvironment.apply(builder.environment(), launch.hiddenVariables());
        Process process = builder.start();
        return new WatchedProcess(process, ProcessLog.follow(process.getInputStream(), launch.readyText()));
    }

    /**
     * True when it accepts connections; false when it ended or took too long.
     *
     * @throws InterruptedIOException when the thread was interrupted; then the server is gone, its directory is not
     */
    public boolean awaitReady(long seconds) throws IOException {
        try {
            return log.ready().get(seconds, TimeUnit.SECONDS);
        } catch (TimeoutException tooLong) {
            return false;
        } catch (ExecutionException e) {
            throw new CompletionException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            abandon();
            throw new InterruptedIOException("Interrupted while a server started");
        }
    }

    /** False once it has ended. */
    public boolean running() {
        return process.isAlive();
    }

    /** The server without its watchdog and its children; empty once it has ended. */
    public List<ProcessHandle> servers() {
        if (!FileTrees.posix()) {
            return process.isAlive() ? List.of(process.toHandle()) : List.of();
        }
        return process.children().toList();
    }

    /** The end of its log. */
    public String lastLines() {
        return log.lastLines();
    }

    /** How many lines of its log were read so far. */
    public long logged() {
        return log.count();
    }

    /**
     * The end of its log, which has what the server had to say before it answered.
     *
     * @param logged from {@link #logged} before it was asked
     */
    public String lastLines(long logged) {
        try {
            return log.lastLines(logged);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return log.lastLines();
        }
    }

    /** Stops the server and deletes its directory; returns when no process is left. */
    public void stop() throws IOException {
        try {
            process.getOutputStream().close();
            if (!FileTrees.posix()) {
                process.destroy();
            }
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                kill();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            kill();
        }
    }

    /** Ends the server and its watchdog at once and keeps the directory. */
    public void abandon() throws IOException {
        List<ProcessHandle> children = process.descendants().toList();
        if (FileTrees.posix() && process.isAlive()) {
            process.getOutputStream().write(KEEP);
            process.getOutputStream().flush();
            awaitEnd(children);
            // Until somebody asks how it ended, a process that has ended counts as there, and another server at the
            // same place
            // would refuse to start; the watchdog asks, then it ends.
            process.onExit().orTimeout(STOP_SECONDS, TimeUnit.SECONDS).join();
        } else {
            kill();
        }
        process.getOutputStream().close();
    }

    private void kill() {
        List<ProcessHandle> children = process.descendants().toList();
        process.destroyForcibly();
        awaitEnd(children);
    }

    // The end of the log says that the last process of the server has gone, its children included.
    private void awaitEnd(List<ProcessHandle> children) {
        children.forEach(ProcessHandle::destroyForcibly);
        log.ended().orTimeout(STOP_SECONDS, TimeUnit.SECONDS).join();
    }
}
