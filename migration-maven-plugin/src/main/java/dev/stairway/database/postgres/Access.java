package dev.stairway.database.postgres;

import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.Properties;

/** Opens connections to one server; keeps the password to itself. */
final class Access {

    private final Driver driver = new org.postgresql.Driver();
    private final String host;
    private final int port;
    private final String password;

    Access(PostgresHost server) {
        this(server.host(), server.port(), server.password());
    }

    Access(int port, String password) {
        this(Settings.HOST, port, password);
    }

    private Access(String host, int port, String password) {
        this.host = host;
        this.port = port;
        this.password = password;
    }

    String url(String database) {
        return "jdbc:postgresql://" + host + ":" + port + "/" + database;
    }

    Connection connect(String database) throws SQLException {
        Properties settings = new Properties();
        settings.setProperty("user", Settings.SUPERUSER);
        settings.setProperty("password", password);
        settings.setProperty("ApplicationName", "stairway");
        // One round trip each less; data and server are thrown away, and the password is never sent as it is.
        settings.setProperty("sslmode", "disable");
        settings.setProperty("gssEncMode", "disable");
        // Makes the driver send its settings with the start-up packet, where RESET ALL does not undo them.
        settings.setProperty("assumeMinServerVersion", "14");
        // A statement without parameters goes as the text it is, in one message, whatever number of commands it holds.
        // https://jdbc.postgresql.org/documentation/use/#connection-parameters
        settings.setProperty("preferQueryMode", "extendedForPrepared");
        settings.setProperty("connectTimeout", "20");
        return driver.connect(url(database), settings);
    }

    @Override
    public String toString() {
        return "Access to port " + port;
    }
}
