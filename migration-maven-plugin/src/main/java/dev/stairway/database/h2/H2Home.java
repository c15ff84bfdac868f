package dev.stairway.database.h2;

import dev.stairway.database.Checkpoint;
import dev.stairway.database.files.FileTrees;
import dev.stairway.database.generic.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;

/**
 * A database in a file, in a directory of its own. One connection stays open: H2 closes a database with its last
 * connection, and opening it again reads the whole schema.
 */
final class H2Home implements Home {

    private static final String FILE = "db.mv.db";

    private final Driver driver;
    private final Path directory;
    private final String settings;
    private Connection keeper;
    private int checkpoints;

    H2Home(Driver driver, Path directory, String settings) {
        this.driver = driver;
        this.directory = directory;
        this.settings = settings;
    }

    @Override
    public String url() {
        return "jdbc:h2:file:" + directory.resolve("db");
    }

    @Override
    public Connection connect() throws SQLException {
        if (keeper == null) {
            keeper = open();
        }
        return open();
    }

    private Connection open() throws SQLException {
        Properties login = new Properties();
        login.setProperty("user", "sa");
        login.setProperty("password", "");
        return driver.connect(url() + settings, login);
    }

    /** A state that is kept in a file. */
    private record Copy(H2Home owner, Path path) implements Checkpoint {
        @Override
        public void close() {
            try {
                Files.deleteIfExists(path);
            } catch (IOException e) {
                throw new java.io.UncheckedIOException("A checkpoint cannot be deleted: " + path, e);
            }
        }
    }

    @Override
    public Checkpoint keep() throws SQLException {
        shutDown();
        Path copy = directory.resolve("checkpoint-" + ++checkpoints);
        try {
            Files.copy(file(), copy);
        } catch (IOException e) {
            throw new SQLException("The file cannot be copied: " + e, e);
        }
        return new Copy(this, copy);
    }

    @Override
    public void restore(Checkpoint kept) throws SQLException {
        if (!(kept instanceof Copy copy) || copy.owner != this) {
            throw new IllegalArgumentException("The checkpoint belongs to another database");
        }
        shutDown();
        try {
            Files.copy(copy.path, file(), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new SQLException("The file cannot be put back: " + e, e);
        }
    }

    @Override
    public void drop() throws SQLException {
        shutDown();
        try {
            FileTrees.delete(directory);
        } catch (IOException e) {
            throw new SQLException("The files cannot be deleted: " + e, e);
        }
    }

    private Path file() {
        return directory.resolve(FILE);
    }

    /** Writes everything into the file and ends every connection, also those that a migration has left open. */
    private void shutDown() throws SQLException {
        try (Connection last = keeper == null ? open() : keeper;
                Statement statement = last.createStatement()) {
            keeper = null;
            statement.execute("SHUTDOWN");
        }
    }
}
