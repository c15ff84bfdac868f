package dev.stairway.database.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Reads a server's log as it is written and keeps its last lines. */
final class ProcessLog {

    private static final int KEPT_LINES = 50;
    private static final long LINE_MILLIS = 1_000;

    private final String readyText;
    private final Deque<String> last = new ArrayDeque<>();
    private long read;
    private final CompletableFuture<Boolean> ready = new CompletableFuture<>();
    private final CompletableFuture<Void> ended = new CompletableFuture<>();

    private ProcessLog(String readyText) {
        this.readyText = readyText;
    }

    /** Starts a thread that reads until the last process of the server has gone. */
    static ProcessLog follow(InputStream output, String readyText) {
        ProcessLog log = new ProcessLog(readyText);
        Thread thread = new Thread(() -> log.read(output), "stairway-server-log");
        thread.setDaemon(true);
        thread.start();
        return log;
    }

    /** Completes with true when the server accepts connections, with false when it has ended before. */
    CompletableFuture<Boolean> ready() {
        return ready;
    }

    /** Completes when no process of the server is left. */
    CompletableFuture<Void> ended() {
        return ended;
    }

    String lastLines() {
        synchronized (last) {
            return String.join("\n", last);
        }
    }

    /** How many lines were read so far. */
    long count() {
        synchronized (last) {
            return read;
        }
    }

    /**
     * As {@link #lastLines}, once there is one more than so many: a server writes its line before it answers, and the
     * answer may be here before the line. Does not wait longer than a second for a line that is never written.
     *
     * @param count from {@link #count} before the server was asked
     * @throws InterruptedException when the thread is interrupted meanwhile
     */
    String lastLines(long count) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(LINE_MILLIS);
        synchronized (last) {
            for (long left = LINE_MILLIS; read <= count && left > 0; ) {
                last.wait(left);
                left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            }
            return lastLines();
        }
    }

    private void read(InputStream output) {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(output, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                keep(line);
                if (line.contains(readyText)) {
                    ready.complete(true);
                }
            }
        } catch (IOException closedByUs) {
            keep("(log ended: " + closedByUs.getMessage() + ")");
        } finally {
            ready.complete(false);
            ended.complete(null);
        }
    }

    private void keep(String line) {
        synchronized (last) {
            if (last.size() == KEPT_LINES) {
                last.removeFirst();
            }
            last.addLast(line);
            read++;
            last.notifyAll();
        }
    }
}
