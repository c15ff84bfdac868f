package dev.stairway.database.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkDirectoryTest {

    private static final Path MEMORY = Path.of("/dev/shm");

    private final String user = "test-" + UUID.randomUUID();

    @TempDir
    private Path cache;

    @Test
    void withoutSuchMemoryTheCacheHoldsTheRuns() {
        assertThat(WorkDirectory.choose(cache.resolve("absent"), cache, user, 0))
                .isEqualTo(cache.resolve("run"));
    }

    @Test
    void plentyOfMemoryIsTakenWithAPrivateDirectory() throws IOException {
        assumeTrue(Files.isDirectory(MEMORY) && Files.getFileStore(MEMORY).getUsableSpace() > 5L << 30);
        Path chosen = WorkDirectory.choose(MEMORY, cache, user, 0);
        try {
            assertThat(chosen).isEqualTo(MEMORY.resolve("stairway-" + user));
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(chosen)))
                    .isEqualTo("rwx------");
            assertThat(WorkDirectory.choose(MEMORY, cache, user, 0)).isEqualTo(chosen);
        } finally {
            Files.deleteIfExists(MEMORY.resolve("stairway-" + user));
        }
    }

    @Test
    void whatMemoryCannotTakeGoesToTheCache() {
        assertThat(WorkDirectory.choose(MEMORY, cache, user, 1L << 50)).isEqualTo(cache.resolve("run"));
        assertThat(MEMORY.resolve("stairway-" + user)).doesNotExist();
    }

    @Test
    void aDirectoryThatOthersCanEnterIsNotTaken() throws IOException {
        assumeTrue(Files.isDirectory(MEMORY) && Files.isWritable(MEMORY));
        Path planted = Files.createDirectory(MEMORY.resolve("stairway-" + user));
        try {
            Files.setPosixFilePermissions(planted, PosixFilePermissions.fromString("rwxrwxrwx"));
            assertThat(WorkDirectory.choose(MEMORY, cache, user, 0)).isEqualTo(cache.resolve("run"));
        } finally {
            Files.delete(planted);
        }
    }

    @Test
    void aLinkIsNotTaken() throws IOException {
        assumeTrue(Files.isDirectory(MEMORY) && Files.isWritable(MEMORY));
        Path link = Files.createSymbolicLink(MEMORY.resolve("stairway-" + user), cache);
        try {
            assertThat(WorkDirectory.choose(MEMORY, cache, user, 0)).isEqualTo(cache.resolve("run"));
        } finally {
            Files.delete(link);
        }
    }
}
