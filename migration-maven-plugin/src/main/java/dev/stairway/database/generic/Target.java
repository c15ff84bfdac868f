package dev.stairway.database.generic;

import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a server is reached.
 *
 * @param url without any secret
 * @param login user, password and whatever else the driver asks for; never shown
 */
public record Target(Driver driver, String url, Properties login) {

    private static final Pattern MYSQL =
            Pattern.compile("(jdbc:(?:mariadb|mysql):(?:[a-z]+:)?//[^/?]+)(?:/[^?]*)?(\\?.*)?");

    public Target {
        Properties copy = new Properties();
        copy.putAll(login);
        login = copy;
    }

    /** @throws SQLException also when the driver does not know the URL, which it says by silence */
    public Connection connect() throws SQLException {
        Connection connection = driver.connect(url, login);
        if (connection == null) {
            throw new SQLException("The driver " + driver.getClass().getName() + " does not know this URL");
        }
        return connection;
    }

    /** The same server with one more setting of the driver. */
    public Target with(String setting, String value) {
        Target other = new Target(driver, url, login);
        other.login.setProperty(setting, value);
        return other;
    }

    /** The same server with another database, for MySQL's family. */
    Target database(String name) {
        Matcher mysql = MYSQL.matcher(url);
        if (!mysql.matches()) {
            throw new IllegalArgumentException("Not a URL of MariaDB or MySQL");
        }
        String parameters = mysql.group(2) == null ? "" : mysql.group(2);
        return new Target(driver, mysql.group(1) + "/" + name + parameters, login);
    }

    @Override
    public String toString() {
        return url;
    }
}
