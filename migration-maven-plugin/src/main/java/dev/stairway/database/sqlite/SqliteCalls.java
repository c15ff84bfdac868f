package dev.stairway.database.sqlite;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.BooleanSupplier;

/**
 * What SQLite's driver can do beyond JDBC. Every driver has its own, since several releases of it may be in use at a time,
 * each in a class loader of its own.
 */
public interface SqliteCalls {

    /** Those of the driver that made the connection. */
    static SqliteCalls of(Connection connection) throws SQLException {
        return Found.BY_CONNECTION.get(connection.unwrap(Connection.class).getClass());
    }

    /** False for a driver older than 3.43, which has no {@link #image}. */
    boolean hasImages();

    /** The database as the connection sees it, in the format of its file: https://www.sqlite.org/c3ref/serialize.html. */
    byte[] image(Connection connection) throws SQLException;

    /** Asks now and then, while a statement runs, whether it is to be interrupted; until the end of this. */
    Interrupting interrupt(Connection connection, int instructions, BooleanSupplier when) throws SQLException;

    /** Takes the driver out of the JVM's register, in which it would stay for ever. */
    void unregisterDriver() throws SQLException;

    /** Ends the asking. */
    @FunctionalInterface
    interface Interrupting extends AutoCloseable {
        @Override
        void close() throws SQLException;
    }
}
