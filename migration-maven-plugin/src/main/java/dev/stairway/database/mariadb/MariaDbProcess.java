package dev.stairway.database.mariadb;

import dev.stairway.database.Profile;
import dev.stairway.database.files.FileTrees;
import dev.stairway.database.files.RunDirectory;
import dev.stairway.database.process.LoopbackPort;
import dev.stairway.database.process.NeutralEnvironment;
import dev.stairway.database.process.Secrets;
import dev.stairway.database.process.WatchedProcess;
import dev.stairway.problem.ProblemException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.function.UnaryOperator;

/** A running server in a directory of its own. */
final class MariaDbProcess {

    private static final int PORT_ATTEMPTS = 5;
    private static final String PORT_TAKEN = "Can't start server: Bind on TCP/IP port";
    private static final long START_SECONDS = 120;

    /** https://mariadb.com/kb/en/mariadb-environment-variables/. */
    private static final List<String> VARIABLES = List.of("MYSQL", "MARIADB", "UMASK", "NOTIFY_SOCKET");

    private final RunDirectory directory;
    private final WatchedProcess process;
    private final int port;
    private final String password;

    private MariaDbProcess(RunDirectory directory, WatchedProcess process, int port, String password) {
        this.directory = directory;
        this.process = process;
        this.port = port;
        this.password = password;
    }

    /** Leaves nothing behind when it fails. */
    static MariaDbProcess start(Installation installation, Path workDirectory, Profile profile) throws IOException {
        return start(installation, workDirectory, profile, Settings::firstStatements);
    }

    /** @param firstStatements that the server runs before it accepts a connection, with the password that is given to them */
    static MariaDbProcess start(
            Installation installation, Path workDirectory, Profile profile, UnaryOperator<String> firstStatements)
            throws IOException {
        RunDirectory directory = RunDirectory.create(workDirectory, "mariadb");
        try {
            FileTrees.privateDirectories(directory.path().resolve("data"));
            FileTrees.privateDirectories(directory.path().resolve("tmp"));
            makeSystemTables(installation, directory.path(), profile);
            return launch(installation, directory, profile, firstStatements);
        } catch (IOException | RuntimeException e) {
            directory.close();
            throw e;
        }
    }

    private static MariaDbProcess launch(
            Installation installation, RunDirectory directory, Profile profile, UnaryOperator<String> firstStatements)
            throws IOException {
        String password = Secrets.random();
        Path first = privately(directory.path().resolve("first.sql"), firstStatements.apply(password));
        for (int attempt = 1; ; attempt++) {
            int port = LoopbackPort.free();
            Path settings = configuration(installation, directory.path(), port, profile);
            WatchedProcess process = WatchedProcess.start(new WatchedProcess.Launch(
                    List.of(installation.program().toString(), "--defaults-file=" + settings, "--init-file=" + first),
                    directory.path(),
                    "ready for connections",
                    // Its data is thrown away, so nothing has to be finished.
                    "KILL",
                    VARIABLES));
            if (process.awaitReady(START_SECONDS)) {
                Files.delete(first);
                return new MariaDbProcess(directory, process, port, password);
            }
            String seen = process.lastLines();
            process.abandon();
            if (attempt == PORT_ATTEMPTS || !seen.contains(PORT_TAKEN)) {
                throw notStarted(installation, seen);
            }
        }
    }

    /** What mariadb-install-db does: https://mariadb.com/kb/en/mariadb-install-db/. */
    private static void makeSystemTables(Installation installation, Path directory, Profile profile)
            throws IOException {
        Path settings = configuration(installation, directory, LoopbackPort.free(), profile);
        ProcessBuilder builder = new ProcessBuilder(
                        installation.program().toString(),
                        "--defaults-file=" + settings,
                        "--bootstrap",
                        "--log-warnings=0")
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("bootstrap.log").toFile());
        NeutralEnvironment.apply(builder.environment(), VARIABLES);
        Process process = start(builder, installation);
        try {
            try (OutputStream in = process.getOutputStream()) {
                in.write("CREATE DATABASE mysql;\nUSE mysql;\nSET @auth_root_socket = NULL;\n"
                        .getBytes(StandardCharsets.UTF_8));
                for (Path script : installation.systemTables()) {
                    Files.copy(script, in);
                }
            } catch (IOException endedEarly) {
                // Its own words say more than a broken pipe.
                process.waitFor();
            }
            if (process.waitFor() != 0) {
                throw notStarted(installation, Files.readString(directory.resolve("bootstrap.log")));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Interrupted while MariaDB made its system tables");
        } finally {
            process.destroyForcibly();
        }
    }

    private static Process start(ProcessBuilder builder, Installation installation) throws IOException {
        try {
            return builder.start();
        } catch (IOException e) {
            throw notStarted(installation, String.valueOf(e.getMessage()));
        }
    }

    private static Path configuration(Installation installation, Path directory, int port, Profile profile)
            throws IOException {
        boolean root = FileTrees.posix() && Integer.valueOf(0).equals(Files.getAttribute(directory, "unix:uid"));
        return privately(directory.resolve("my.cnf"), Settings.file(installation, directory, port, profile, root));
    }

    private static Path privately(Path file, String content) throws IOException {
        Files.deleteIfExists(file);
        if (FileTrees.posix()) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        return Files.writeString(file, content);
    }

    private static ProblemException notStarted(Installation installation, String log) {
        return ProblemException.setup(
                "The embedded MariaDB did not start",
                installation.program().toString(),
                log.isEmpty() ? "no output within " + START_SECONDS + " s" : log,
                "Look at the server's message above; a missing system library (libsystemd, libcrypt) is the usual reason,"
                        + " and a named server or a container the way around it",
                null);
    }

    int port() {
        return port;
    }

    /** Of {@link Settings#USER}. */
    String password() {
        return password;
    }

    List<ProcessHandle> processes() {
        return process.servers();
    }

    String lastLines() {
        return process.lastLines();
    }

    void stop() throws IOException {
        process.stop();
        directory.close();
    }

    @Override
    public String toString() {
        return "MariaDB on port " + port;
    }
}
