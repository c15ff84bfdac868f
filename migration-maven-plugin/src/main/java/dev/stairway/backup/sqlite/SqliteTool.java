package dev.stairway.backup.sqlite;

import dev.stairway.backup.Backup;
import dev.stairway.backup.BackupTool;
import dev.stairway.backup.Origin;
import dev.stairway.backup.Restored;
import dev.stairway.database.Database;
import dev.stairway.database.DatabaseServer;
import dev.stairway.database.JdbcDatabase;
import dev.stairway.database.files.FileTrees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;

/** A way to make a file of a database and a database of the file. */
public final class SqliteTool implements BackupTool {

    private final Way way;
    private final DatabaseServer server;
    private final JdbcDatabase database;
    private final Clock clock;
    private int taken;

    private SqliteTool(Way way, DatabaseServer server, JdbcDatabase database, Clock clock) {
        this.way = way;
        this.server = server;
        this.database = database;
        this.clock = clock;
    }

    /** How it is done. */
    interface Way {

        String name();

        /** Into a file that does not exist yet. */
        void save(JdbcDatabase database, Path file) throws IOException, SQLException;

        /** Into a database that holds nothing. */
        void load(Path file, JdbcDatabase database) throws IOException, SQLException;
    }

    /** All ways, for one database. */
    public static List<BackupTool> all(DatabaseServer server, JdbcDatabase database, Clock clock) {
        return List.of(
                new SqliteTool(new BackupApi(), server, database, clock),
                new SqliteTool(new VacuumInto(), server, database, clock),
                new SqliteTool(new FileCopy(), server, database, clock));
    }

    @Override
    public String name() {
        return way.name();
    }

    @Override
    public String product() {
        return "sqlite";
    }

    @Override
    public Backup take(String before, Path directory) {
        Path root = directory.resolve("backup-" + ++taken);
        try {
            Files.createDirectories(root);
            way.save(database, root.resolve(SqliteFile.NAME));
        } catch (IOException | SQLException e) {
            throw SqliteFile.failed("backed up", name(), SqliteFile.of(database), e);
        }
        return Backup.seal(
                root, "backup", new Origin(name(), product(), server.serverVersion(), clock.instant(), before));
    }

    @Override
    public void discard(Backup backup) throws IOException {
        FileTrees.delete(backup.root());
    }

    @Override
    public Restored restore(Backup backup) {
        backup.verify();
        Database made = server.fresh("restored");
        try {
            way.load(backup.path(SqliteFile.NAME), (JdbcDatabase) made);
            return new Restored(server, made, false);
        } catch (IOException | SQLException e) {
            made.close();
            throw SqliteFile.failed("restored", name(), backup.root(), e);
        }
    }
}
