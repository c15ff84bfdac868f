package dev.stairway.database.generic;

import dev.stairway.database.Checkpoint;
import dev.stairway.database.generic.facts.Metadata;
import dev.stairway.database.generic.facts.Spelling;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Optional;

/** A schema in a database whose product is not known: standard SQL makes and drops it. */
final class OwnSchema implements Home {

    private final Target server;
    private final String name;
    private final Spelling spelling;

    private OwnSchema(Target server, String name, Spelling spelling) {
        this.server = server;
        this.name = name;
        this.spelling = spelling;
    }

    static OwnSchema create(Target server, String name) throws SQLException {
        try (Connection connection = server.connect()) {
            Spelling usual = Spelling.of(connection);
            OwnSchema made = new OwnSchema(server, usual.folds() ? name.toUpperCase(Locale.ROOT) : name, usual);
            run(connection, "CREATE SCHEMA " + usual.quoted(made.name));
            return made;
        }
    }

    @Override
    public Connection connect() throws SQLException {
        Connection connection = server.connect();
        try {
            connection.setSchema(name);
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    @Override
    public String url() {
        return server.url();
    }

    @Override
    public Optional<String> onlySchema() {
        return Optional.of(name);
    }

    @Override
    public Checkpoint keep() throws SQLException {
        try (Connection connection = connect()) {
            Metadata metadata = Metadata.of(connection, Spelling.of(connection), Optional.of(name));
            return new Kept(this, PlainTables.read(connection, metadata.tables(), spelling));
        }
    }

    private record Kept(OwnSchema owner, Optional<PlainTables> tables) implements Checkpoint {
        @Override
        public void close() {
            // It is in our memory.
        }
    }

    @Override
    public void restore(Checkpoint kept) throws SQLException {
        if (!(kept instanceof Kept mine) || mine.owner != this) {
            throw new IllegalArgumentException("The checkpoint belongs to another database");
        }
        if (mine.tables.isEmpty()) {
            throw new SQLException("stairway cannot copy a schema of " + spelling.product()
                    + " that holds more than plain tables; repair the first migration that failed, then run again");
        }
        drop();
        try (Connection connection = server.connect()) {
            run(connection, "CREATE SCHEMA " + spelling.quoted(name));
            connection.setSchema(name);
            mine.tables.get().write(connection);
        }
    }

    @Override
    public void drop() throws SQLException {
        try (Connection connection = server.connect()) {
            run(connection, "DROP SCHEMA " + spelling.quoted(name) + " CASCADE");
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
