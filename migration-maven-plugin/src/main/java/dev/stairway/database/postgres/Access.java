package dev.stairway.database.postgres;

import dev.stairway.database.DatabaseId;
import dev.stairway.database.Handover;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** Opens connections to one server; keeps the password to itself. */
final class Access {

    private final Driver driver = new org.postgresql.Driver();
    private final String place;
    private final String user;
    private final String password;
    private final Map<String, String> more;

    /** To a server of ours. */
    Access(PostgresHost server) {
        this(server.host(), server.port(), server.password());
    }

    /** To a server of ours on this machine. */
    Access(int port, String password) {
        this(Settings.HOST, port, password);
    }

    private Access(String host, int port, String password) {
        // One round trip less; data and server are thrown away, and the password is never sent as it is.
        this(host + ":" + port, Settings.SUPERUSER, password, Map.of("sslmode", "disable"));
    }

    /**
     * To any server.
     *
     * @param place host and port as in a URL
     * @param password empty for none
     * @param more settings of the connection, by the driver's names
     */
    Access(String place, String user, String password, Map<String, String> more) {
        this.place = place;
        this.user = user;
        this.password = password;
        this.more = Map.copyOf(more);
    }

    /** The same with one more setting. */
    Access with(String setting, String value) {
        Map<String, String> all = new TreeMap<>(more);
        all.put(setting, value);
        return new Access(place, user, password, all);
    }

    /** The same user by another way. */
    Access via(String host, int port) {
        return new Access(host + ":" + port, user, password, more);
    }

    String host() {
        return place.substring(0, place.lastIndexOf(':'));
    }

    int port() {
        return Integer.parseInt(place.substring(place.lastIndexOf(':') + 1));
    }

    /** To a server of ours, in another process. */
    static Access of(Handover handover) {
        String place = handover.place().substring(0, handover.place().indexOf('/'));
        return new Access(place, handover.user(), handover.password(), Map.of("sslmode", "disable"));
    }

    /** The name of a database comes last. */
    Handover handover(DatabaseId id, String database) {
        return new Handover(id, place + "/" + database, user, password);
    }

    String url(String database) {
        return "jdbc:postgresql://" + place + "/" + database;
    }

    Connection connect(String database) throws SQLException {
        Properties settings = new Properties();
        settings.setProperty("user", user);
        if (!password.isEmpty()) {
            settings.setProperty("password", password);
        }
        settings.setProperty("ApplicationName", "stairway");
        // One round trip less.
        settings.setProperty("gssEncMode", "disable");
        // Makes the driver send its settings with the start-up packet, where RESET ALL does not undo them.
        settings.setProperty("assumeMinServerVersion", "14");
        // A statement without parameters goes as the text it is, in one message, whatever number of commands it holds.
        // https://jdbc.postgresql.org/documentation/use/#connection-parameters
        settings.setProperty("preferQueryMode", "extendedForPrepared");
        settings.setProperty("connectTimeout", "20");
        settings.putAll(more);
        return driver.connect(url(database), settings);
    }

    /** As libpq reads it: https://www.postgresql.org/docs/current/libpq-envars.html */
    void point(Map<String, String> environment) {
        int colon = place.lastIndexOf(':');
        environment.put("PGHOST", place.substring(0, colon));
        environment.put("PGPORT", place.substring(colon + 1));
        environment.put("PGUSER", user);
        if (!password.isEmpty()) {
            environment.put("PGPASSWORD", password);
        }
        String sslmode = more.get("sslmode");
        if (sslmode != null) {
            environment.put("PGSSLMODE", sslmode);
        }
    }

    @Override
    public String toString() {
        return "Access to " + place;
    }
}
