package dev.stairway.backup.sqlite;

import dev.stairway.database.JdbcDatabase;
import dev.stairway.database.files.FileCheckpoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The file itself, while nobody has it open: https://sqlite.org/howtocorrupt.html#_backup_or_restore_while_a_transaction_is_active.
 * A checkpoint moves what is committed out of the log first, so that the one file is all.
 */
final class FileCopy implements SqliteTool.Way {

    @Override
    public String name() {
        return "file-copy";
    }

    @Override
    public void save(JdbcDatabase database, Path file) throws IOException {
        try (FileCheckpoint copy = (FileCheckpoint) database.checkpoint()) {
            Files.move(copy.path(), file);
        }
    }

    @Override
    public void load(Path file, JdbcDatabase database) throws IOException {
        Files.copy(file, SqliteFile.of(database));
    }
}
