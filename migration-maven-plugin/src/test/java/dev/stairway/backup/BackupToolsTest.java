package dev.stairway.backup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.database.redis.RedisConnection;
import dev.stairway.database.redis.RedisDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every tool brings back what was there, whatever came after. */
class BackupToolsTest {

    @TempDir
    private Path directory;

    @ParameterizedTest
    @CsvSource({
        "sqlite,backup-api",
        "sqlite,vacuum-into",
        "sqlite,file-copy",
        "redis-7.0,rdb",
        "redis-7.0,aof",
        "redis-7.0,dump-restore",
        "redis-6.2,rdb",
        "redis-6.2,aof",
        "redis-6.2,dump-restore",
        "postgresql-14,point-in-time",
        "postgresql-18,point-in-time"
    })
    void theRestoredDatabaseIsTheOneThatWasThere(String source, String tool) throws SQLException, IOException {
        try (Sources sources = Sources.of(source);
                BackupTool used = sources.tool(tool)) {
            Map<String, String> before = Sources.fingerprint(sources.database());
            Backup backup = sources.take(used, directory);
            sources.change();
            Map<String, String> changed = Sources.fingerprint(sources.database());
            try (Restored restored = used.restore(backup)) {
                assertThat(Sources.fingerprint(restored.database()))
                        .isEqualTo(before)
                        .isNotEqualTo(changed);
            }
            assertThat(Sources.fingerprint(sources.database())).isEqualTo(changed);
        }
    }

    /** So many that the clock goes on while they are read. */
    @ParameterizedTest
    @ValueSource(strings = {"redis-7.0", "redis-6.2"})
    void everyOfManyKeysExpiresAtTheVeryMillisecond(String source) throws SQLException, IOException {
        try (Sources sources = Sources.of(source);
                BackupTool used = sources.tool("dump-restore")) {
            try (RedisConnection redis = ((RedisDatabase) sources.database()).connect()) {
                for (int i = 0; i < 5_000; i++) {
                    redis.call("SET", "cart:" + i, "x", "PX", Integer.toString(86_400_000 + i));
                }
            }
            Backup backup = sources.take(used, directory);
            try (Restored restored = used.restore(backup)) {
                assertThat(Sources.differences(sources.database(), restored.database()))
                        .isEmpty();
            }
        }
    }
}
