package dev.stairway.fork;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * Processes of this JVM and directories of servers that are there when all should be gone.
 *
 * @param left one line each
 * @param millis until the last one was gone, or the limit
 */
record Leftovers(List<String> left, long millis) {

    /**
     * @param work where servers have their directories
     * @param start since when everything goes; {@link System#nanoTime()}
     */
    static Leftovers of(Path work, long start, long limitMillis) throws IOException {
        List<String> left = new ArrayList<>();
        for (ProcessHandle child : ProcessHandle.current().descendants().toList()) {
            long spent = (System.nanoTime() - start) / 1_000_000;
            if (!endsWithin(child, Math.max(0, limitMillis - spent))) {
                left.add("process " + child.pid() + " " + child.info().command().orElse(""));
            }
        }
        long millis = (System.nanoTime() - start) / 1_000_000;
        if (Files.exists(work)) {
            try (Stream<Path> directories = Files.list(work)) {
                directories
                        .map(path -> path.getFileName().toString())
                        .filter(name -> name.startsWith("stairway-"))
                        .forEach(name -> left.add("directory " + name));
            }
        }
        return new Leftovers(left, millis);
    }

    private static boolean endsWithin(ProcessHandle child, long millis) {
        try {
            child.onExit().get(millis, TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException stillThere) {
            return false;
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
