package dev.stairway.database.mariadb;

import dev.stairway.database.Profile;
import dev.stairway.database.TestServers;
import dev.stairway.database.external.ExternalTarget;
import dev.stairway.database.external.Hosts;
import dev.stairway.database.files.ContentCache;
import dev.stairway.database.jdbc.QuietMariaDb;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** A real MariaDB as a user has it, with users, rights and a log of every statement. */
public final class NamedMariaDb implements AutoCloseable {

    /** Of every user; to be found nowhere. */
    public static final String PASSWORD = "canary-77c1e0b2";

    /** What marks are made of. */
    public static final String MARK = "named-tests-1f9c";

    /** May do everything in databases that are called {@code named_…}, and in those that runs make. */
    public static final String WALKER = "walker";

    private static final String KEEPER = "keeper";

    private final MariaDbProcess process;
    private final URLClassLoader drivers;

    private NamedMariaDb(MariaDbProcess process, URLClassLoader drivers) {
        this.process = process;
        this.drivers = drivers;
    }

    public static NamedMariaDb start(Path work) {
        try {
            Installation installation =
                    Installation.of(TestServers.mariadbJar(), new ContentCache(TestServers.cache()));
            MariaDbProcess process =
                    MariaDbProcess.start(installation, work, Profile.FAST, unused -> firstStatements());
            NamedMariaDb server = new NamedMariaDb(process, TestServers.mariadbDrivers());
            QuietMariaDb.in(server.drivers);
            server.sql("SET GLOBAL general_log_file = 'statements.log'", "SET GLOBAL general_log = ON");
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String firstStatements() {
        String walker = "'walker'@'127.0.0.1'";
        return "CREATE USER 'keeper'@'127.0.0.1' IDENTIFIED BY '" + PASSWORD + "';\n"
                + "GRANT ALL PRIVILEGES ON *.* TO 'keeper'@'127.0.0.1' WITH GRANT OPTION;\n"
                + "CREATE USER " + walker + " IDENTIFIED BY '" + PASSWORD + "';\n"
                + "GRANT ALL PRIVILEGES ON `named\\_%`.* TO " + walker + ";\n"
                + "GRANT ALL PRIVILEGES ON `stairway\\_%`.* TO " + walker + ";\n";
    }

    /** With the driver of MariaDB, which the plugin does not bring. */
    public ClassLoader drivers() {
        return drivers;
    }

    public int port() {
        return process.port();
    }

    public String url(String database) {
        return "jdbc:mariadb://127.0.0.1:" + port() + "/" + database;
    }

    public ExternalTarget target(String database) {
        return target(url(database), WALKER);
    }

    public ExternalTarget target(String url, String user) {
        return new ExternalTarget(url, user, PASSWORD, MARK, Hosts.NONE, ExternalTarget.MAX_SERVER_BYTES);
    }

    /** As the administrator. */
    public void sql(String... statements) {
        try (Connection connection = connect(KEEPER, "");
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** First column of all rows, as the administrator. */
    public List<String> texts(String sql) {
        try (Connection connection = connect(KEEPER, "");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> texts = new ArrayList<>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @param user {@link #WALKER} or {@code keeper} */
    public Connection connect(String user, String database) throws SQLException {
        Properties login = new Properties();
        login.setProperty("user", user);
        login.setProperty("password", PASSWORD);
        return dev.stairway.database.jdbc.Drivers.find(drivers, url(database))
                .orElseThrow()
                .connect(url(database), login);
    }

    /** Databases that runs have made and not dropped. */
    public List<String> made() {
        return texts("SHOW DATABASES LIKE 'stairway\\_%'");
    }

    /** Every statement so far, as the server wrote it down. */
    public String log() {
        try {
            return Files.readString(
                    Path.of(texts("SELECT @@datadir").get(0), "statements.log"), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try (drivers) {
            process.stop();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
