package dev.stairway.database.postgres;

import dev.stairway.database.files.FileTrees;
import dev.stairway.problem.ProblemException;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;

/**
 * A copy of a server's files while it works:
 * https://www.postgresql.org/docs/current/continuous-archiving.html#BACKUP-LOWLEVEL-BASE-BACKUP.
 */
public final class BaseBackup implements AutoCloseable {

    /** Directories of which only the name is wanted; the server writes their content anew. */
    private static final Set<String> EMPTY = Set.of(
            "pg_wal",
            "pg_replslot",
            "pg_dynshmem",
            "pg_notify",
            "pg_serial",
            "pg_snapshots",
            "pg_stat_tmp",
            "pg_subtrans");

    private static final Set<String> LEFT_OUT =
            Set.of("postmaster.pid", "postmaster.opts", "pg_internal.init", "backup_label", "tablespace_map");

    /** Where those are that are not below the data directory: https://www.postgresql.org/docs/current/catalog-pg-tablespace.html */
    private static final String TABLESPACES =
            "SELECT string_agg(concat_ws(' ', spcname, pg_tablespace_location(oid)), ', ' ORDER BY spcname)"
                    + " FROM pg_tablespace WHERE pg_tablespace_location(oid) NOT IN ('', 'pg_tblspc/' || oid)";

    private final Connection connection;
    private final boolean sinceFifteen;
    private final Path data;

    private BaseBackup(Connection connection, boolean sinceFifteen, Path data) {
        this.connection = connection;
        this.sinceFifteen = sinceFifteen;
        this.data = data;
    }

    static BaseBackup begin(Access access, int major, Path data) throws SQLException {
        BaseBackup backup = new BaseBackup(access.connect("postgres"), major >= 15, data);
        try (Statement statement = backup.connection.createStatement()) {
            statement.execute(
                    backup.sinceFifteen
                            ? "SELECT pg_backup_start('stairway', true)"
                            : "SELECT pg_start_backup('stairway', true, false)");
            return backup;
        } catch (SQLException e) {
            backup.close();
            throw e;
        }
    }

    /**
     * Copies everything, and writes beside it where recovery has to begin.
     *
     * @param to does not exist yet, and does not exist after a failure either
     * @throws ProblemException when a tablespace lies elsewhere, whose files are not copied
     */
    public void copyTo(Path to) throws IOException, SQLException {
        requireNoTablespace(text(TABLESPACES));
        Path part = to.resolveSibling(to.getFileName() + ".part");
        FileTrees.delete(part);
        try {
            copyAll(part);
            Files.move(part, to, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            FileTrees.delete(part);
        }
    }

    private void copyAll(Path to) throws IOException, SQLException {
        Files.walkFileTree(data, new Copier(data, to));
        String stop = sinceFifteen ? "pg_backup_stop(true)" : "pg_stop_backup(false, true)";
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT labelfile, spcmapfile FROM " + stop)) {
            row.next();
            requireNoTablespace(row.getString(2));
            Files.writeString(to.resolve("backup_label"), row.getString(1));
        }
    }

    private String text(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    /** @param found null or blank for none */
    private void requireNoTablespace(String found) {
        if (found != null && !found.isBlank()) {
            throw ProblemException.setup(
                    "A tablespace lies outside of the server's directory",
                    data.toString(),
                    found.strip(),
                    "Point-in-time recovery of such a server is not tried: leave the tablespace out of what is played here, or"
                            + " rely on another way to back up",
                    null);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    /** Files that are gone before it comes to them are of no use: the log says so. */
    private static final class Copier extends SimpleFileVisitor<Path> {

        private final Path from;
        private final Path to;

        Copier(Path from, Path to) {
            this.from = from;
            this.to = to;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) throws IOException {
            Path parent = from.relativize(directory);
            if (parent.getNameCount() > 1 && EMPTY.contains(parent.getName(0).toString())
                    || directory.getFileName().toString().startsWith("pgsql_tmp")) {
                return FileVisitResult.SKIP_SUBTREE;
            }
            Files.copy(directory, to.resolve(parent.toString()), StandardCopyOption.COPY_ATTRIBUTES);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Path name = from.relativize(file);
            boolean wanted = !EMPTY.contains(name.getName(0).toString())
                    && !LEFT_OUT.contains(file.getFileName().toString());
            return wanted ? copied(file, to.resolve(name.toString())) : FileVisitResult.CONTINUE;
        }

        private static FileVisitResult copied(Path file, Path copy) throws IOException {
            try {
                Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES);
            } catch (NoSuchFileException gone) {
                return FileVisitResult.CONTINUE;
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
            if (failure instanceof NoSuchFileException) {
                return FileVisitResult.CONTINUE;
            }
            throw failure;
        }
    }
}
