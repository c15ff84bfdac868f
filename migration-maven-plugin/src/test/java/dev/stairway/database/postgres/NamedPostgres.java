package dev.stairway.database.postgres;

import dev.stairway.database.Profile;
import dev.stairway.database.TestServers;
import dev.stairway.database.external.ExternalTarget;
import dev.stairway.database.external.Hosts;
import dev.stairway.database.files.ContentCache;
import dev.stairway.database.files.FileTrees;
import dev.stairway.database.files.RunDirectory;
import dev.stairway.database.process.LoopbackPort;
import dev.stairway.database.process.WatchedProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** A real PostgreSQL as a user has it, with passwords and a log of every statement. */
public final class NamedPostgres implements AutoCloseable {

    /** Of every role; to be found nowhere. */
    public static final String PASSWORD = "canary-5d20be77";

    /** What marks are made of. */
    public static final String MARK = "named-tests-1f9c";

    /** Owns databases and may create more. */
    public static final String WALKER = "walker";

    private final RunDirectory directory;
    private final WatchedProcess process;
    private final int port;
    private final AtomicInteger lines = new AtomicInteger();

    private NamedPostgres(RunDirectory directory, WatchedProcess process, int port) {
        this.directory = directory;
        this.process = process;
        this.port = port;
    }

    /** @param settings lines of its configuration */
    public static NamedPostgres start(int major, Path work, String... settings) {
        try {
            Installation installation = installation(major);
            Path empty = EmptyCluster.of(installation, Profile.FAST, work, cache());
            RunAs user = RunAs.detect(empty);
            RunDirectory directory = RunDirectory.create(user.workDirectory(work), "named");
            Path data = directory.path().resolve("data");
            FileTrees.copy(empty, data);
            NamedPostgres server = launch(installation, user, directory, data, settings);
            server.sql("postgres", "CREATE ROLE walker LOGIN CREATEDB PASSWORD '" + PASSWORD + "'");
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Installation installation(int major) {
        return Installation.of(TestServers.postgresJar(major), cache());
    }

    private static ContentCache cache() {
        return new ContentCache(TestServers.cache());
    }

    private static NamedPostgres launch(
            Installation found, RunAs user, RunDirectory directory, Path data, String... settings) throws IOException {
        Path home = user.changesUser() ? HandOver.binaries(found, directory.path()) : found.home();
        Installation installation = new Installation(home, found.key());
        int port = LoopbackPort.free();
        List<String> lines = new ArrayList<>(List.of(
                "listen_addresses = '127.0.0.1'",
                "port = " + port,
                "unix_socket_directories = ''",
                "fsync = off",
                "max_connections = 100",
                "shared_buffers = 16MB",
                "log_statement = all",
                "log_line_prefix = '%a|%u|%d|%x|'",
                "lc_messages = C",
                "logging_collector = on",
                "log_directory = 'log'",
                "log_filename = 'statements.log'",
                "log_rotation_age = 0"));
        lines.addAll(List.of(settings));
        Files.write(data.resolve("postgresql.conf"), lines);
        Files.writeString(
                data.resolve("pg_hba.conf"),
                "local all all trust\nhost all all 127.0.0.1/32 scram-sha-256\nhost replication all 127.0.0.1/32 scram-sha-256\n");
        HandOver.data(user, directory.path());
        if (!Files.exists(data.resolve("standby.signal"))) {
            String sql = "ALTER ROLE postgres PASSWORD '" + Scram.verifier(PASSWORD) + "'\n";
            Tool.run(
                    user,
                    List.of(
                            installation.program("postgres").toString(),
                            "--single",
                            "-F",
                            "-D",
                            data.toString(),
                            "-c",
                            "log_statement=none",
                            "-c",
                            "logging_collector=off",
                            "postgres"),
                    sql);
        }
        WatchedProcess process = WatchedProcess.start(new WatchedProcess.Launch(
                user.command(List.of(installation.program("postgres").toString(), "-D", data.toString())),
                directory.path(),
                "redirecting log output to logging collector process",
                "QUIT",
                Tool.VARIABLES));
        if (!process.awaitReady(60)) {
            throw new AssertionError("It did not start:\n" + process.lastLines());
        }
        NamedPostgres server = new NamedPostgres(directory, process, port);
        server.awaitConnections();
        return server;
    }

    private void awaitConnections() throws IOException {
        long deadline = System.nanoTime() + 30_000_000_000L;
        while (true) {
            try {
                superuser("postgres").close();
                return;
            } catch (SQLException notYet) {
                if (System.nanoTime() > deadline) {
                    throw new IOException("No connection; the server says:\n" + written(), notYet);
                }
                Thread.onSpinWait();
            }
        }
    }

    /**
     * A real standby that receives this server's log by streaming, from the very first of its transactions on; the caller closes
     * it. The server keeps its log when it was started with {@code wal_keep_size}.
     */
    public NamedPostgres standby(int major, Path work) {
        try {
            Installation installation = installation(major);
            Path empty = EmptyCluster.of(installation, Profile.FAST, Files.createDirectories(work), cache());
            RunAs user = RunAs.detect(empty);
            RunDirectory directory = RunDirectory.create(user.workDirectory(work), "standby");
            Path data = directory.path().resolve("data");
            FileTrees.copy(empty, data);
            Files.createFile(data.resolve("standby.signal"));
            return launch(
                    installation,
                    user,
                    directory,
                    data,
                    "hot_standby = on",
                    "primary_conninfo = 'host=127.0.0.1 port=" + port + " user=postgres password=" + PASSWORD + "'");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return port;
    }

    public String place(String database) {
        return "127.0.0.1:" + port + "/" + database;
    }

    public String url(String database) {
        return "jdbc:postgresql://" + place(database);
    }

    /** With all as it should be. */
    public ExternalTarget target(String database) {
        return target(url(database), WALKER, Hosts.NONE);
    }

    public ExternalTarget target(String url, String user, Hosts hosts) {
        return new ExternalTarget(url, user, PASSWORD, MARK, hosts, ExternalTarget.MAX_SERVER_BYTES);
    }

    /** Makes an empty database of the walker's and marks it. */
    public ExternalTarget marked(String database) {
        sql("postgres", "CREATE DATABASE \"" + database + "\" OWNER walker");
        PostgresMarking.mark(target(database), 30);
        return target(database);
    }

    public Connection superuser(String database) throws SQLException {
        return as("postgres", database);
    }

    /** A connection of somebody; the caller closes it. */
    public Connection as(String user, String database) throws SQLException {
        return new Access("127.0.0.1:" + port, user, PASSWORD, Map.of("ApplicationName", "of a test"))
                .connect(database);
    }

    /** By a superuser. */
    public void sql(String database, String... statements) {
        try (Connection connection = superuser(database);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(String.join("; ", statements), e);
        }
    }

    /** One text. */
    public String text(String database, String query) {
        try (Connection connection = superuser(database);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(query, e);
        }
    }

    /** Names of all databases. */
    public List<String> databases() {
        return List.of(text("postgres", "SELECT string_agg(datname, ',' ORDER BY datname) FROM pg_database")
                .split(","));
    }

    /** What the server has logged up to now, all sessions. */
    public String log() {
        // The collector writes a moment later, in the order of what it gets.
        String last = "SELECT 'line " + lines.incrementAndGet() + " is the last'";
        sql("postgres", last);
        String log = written();
        while (!log.contains(last)) {
            Thread.onSpinWait();
            log = written();
        }
        return log;
    }

    private String written() {
        try {
            return Files.readString(directory.path().resolve("data/log/statements.log"), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            process.stop();
            directory.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
