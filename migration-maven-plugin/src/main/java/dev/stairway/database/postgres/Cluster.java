package dev.stairway.database.postgres;

import dev.stairway.database.Profile;
import dev.stairway.database.files.FileTrees;
import dev.stairway.database.files.RunDirectory;
import dev.stairway.database.process.LoopbackPort;
import dev.stairway.database.process.Secrets;
import dev.stairway.database.process.WatchedProcess;
import dev.stairway.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A copy of the empty cluster with a server running on it.
 *
 * @param relaunch starts the server once more in the same place
 * @param identity value of {@code cluster_name}, by which a client knows this very server
 * @param password of the superuser; never printed
 */
record Cluster(
        RunDirectory directory, WatchedProcess process, Relaunch relaunch, int port, String identity, String password)
        implements PostgresHost {

    /** Below the directory. */
    static final String DATA = "data";

    private static final int PORT_ATTEMPTS = 5;
    private static final long START_SECONDS = 60;

    /** Leaves nothing behind when it fails. */
    static Cluster start(Installation installation, Path emptyCluster, int major, Profile profile, Path workDirectory)
            throws IOException {
        return start(
                installation,
                emptyCluster,
                major,
                profile,
                workDirectory,
                RunAs.detect(emptyCluster),
                LoopbackPort::free);
    }

    static Cluster start(
            Installation installation,
            Path emptyCluster,
            int major,
            Profile profile,
            Path workDirectory,
            RunAs user,
            LoopbackPort.Chooser ports)
            throws IOException {
        return start(installation, ClusterSeed.empty(emptyCluster), major, profile, workDirectory, user, ports);
    }

    /** With something in it, or with more settings. */
    static Cluster start(Installation installation, ClusterSeed seed, int major, Path workDirectory)
            throws IOException {
        return start(
                installation, seed, major, Profile.FAST, workDirectory, RunAs.detect(seed.data()), LoopbackPort::free);
    }

    private static Cluster start(
            Installation installation,
            ClusterSeed seed,
            int major,
            Profile profile,
            Path workDirectory,
            RunAs user,
            LoopbackPort.Chooser ports)
            throws IOException {
        RunDirectory directory = RunDirectory.create(user.workDirectory(workDirectory), "postgresql-" + major);
        try {
            Path data = directory.path().resolve(DATA);
            FileTrees.copy(seed.data(), data);
            seed.prepare(directory.path());
            return start(installation, seed, major, profile, user, ports, directory, data);
        } catch (IOException | RuntimeException e) {
            directory.close();
            throw e;
        }
    }

    private static Cluster start(
            Installation installation,
            ClusterSeed seed,
            int major,
            Profile profile,
            RunAs user,
            LoopbackPort.Chooser ports,
            RunDirectory directory,
            Path data)
            throws IOException {
        Path home = user.changesUser() ? HandOver.binaries(installation, directory.path()) : installation.home();
        Installation usable = new Installation(home, installation.key());
        String identity = "stairway-" + Secrets.random().substring(0, 32);
        Files.writeString(data.resolve("pg_hba.conf"), Settings.HBA);
        Files.writeString(
                data.resolve("postgresql.conf"), Settings.file(major, profile, 1, identity) + seed.settings());
        HandOver.data(user, directory.path());
        String password = seed.password().orElseGet(Secrets::random);
        if (seed.password().isEmpty()) {
            setPassword(usable, user, data, password);
        }
        for (int attempt = 1; ; attempt++) {
            int port = ports.next();
            Files.writeString(
                    data.resolve("postgresql.conf"), Settings.file(major, profile, port, identity) + seed.settings());
            Relaunch launch = () -> launch(user, usable, data, directory.path());
            WatchedProcess process = launch.run();
            if (process.awaitReady(START_SECONDS)) {
                return new Cluster(directory, process, launch, port, identity, password);
            }
            String seen = process.lastLines();
            process.abandon();
            if (attempt == PORT_ATTEMPTS || !portTaken(seen)) {
                throw notStarted(major, seen);
            }
        }
    }

    /** Starts a server and does not wait for it. */
    @FunctionalInterface
    interface Relaunch {
        WatchedProcess run() throws IOException;
    }

    /**
     * A server on what a killed one has left, at the same port; what it repairs at its start is done when this returns.
     *
     * @throws ProblemException when it does not start; the files stay
     */
    Cluster again(int major) throws IOException {
        WatchedProcess next = relaunch.run();
        if (next.awaitReady(START_SECONDS)) {
            return new Cluster(directory, next, relaunch, port, identity, password);
        }
        String seen = next.lastLines();
        next.abandon();
        throw notStarted(major, seen);
    }

    // SIGQUIT is the immediate shutdown, right for data that nobody needs:
    // https://www.postgresql.org/docs/current/server-shutdown.html
    private static WatchedProcess launch(RunAs user, Installation installation, Path data, Path directory)
            throws IOException {
        List<String> program = List.of(installation.program("postgres").toString(), "-D", data.toString());
        return WatchedProcess.start(new WatchedProcess.Launch(
                user.command(program),
                directory,
                "database system is ready to accept connections",
                "QUIT",
                Tool.VARIABLES));
    }

    // Single-user mode opens no port, so there is no moment in which the superuser could be reached without a password.
    // https://www.postgresql.org/docs/current/app-postgres.html#APP-POSTGRES-SINGLE-USER
    private static void setPassword(Installation installation, RunAs user, Path data, String password)
            throws IOException {
        String program = installation.program("postgres").toString();
        String sql = "ALTER ROLE " + Settings.SUPERUSER + " PASSWORD '" + Scram.verifier(password) + "'\n";
        String output = Tool.run(user, List.of(program, "--single", "-F", "-D", data.toString(), "postgres"), sql);
        if (output.contains("ERROR:")) {
            throw new IOException("The server refused the password of its superuser");
        }
    }

    private static boolean portTaken(String log) {
        return log.contains("could not bind") || log.contains("could not create any TCP/IP sockets");
    }

    private static ProblemException notStarted(int major, String log) {
        return ProblemException.setup(
                "The embedded PostgreSQL " + major + " did not start",
                "",
                log.isEmpty() ? "no output within " + START_SECONDS + " s" : log,
                "Look at the server's message above; memory and shared memory limits are the usual reasons",
                null);
    }

    @Override
    public String host() {
        return Settings.HOST;
    }

    @Override
    public Optional<Path> files() {
        return Optional.of(directory.path());
    }

    @Override
    public List<ProcessHandle> processes() {
        return process.servers();
    }

    @Override
    public boolean running() {
        return process.running();
    }

    @Override
    public String lastLines() {
        return process.lastLines();
    }

    @Override
    public void stop() throws IOException {
        try {
            process.stop();
        } finally {
            directory.close();
        }
    }

    @Override
    public String toString() {
        return "Cluster on port " + port;
    }
}
