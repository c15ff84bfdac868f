package dev.stairway.benchmark;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;

/** Sends a file of statements, one a line, each committed by itself, and says how long that took: the least a walk could cost. */
public final class BareJdbc {

    private BareJdbc() {}

    /** Arguments: file with the login, file with the statements. */
    public static void main(String[] arguments) throws Exception {
        Properties login = new Properties();
        try (InputStream in = Files.newInputStream(Path.of(arguments[0]))) {
            login.load(in);
        }
        List<String> statements = Files.readAllLines(Path.of(arguments[1]));
        try (Connection connection = DriverManager.getConnection(login.getProperty("url"), login);
                Statement statement = connection.createStatement()) {
            long start = System.nanoTime();
            for (String sql : statements) {
                statement.execute(sql);
            }
            System.out.println("loopMillis=" + (System.nanoTime() - start) / 1e6);
            System.out.println("statements=" + statements.size());
        }
    }
}
