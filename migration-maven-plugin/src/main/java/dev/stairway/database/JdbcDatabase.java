package dev.stairway.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** A database that speaks JDBC. */
public interface JdbcDatabase extends Database {

    @Override
    JdbcSession newSession();

    /** A plain connection for reading and filling, in auto-commit mode; the caller closes it. */
    Connection connect() throws SQLException;

    /**
     * A connection to another database of the same server, from where this one can be looked at without the look being a
     * part of what is seen. It is closed with this database, by nobody else. Empty where the product or the server has no
     * such place.
     */
    default Optional<Connection> beside() throws SQLException {
        return Optional.empty();
    }

    /** The schema that alone belongs to it, where others use the rest of the same database; empty when all of it does. */
    default Optional<String> onlySchema() {
        return Optional.empty();
    }

    /** The URL without any secret, for engines that ask for it and for messages. */
    String url();
}
