package dev.stairway.backup.redis;

import dev.stairway.backup.Backup;
import dev.stairway.backup.BackupTool;
import dev.stairway.backup.Origin;
import dev.stairway.backup.Restored;
import dev.stairway.database.DatabaseServer;
import dev.stairway.database.files.FileTrees;
import dev.stairway.database.redis.RedisDatabase;
import dev.stairway.database.redis.RedisErrorException;
import dev.stairway.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/** A way to make files of a key space and a key space of the files. */
public final class RedisTool implements BackupTool {

    private final Way way;
    private final DatabaseServer server;
    private final RedisDatabase database;
    private final Clock clock;
    private int taken;

    private RedisTool(Way way, DatabaseServer server, RedisDatabase database, Clock clock) {
        this.way = way;
        this.server = server;
        this.database = database;
        this.clock = clock;
    }

    /** How it is done. */
    interface Way {

        String name();

        /** Into a directory that holds nothing. */
        void save(RedisDatabase database, Path directory) throws IOException;

        /** Into a database that holds nothing. */
        void load(Path directory, RedisDatabase database) throws IOException;
    }

    /** All ways, for one database on a server that was started for this run. */
    public static List<BackupTool> all(DatabaseServer server, RedisDatabase database, Clock clock) {
        return List.of(
                new RedisTool(new DumpFile(), server, database, clock),
                new RedisTool(new CommandLog(), server, database, clock),
                new RedisTool(new KeyByKey(), server, database, clock));
    }

    @Override
    public String name() {
        return way.name();
    }

    @Override
    public String product() {
        return database.id().product();
    }

    @Override
    public Backup take(String before, Path directory) {
        Path root = directory.resolve("backup-" + ++taken);
        try {
            Files.createDirectories(root);
            way.save(database, root);
        } catch (IOException | RedisErrorException e) {
            throw failed("backed up", database.endpoint().toString(), e);
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
        RedisDatabase made = (RedisDatabase) server.fresh("restored");
        try {
            way.load(backup.root(), made);
            return new Restored(server, made, false);
        } catch (IOException | RedisErrorException e) {
            made.close();
            throw failed("restored", backup.root().toString(), e);
        } catch (ProblemException e) {
            made.close();
            throw e;
        }
    }

    private ProblemException failed(String verb, String where, Exception cause) {
        return ProblemException.setup(
                "The Redis database cannot be " + verb + " by way of " + name(),
                where,
                String.valueOf(cause.getMessage()),
                "Check the free space of the disk and the memory of the server",
                cause);
    }
}
