package dev.stairway.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stairway.problem.ProblemException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Nobody restores from what is not what was written. */
class DamagedBackupTest {

    @TempDir
    private Path directory;

    @ParameterizedTest
    @CsvSource({"sqlite,backup-api,200", "redis-7.0,rdb,200", "postgresql-18,point-in-time,10"})
    void everyFlippedBitIsNoticed(String source, String tool, int usual) throws SQLException, IOException {
        // Reading the 30 MB of a server 200 times is for whoever asks for it.
        int flips = Integer.getInteger("stairway.test.flips", usual);
        Backup backup = backup(source, tool);
        List<Path> files;
        try (Stream<Path> tree = Files.walk(backup.root())) {
            files = tree.filter(
                            file -> Files.isRegularFile(file) && file.toFile().length() > 0)
                    .sorted()
                    .toList();
        }
        Random random = new Random(8);
        int noticed = 0;
        for (int i = 0; i < flips; i++) {
            Path file = files.get(random.nextInt(files.size()));
            long bit = (long) (random.nextDouble() * Files.size(file) * 8);
            flip(file, bit);
            noticed += notices(backup, file) ? 1 : 0;
            flip(file, bit);
        }
        assertThat(noticed).isEqualTo(flips);
        assertThatCode(backup::verify).doesNotThrowAnyException();
    }

    private static boolean notices(Backup backup, Path file) {
        try {
            Backup.open(backup.file()).verify();
            return false;
        } catch (ProblemException e) {
            return e.problem().where().equals(file.toString());
        }
    }

    private static void flip(Path file, long bit) throws IOException {
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            bytes.seek(bit / 8);
            int old = bytes.read();
            bytes.seek(bit / 8);
            bytes.write(old ^ 1 << bit % 8);
        }
    }

    @Test
    void aTruncatedFileIsNamedWithBothSizes() throws SQLException, IOException {
        Backup backup = backup("sqlite", "file-copy");
        Path file = backup.path("database.db");
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, java.util.Arrays.copyOf(whole, whole.length - 1));
        assertThatThrownBy(backup::verify).hasMessage("""
                The backup before m1 is damaged
                  Where: %s
                  Seen: it has %d bytes, and had %d when the backup was taken
                  Next: Do not restore from this backup; take another one, or restore from an older one""".formatted(file, whole.length - 1, whole.length));
    }

    @Test
    void aMissingFileIsNamed() throws SQLException, IOException {
        Backup backup = backup("sqlite", "file-copy");
        Files.delete(backup.path("database.db"));
        assertThatThrownBy(backup::verify).hasMessageContaining("Seen: the file is missing");
    }

    @Test
    void anAddedFileIsNamed() throws SQLException, IOException {
        Backup backup = backup("sqlite", "file-copy");
        Files.writeString(backup.path("database.db-wal"), "");
        assertThatThrownBy(backup::verify)
                .hasMessageContaining("database.db-wal")
                .hasMessageContaining("it was added after the backup was taken");
    }

    @Test
    void aManifestFromElsewhereIsNoticedThoughItIsWhole() throws SQLException, IOException {
        Backup backup = backup("sqlite", "file-copy");
        Files.writeString(backup.root().resolve("other"), "");
        Backup.seal(backup.root(), "backup", backup.manifest().origin());
        assertThatThrownBy(backup::verify).hasMessageContaining("the manifest is another one");
    }

    @Test
    void aMissingEmptyDirectoryIsNoticed() throws SQLException, IOException {
        Backup backup = backup("postgresql-18", "point-in-time");
        Files.delete(backup.path("base/pg_notify"));
        assertThatThrownBy(backup::verify)
                .hasMessageContaining("pg_notify")
                .hasMessageContaining("the directory is missing");
    }

    @Test
    void theLogMayGoOnButNothingMayComeBetween() throws SQLException, IOException {
        Backup backup = backup("postgresql-18", "point-in-time");
        Files.writeString(backup.path("log/0000000100000000000000FF"), "later");
        assertThatCode(backup::verify).doesNotThrowAnyException();
        Files.writeString(backup.path("log/000000000000000000000000"), "earlier");
        assertThatThrownBy(backup::verify).hasMessageContaining("it was added");
    }

    @Test
    void aBackupIsReadAgainAsItWasWritten() throws SQLException, IOException {
        Backup backup = backup("sqlite", "vacuum-into");
        Origin origin = backup.manifest().origin();
        assertThat(Backup.open(backup.file())).isEqualTo(backup);
        Origin odd = new Origin("t: x", "p", "", origin.taken(), "a\\nb\nc\r: d\\", "");
        assertThat(Backup.open(Backup.seal(backup.root(), "odd", odd).file())
                        .manifest()
                        .origin())
                .isEqualTo(odd);
    }

    private Backup backup(String source, String tool) throws SQLException, IOException {
        try (Sources sources = Sources.of(source);
                BackupTool used = sources.tool(tool)) {
            return sources.take(used, directory);
        }
    }
}
