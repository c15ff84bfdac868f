package dev.stairway.database.process;

import dev.stairway.database.files.FileTrees;
import java.io.File;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What can be seen of a server from outside: files, processes, ports. */
public final class Traces {

    private Traces() {}

    /** Directories of runs. */
    public static List<String> runs(Path work) throws IOException {
        return names(work).stream().filter(name -> name.startsWith("stairway-")).toList();
    }

    /** Names of files in a directory; none when it does not exist. */
    public static List<String> names(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
        }
    }

    /** Of all processes that may be looked at. */
    public static List<String> commandLines() {
        return ProcessHandle.allProcesses()
                .map(process -> process.info().commandLine().orElse(""))
                .toList();
    }

    public static boolean listening(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(LoopbackPort.HOST, port), 500);
            return true;
        } catch (IOException refused) {
            return false;
        }
    }

    /** Files that a secret can be read from. */
    public static List<Path> holding(Path root, String secret) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> contains(file, secret))
                    .toList();
        }
    }

    private static boolean contains(Path file, String secret) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1).contains(secret);
        } catch (NoSuchFileException goneMeanwhile) {
            return false;
        } catch (IOException e) {
            throw new AssertionError("Cannot be looked at: " + file, e);
        }
    }

    public static String mode(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    /**
     * Copies the class path to where an ordinary user can read it.
     *
     * @param jars which jars are needed; directories always are
     */
    public static String readableClassPath(Path target, Predicate<String> jars) throws IOException {
        StringBuilder copied = new StringBuilder();
        int number = 0;
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            Path from = Path.of(entry);
            if (Files.isDirectory(from) || jars.test(entry)) {
                Path to = target.resolve("cp" + number++ + (Files.isDirectory(from) ? "" : ".jar"));
                FileTrees.copy(from, to);
                copied.append(to).append(File.pathSeparator);
            }
        }
        return copied.toString();
    }
}
