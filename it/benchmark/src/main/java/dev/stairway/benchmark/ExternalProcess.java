package dev.stairway.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Runs one process to its end and takes its wall time. */
final class ExternalProcess {

    private static final long LIMIT_MINUTES = 15;
    private static final int TAIL = 30;

    private ExternalProcess() {}

    /**
     * @param exitCode of the process
     * @param millis wall time, from start to end
     * @param log all that it printed
     */
    record Result(int exitCode, double millis, Path log) {

        /** @throws IOException with the end of the log, when it has failed */
        Result orFail(String name) throws IOException {
            if (exitCode != 0) {
                throw new IOException(name + " failed:\n" + tail(log));
            }
            return this;
        }
    }

    /** Everything it prints goes to the log. */
    static Result run(Path directory, Path log, List<String> command) throws IOException, InterruptedException {
        return run(directory, log, command, process -> {});
    }

    /** @param started looks at the process while it runs; has to come back at once */
    static Result run(Path directory, Path log, List<String> command, Consumer<Process> started)
            throws IOException, InterruptedException {
        Files.createDirectories(log.getParent());
        long start = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            started.accept(process);
            process.getOutputStream().close();
            if (!process.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES)) {
                throw new IOException("No end after " + LIMIT_MINUTES + " minutes, see " + log);
            }
            return new Result(process.exitValue(), (System.nanoTime() - start) / 1e6, log);
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    /** The last lines of a log, for a message. */
    static String tail(Path log) throws IOException {
        List<String> lines = Files.readAllLines(log);
        return String.join("\n", lines.subList(Math.max(0, lines.size() - TAIL), lines.size()));
    }
}
