package dev.stairway.data.profile;

import dev.stairway.database.jdbc.Drivers;
import dev.stairway.problem.ProblemException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;

/** Reads how a database is filled from its statistics: read-only, bounded, and no value leaves it. */
public final class ProfileReader {

    private static final String CONNECT_SECONDS = "10";

    private ProfileReader() {}

    /** @throws ProblemException when the database cannot be reached or asked */
    public static Profile read(ProfileSource source) {
        boolean postgres = source.product().equals("postgresql");
        String driver = postgres ? "org.postgresql.Driver" : "org.sqlite.JDBC";
        try (Connection connection = Drivers.load(ProfileReader.class.getClassLoader(), driver)
                .connect(source.url(), properties(source, postgres))) {
            return postgres
                    ? new PostgresProfile(connection, source.timeoutSeconds()).read()
                    : new SqliteProfile(connection, source.timeoutSeconds()).read();
        } catch (SQLException failure) {
            throw ProblemException.setup(
                    "The statistics of the database cannot be read",
                    source.url(),
                    source.safe(failure.getMessage()),
                    "Check URL, user and password; reading them needs SELECT on the tables, and no statement may take longer than "
                            + source.timeoutSeconds() + " s (<profileTimeoutSeconds>)",
                    // Not as the cause: its text might hold what was masked.
                    null);
        }
    }

    private static Properties properties(ProfileSource source, boolean postgres) {
        Properties properties = new Properties();
        if (postgres) {
            properties.setProperty("readOnly", "true");
            properties.setProperty("connectTimeout", CONNECT_SECONDS);
            properties.setProperty("socketTimeout", String.valueOf(source.timeoutSeconds() + 5));
            properties.setProperty("ApplicationName", "migration-maven-plugin profile");
        } else {
            // SQLITE_OPEN_READONLY: a file that does not exist is an error and not a new database.
            properties.setProperty("open_mode", "1");
        }
        if (!source.user().isEmpty()) {
            properties.setProperty("user", source.user());
        }
        if (source.password() != null && !source.password().isEmpty()) {
            properties.setProperty("password", source.password());
        }
        return properties;
    }
}
