package dev.stairway.database.generic;

import dev.stairway.database.Checkpoint;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** A database on a server of MariaDB or MySQL. */
final class OwnDatabase implements Home {

    private final Target server;
    private final Target own;
    private final String name;
    private int checkpoints;

    private OwnDatabase(Target server, String name) {
        this.server = server;
        this.own = server.database(name);
        this.name = name;
    }

    static OwnDatabase create(Target server, String name) throws SQLException {
        OwnDatabase made = new OwnDatabase(server, name);
        made.onServer("CREATE DATABASE `" + name + "`");
        return made;
    }

    @Override
    public Connection connect() throws SQLException {
        return own.connect();
    }

    @Override
    public String url() {
        return own.url();
    }

    @Override
    public Checkpoint keep() throws SQLException {
        String copy = name + "_c" + ++checkpoints;
        try (Connection connection = server.connect()) {
            DatabaseCopy kept = DatabaseCopy.take(connection, name, copy);
            return new Kept(this, kept, copy);
        } catch (SQLException e) {
            onServer("DROP DATABASE IF EXISTS `" + copy + "`");
            throw e;
        }
    }

    private record Kept(OwnDatabase owner, DatabaseCopy copy, String name) implements Checkpoint {
        @Override
        public void close() {
            try {
                owner.onServer("DROP DATABASE IF EXISTS `" + name + "`");
            } catch (SQLException e) {
                throw new IllegalStateException("A checkpoint cannot be dropped: " + name, e);
            }
        }
    }

    @Override
    public void restore(Checkpoint kept) throws SQLException {
        if (!(kept instanceof Kept mine) || mine.owner != this) {
            throw new IllegalArgumentException("The checkpoint belongs to another database");
        }
        onServer("DROP DATABASE IF EXISTS `" + name + "`");
        try (Connection connection = server.connect()) {
            mine.copy.putBack(connection);
        }
    }

    @Override
    public void drop() throws SQLException {
        onServer("DROP DATABASE IF EXISTS `" + name + "`");
    }

    private void onServer(String sql) throws SQLException {
        try (Connection connection = server.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
