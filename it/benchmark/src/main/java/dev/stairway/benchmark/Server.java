package dev.stairway.benchmark;

import dev.stairway.database.JdbcDatabase;
import dev.stairway.database.Profile;
import dev.stairway.database.postgres.PostgresServer;
import dev.stairway.database.provider.EmbeddedOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;

/** The one embedded server that the peers run on, with a login for processes of their own. */
final class Server implements AutoCloseable {

    private static final String USER = "benchmark";

    private final PostgresServer server;
    private final String password = UUID.randomUUID().toString();

    Server(Settings settings) throws SQLException {
        EmbeddedOptions options = EmbeddedOptions.defaults();
        server = PostgresServer.start(
                settings.binaries(), 18, options.cacheDirectory(), options.workDirectory(), Profile.FAST);
        try (JdbcDatabase database = fresh();
                Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE ROLE " + USER + " LOGIN SUPERUSER PASSWORD '" + password + "'");
        }
    }

    JdbcDatabase fresh() {
        return (JdbcDatabase) server.fresh("benchmark");
    }

    /** Connection properties for a process, in this directory; never on its command line. */
    Path properties(JdbcDatabase database, Path directory) throws IOException {
        Path file = directory.resolve("connection.properties");
        Files.createDirectories(directory);
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        return Files.writeString(
                file,
                "url=" + database.url() + "\nusername=" + USER + "\npassword=" + password + "\nuser=" + USER
                        + "\nliquibase.analytics.enabled=false\n");
    }

    @Override
    public void close() {
        server.close();
    }
}
