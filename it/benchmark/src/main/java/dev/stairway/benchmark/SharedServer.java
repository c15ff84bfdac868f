package dev.stairway.benchmark;

import dev.stairway.database.DatabaseServer;
import dev.stairway.database.JdbcDatabase;
import dev.stairway.database.provider.EmbeddedOptions;
import dev.stairway.database.provider.EmbeddedProvider;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.UUID;

/**
 * The embedded PostgreSQL 18 of the plugin's own launcher, for the peers. Our goal starts its own with the same launcher,
 * binaries and settings, and its time includes that.
 */
final class SharedServer implements AutoCloseable {

    private static final String ROLE = "benchmark";

    private final DatabaseServer server;
    private final Deque<JdbcDatabase> databases = new ArrayDeque<>();
    private final String password;

    private SharedServer(DatabaseServer server, String password) {
        this.server = server;
        this.password = password;
    }

    static SharedServer start(Path binaries) throws SQLException {
        EmbeddedProvider provider =
                new EmbeddedProvider((group, artifact, version) -> binaries, EmbeddedOptions.defaults());
        DatabaseServer server = provider.start("postgresql", "18");
        try {
            SharedServer shared = new SharedServer(server, UUID.randomUUID().toString());
            shared.createRole();
            return shared;
        } catch (SQLException | RuntimeException e) {
            server.close();
            throw e;
        }
    }

    /** A login of our own, because the launcher keeps its password to itself. */
    private void createRole() throws SQLException {
        try (JdbcDatabase database = (JdbcDatabase) server.fresh("role");
                Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE ROLE " + ROLE + " LOGIN SUPERUSER PASSWORD '" + password + "'");
        }
    }

    /**
     * An empty database. It lives until the server stops: dropping thousands of files between two trials slows down the
     * creation of files in the next.
     */
    Login fresh(String name) {
        JdbcDatabase database = (JdbcDatabase) server.fresh(name.replaceAll("\\W", "_"));
        databases.push(database);
        return new Login(database.url(), ROLE, password);
    }

    String version() {
        return server.serverVersion();
    }

    @Override
    public void close() {
        databases.forEach(JdbcDatabase::close);
        server.close();
    }
}
