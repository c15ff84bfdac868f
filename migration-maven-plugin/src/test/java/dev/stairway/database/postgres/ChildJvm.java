package dev.stairway.database.postgres;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A JVM of its own that holds a server. */
final class ChildJvm implements AutoCloseable {

    private static final Pattern READY = Pattern.compile("READY jdbc:postgresql://127\\.0\\.0\\.1:(\\d+)/.*");

    private final Process process;

    private ChildJvm(Process process) {
        this.process = process;
    }

    /** @param prefix put before the command, for example to change the user */
    static ChildJvm start(List<String> prefix, String classPath, Path jar, int major, Path cache, Path work)
            throws IOException {
        List<String> command = new ArrayList<>(prefix);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classPath,
                HoldServer.class.getName(),
                jar.toString(),
                Integer.toString(major),
                cache.toString(),
                work.toString()));
        return new ChildJvm(
                new ProcessBuilder(command).redirectErrorStream(true).start());
    }

    /** Waits for the server and returns its port; fails with everything that the child wrote. */
    int awaitPort() throws IOException {
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        StringBuilder seen = new StringBuilder();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            Matcher ready = READY.matcher(line);
            if (ready.matches()) {
                return Integer.parseInt(ready.group(1));
            }
            seen.append(line).append('\n');
        }
        throw new AssertionError("The child started no server:\n" + seen);
    }

    Process process() {
        return process;
    }

    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().join();
    }
}
