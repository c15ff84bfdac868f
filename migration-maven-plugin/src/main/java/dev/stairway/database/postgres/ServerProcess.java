package dev.stairway.database.postgres;

import dev.stairway.database.files.FileTrees;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A running postmaster under a watchdog.
 *
 * <p>The watchdog is a shell that waits for the end of its standard input, whose other end this JVM holds. Whatever ends
 * the JVM, even {@code kill -9}, ends the input; then the shell stops the server and deletes its directory. SIGQUIT is
 * the immediate shutdown, right for data that nobody needs:
 * https://www.postgresql.org/docs/current/server-shutdown.html
 */
final class ServerProcess {

    private static final String WATCHDOG = """
            directory=$1
            shift
            "$@" </dev/null &
            server=$!
            exec >/dev/null 2>&1
            trap '' INT HUP TERM
            cat
            kill -QUIT $server
            wait $server
            cd /
            rm -rf -- "$directory"
            """;

    private static final long STOP_SECONDS = 20;

    private final Process process;
    private final ServerLog log;

    private ServerProcess(Process process, ServerLog log) {
        this.process = process;
        this.log = log;
    }

    /** @param directory deleted when the server ends because this JVM has ended */
    static ServerProcess launch(RunAs user, Path program, Path data, Path directory) throws IOException {
        List<String> server = user.command(List.of(program.toString(), "-D", data.toString()));
        List<String> command = new ArrayList<>();
        if (FileTrees.posix()) {
            command.addAll(List.of("/bin/sh", "-c", WATCHDOG, "stairway-watchdog", directory.toString()));
        }
        command.addAll(server);
        Process process = Tool.start(new ProcessBuilder(command).redirectErrorStream(true));
        return new ServerProcess(process, ServerLog.follow(process.getInputStream()));
    }

    /** True when it accepts connections; false when it ended or took too long. */
    boolean awaitReady(long seconds) {
        try {
            return log.ready().get(seconds, TimeUnit.SECONDS);
        } catch (TimeoutException tooLong) {
            return false;
        } catch (ExecutionException e) {
            throw new CompletionException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    String lastLines() {
        return log.lastLines();
    }

    boolean running() {
        return !log.ended().isDone();
    }

    /** Stops the server and deletes its directory; returns when no process is left. */
    void stop() throws IOException {
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

    /** Ends the watchdog of a server that did not start, and keeps the directory. */
    void abandon() throws IOException {
        kill();
        process.getOutputStream().close();
    }

    // The end of the log says that the last process of the server has gone, its children included.
    private void kill() {
        List<ProcessHandle> children = process.descendants().toList();
        process.destroyForcibly();
        children.forEach(ProcessHandle::destroyForcibly);
        log.ended().orTimeout(STOP_SECONDS, TimeUnit.SECONDS).join();
    }
}
