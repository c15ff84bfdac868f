package dev.stairway.backup.redis;

import dev.stairway.database.files.FileCheckpoint;
import dev.stairway.database.redis.RedisDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The file that the server writes with SAVE and reads when it starts:
 * https://redis.io/docs/latest/operate/oss_and_stack/management/persistence/#snapshotting. A checkpoint is just that.
 */
final class DumpFile implements RedisTool.Way {

    private static final String NAME = "dump.rdb";

    @Override
    public String name() {
        return "rdb";
    }

    @Override
    public void save(RedisDatabase database, Path directory) throws IOException {
        try (FileCheckpoint dump = (FileCheckpoint) database.checkpoint()) {
            Files.move(dump.path(), directory.resolve(NAME));
        }
    }

    /** From a copy, since a server may take the file for its own. */
    @Override
    public void load(Path directory, RedisDatabase database) throws IOException {
        try (FileCheckpoint first = (FileCheckpoint) database.checkpoint()) {
            Path copy = first.path().resolveSibling("restored.rdb");
            Files.copy(directory.resolve(NAME), copy);
            database.restore(new FileCheckpoint(database, copy));
            Files.delete(copy);
        }
    }
}
