package dev.stairway.database.sqlite;

import dev.stairway.database.Database;
import dev.stairway.database.DatabaseId;
import dev.stairway.database.DatabaseServer;
import dev.stairway.database.Profile;
import dev.stairway.database.external.ExternalTarget;
import dev.stairway.database.external.Lock;
import dev.stairway.database.jdbc.Drivers;
import dev.stairway.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.sql.Driver;
import java.sql.SQLException;
import java.time.Instant;

/**
 * SQLite files beside the one that the user named, on the same disk. The named one holds the mark and is only read; the run's
 * own are in a directory that it makes there, and removes.
 */
public final class ExternalSqliteServer implements DatabaseServer {

    private final NamedFile file;
    private final FileMark mark;
    private final Driver driver;
    private final SqliteServer beside;

    private ExternalSqliteServer(NamedFile file, FileMark mark, Driver driver, SqliteServer beside) {
        this.file = file;
        this.mark = mark;
        this.driver = driver;
        this.beside = beside;
    }

    /**
     * Opens all locks.
     *
     * @param drivers class loader that holds the driver to use
     * @throws ProblemException when a lock stays closed; then nothing was written
     */
    public static ExternalSqliteServer open(ExternalTarget target, ClassLoader drivers) {
        NamedFile file = NamedFile.of(target);
        String token = target.requiredMark();
        file.requireHarmlessName();
        file.requirePlace();
        if (!Files.exists(file.path(), LinkOption.NOFOLLOW_LINKS)) {
            throw Lock.MARK.refuses(
                    "There is no such file, so nothing says that it is for tests",
                    file.where(),
                    "",
                    "Let the goal migration:mark-disposable make it");
        }
        file.requireOurs();
        Driver driver = Drivers.load(drivers, SqliteServer.DRIVER);
        FileMark mark = FileMark.read(driver, file);
        mark.require(token, file, Instant.now());
        SqliteServer beside = SqliteServer.start(drivers, file.path().getParent(), Profile.FAST, "external");
        return new ExternalSqliteServer(file, mark, driver, beside);
    }

    /**
     * Opens the locks that have to open before a mark is set, then makes the file with the mark in it.
     *
     * @param days for which it is valid
     * @return where it is
     * @throws ProblemException when a lock stays closed, or there is something already
     */
    public static String mark(ExternalTarget target, int days, ClassLoader drivers) {
        NamedFile file = NamedFile.of(target);
        String token = target.requiredMark();
        file.requireHarmlessName();
        file.requirePlace();
        Driver driver = Drivers.load(drivers, SqliteServer.DRIVER);
        try {
            if (Files.exists(file.path(), LinkOption.NOFOLLOW_LINKS)) {
                removeOldMark(file, driver);
            }
            FileMark.make(driver, file, token, days, Instant.now());
            return file.where();
        } catch (IOException | SQLException e) {
            throw ProblemException.setup(
                    "The file with the mark cannot be made", file.where(), e.toString(), "Check the directory", e);
        }
    }

    /** One that is a mark and nothing else, and whose file is no copy, may be expired; it is ours to replace. */
    private static void removeOldMark(NamedFile file, Driver driver) throws IOException {
        file.requireOurs();
        FileMark old = FileMark.read(driver, file);
        old.require(old.token(), file, Instant.ofEpochSecond(old.marked()));
        Files.delete(file.path());
    }

    @Override
    public DatabaseId id() {
        return beside.id();
    }

    @Override
    public String serverVersion() {
        return beside.serverVersion();
    }

    @Override
    public String driverVersion() {
        return beside.driverVersion() + ", files of its own beside " + file.where();
    }

    @Override
    public Database fresh(String nameHint) {
        file.requireOurs();
        if (!FileMark.read(driver, file).equals(mark)) {
            throw Lock.IDENTITY.refuses(
                    "The named file was exchanged during the run",
                    file.where(),
                    "its mark is another one",
                    "Look who writes there");
        }
        return beside.fresh(nameHint);
    }

    @Override
    public void close() {
        beside.close();
    }
}
