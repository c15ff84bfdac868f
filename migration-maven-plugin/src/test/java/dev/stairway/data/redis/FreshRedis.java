package dev.stairway.data.redis;

import dev.stairway.database.TestServers;
import dev.stairway.database.redis.RedisConnection;
import dev.stairway.database.redis.RedisDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** An empty database for each test, and a folder for its files. */
abstract class FreshRedis {

    @TempDir
    private Path folder;

    private final String release;

    RedisDatabase database;
    RedisConnection redis;

    /** @param release {@code 6.2} or {@code 7.0} */
    FreshRedis(String release) {
        this.release = release;
    }

    @BeforeEach
    void open() {
        database = (RedisDatabase) TestServers.redis(release).fresh("data");
        redis = database.connect();
    }

    @AfterEach
    void close() {
        redis.close();
        database.close();
    }

    Path file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    static String text(Object reply) {
        return new String((byte[]) reply, StandardCharsets.UTF_8);
    }
}
