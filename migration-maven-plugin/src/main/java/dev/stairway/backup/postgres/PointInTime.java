package dev.stairway.backup.postgres;

import dev.stairway.backup.Backup;
import dev.stairway.backup.BackupTool;
import dev.stairway.backup.Manifest;
import dev.stairway.backup.Origin;
import dev.stairway.backup.Restored;
import dev.stairway.database.Database;
import dev.stairway.database.postgres.ArchivingServer;
import dev.stairway.database.postgres.BaseBackup;
import dev.stairway.database.postgres.PostgresServer;
import dev.stairway.fingerprint.ObjectChange;
import dev.stairway.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/**
 * One copy of the server's files, and from then on its log with a named moment before each migration. A backup is all that is
 * needed to come to its moment; the log may go on behind it.
 */
public final class PointInTime implements BackupTool {

    private static final String BASE = "base";
    private static final String LOG = "log";

    private final ArchivingServer server;
    private final Database database;
    private final Clock clock;

    public PointInTime(ArchivingServer server, Database database, Clock clock) {
        this.server = server;
        this.database = database;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "point-in-time";
    }

    @Override
    public String product() {
        return "postgresql";
    }

    @Override
    public boolean alone() {
        return true;
    }

    @Override
    public Backup take(String before, Path directory) {
        try {
            if (Files.notExists(directory.resolve(BASE))) {
                copyFiles(directory.resolve(BASE));
            }
            String point = server.mark();
            server.copyLog(directory.resolve(LOG));
            return Backup.seal(
                    directory,
                    point,
                    new Origin(name(), product(), server.serverVersion(), clock.instant(), before, LOG + "/"));
        } catch (IOException | SQLException e) {
            throw failed("The server's files cannot be backed up", directory, e);
        }
    }

    private void copyFiles(Path base) throws IOException, SQLException {
        try (BaseBackup backup = server.beginBackup()) {
            backup.copyTo(base);
        }
    }

    /** Numbers of a sequence are in the log before they are given out, so some are left out after a recovery. */
    @Override
    public boolean harmless(ObjectChange difference, Map<String, String> attributes) {
        return SequenceGap.is(difference, attributes);
    }

    /** The next one needs the files and the log. */
    @Override
    public void discard(Backup backup) throws IOException {
        Files.delete(backup.file());
    }

    @Override
    public Restored restore(Backup backup) {
        backup.verify();
        try {
            PostgresServer recovered = server.recover(backup.path(BASE), log(backup), point(backup));
            return new Restored(recovered, server.counterpart(database, recovered), true);
        } catch (IOException e) {
            throw failed("The server's files cannot be restored", backup.root(), e);
        }
    }

    /** What was sealed, so that a backup in which something is missing cannot be restored. */
    private static List<Path> log(Backup backup) {
        return backup.manifest().files().stream()
                .map(Manifest.Entry::name)
                .filter(name -> name.startsWith(LOG + "/"))
                .map(backup::path)
                .toList();
    }

    private static String point(Backup backup) {
        String file = backup.file().getFileName().toString();
        return file.substring(0, file.length() - Backup.SUFFIX.length());
    }

    private static ProblemException failed(String what, Path where, Exception cause) {
        return ProblemException.setup(
                what, where.toString(), String.valueOf(cause.getMessage()), "Check the free space of the disk", cause);
    }
}
