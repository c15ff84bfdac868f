package dev.stairway.database.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** The files of a server's log that it has copied away: https://www.postgresql.org/docs/current/continuous-archiving.html. */
final class LogArchive implements AutoCloseable {

    private static final long ARCHIVE_SECONDS = 60;

    /** A file gets its name when it is whole. */
    private static final String UNFINISHED = ".part";

    private final Connection connection;
    private final Path archive;
    private final Path status;

    private LogArchive(Connection connection, Path archive, Path status) {
        this.connection = connection;
        this.archive = archive;
        this.status = status;
    }

    /** @param directory of the cluster */
    static LogArchive open(Access access, Path directory) throws SQLException {
        return new LogArchive(
                access.connect("postgres"),
                directory.resolve(ClusterSeed.ARCHIVE),
                directory.resolve(Cluster.DATA).resolve("pg_wal").resolve("archive_status"));
    }

    /** Gives this moment a name and waits until it is in the archive. */
    void mark(String name) throws SQLException {
        if (!name.matches("[A-Za-z0-9_]{1,60}")) {
            throw new IllegalArgumentException("not a name for a moment: " + name);
        }
        finish("SELECT pg_walfile_name(pg_create_restore_point('" + name + "'))");
    }

    /** Waits until everything up to now is in the archive. */
    void complete() throws SQLException {
        finish("SELECT pg_walfile_name(pg_current_wal_insert_lsn())");
    }

    /** The file in which something is gets its end now; it is handed over at the same time. */
    private void finish(String question) throws SQLException {
        String file = text(question);
        text("SELECT pg_switch_wal()");
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(ARCHIVE_SECONDS);
        while (!archived(file)) {
            if (System.nanoTime() > deadline) {
                throw new SQLException(
                        "The server did not archive its log within " + ARCHIVE_SECONDS + " s: " + text(FAILURES));
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(2));
        }
    }

    private static final String FAILURES =
            "SELECT concat(failed_count, ' failures, the last one of ', last_failed_wal) FROM pg_stat_archiver";

    /** A file that has nothing in it yet is not switched: https://www.postgresql.org/docs/current/functions-admin.html */
    private boolean archived(String file) throws SQLException {
        boolean waiting = Files.exists(status.resolve(file + ".ready"));
        return !waiting && (Files.exists(archive.resolve(file)) || current().equals(file));
    }

    private String current() throws SQLException {
        return text("SELECT pg_walfile_name(pg_current_wal_insert_lsn())");
    }

    private String text(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    /** What is not there yet. */
    void copyTo(Path to) throws IOException {
        Files.createDirectories(to);
        List<Path> files;
        try (Stream<Path> all = Files.list(archive)) {
            files = all.filter(file -> !file.toString().endsWith(UNFINISHED)).toList();
        }
        for (Path file : files) {
            Path copy = to.resolve(file.getFileName());
            if (Files.notExists(copy)) {
                Files.copy(file, copy);
            }
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
