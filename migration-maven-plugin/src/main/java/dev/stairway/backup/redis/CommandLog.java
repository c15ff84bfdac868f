package dev.stairway.backup.redis;

import dev.stairway.database.files.FileTrees;
import dev.stairway.database.redis.RedisDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * The log that the server keeps of its commands and plays when it starts:
 * https://redis.io/docs/latest/operate/oss_and_stack/management/persistence/#append-only-file
 */
final class CommandLog implements RedisTool.Way {

    @Override
    public String name() {
        return "aof";
    }

    @Override
    public void save(RedisDatabase database, Path directory) throws IOException {
        Path log = database.log().orElseThrow(() -> new IOException("the server's files are out of reach"));
        FileTrees.copy(log, directory.resolve(log.getFileName()));
    }

    @Override
    public void load(Path directory, RedisDatabase database) throws IOException {
        if (!database.restartWithLog(log(directory))) {
            throw new IOException("the server's files are out of reach");
        }
    }

    /** It is called as the server calls it. */
    private static Path log(Path directory) throws IOException {
        try (Stream<Path> all = Files.list(directory)) {
            return all.filter(path -> path.getFileName().toString().startsWith("appendonly"))
                    .findFirst()
                    .orElseThrow(() -> new IOException("the backup has no log"));
        }
    }
}
