package dev.stairway.database;

import java.sql.Connection;
import java.sql.SQLException;

/** A database that speaks JDBC. */
public interface JdbcDatabase extends Database {

    @Override
    JdbcSession newSession();

    /** A plain connection for reading and filling, in auto-commit mode; the caller closes it. */
    Connection connect() throws SQLException;

    /** The URL without any secret, for engines that ask for it and for messages. */
    String url();
}
