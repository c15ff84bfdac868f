package dev.stairway.benchmark;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;

/** The program behind {@link BareTrial}: the migrations' statements and the history rows that the engine writes beside them. */
final class BareJdbc {

    private BareJdbc() {}

    /** @param arguments connection properties, number of changeSets, file for the loop's milliseconds */
    public static void main(String[] arguments) throws IOException, SQLException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(Path.of(arguments[0]))) {
            properties.load(reader);
        }
        int size = Integer.parseInt(arguments[1]);
        try (Connection connection = DriverManager.getConnection(properties.getProperty("url"), properties);
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "CREATE TABLE history (id varchar(255), author varchar(255), file varchar(255), at timestamp)");
            long start = System.nanoTime();
            walk(connection, statement, size);
            Files.writeString(Path.of(arguments[2]), String.valueOf((System.nanoTime() - start) / 1e6));
        }
    }

    private static void walk(Connection connection, Statement statement, int size) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                        "INSERT INTO history VALUES (?, 'benchmark', 'changelog.xml', now())");
                PreparedStatement delete = connection.prepareStatement(
                        "DELETE FROM history WHERE id = ? AND author = 'benchmark' AND file = 'changelog.xml'")) {
            for (int i = 0; i < size; i++) {
                run(statement, up(i), insert, i);
                run(statement, down(i), delete, i);
                run(statement, up(i), insert, i);
            }
        }
    }

    private static void run(Statement statement, String sql, PreparedStatement history, int number)
            throws SQLException {
        statement.execute(sql);
        history.setString(1, "c" + (number + 1));
        history.executeUpdate();
    }

    private static String up(int number) {
        int table = number / 3;
        return switch (number % 3) {
            case 0 ->
                "CREATE TABLE public.t" + table + " (id BIGINT NOT NULL, name VARCHAR(100), CONSTRAINT t" + table
                        + "_pkey PRIMARY KEY (id))";
            case 1 -> "ALTER TABLE public.t" + table + " ADD amount numeric(12, 2)";
            default -> "CREATE INDEX ix_t" + table + "_name ON public.t" + table + "(name)";
        };
    }

    private static String down(int number) {
        int table = number / 3;
        return switch (number % 3) {
            case 0 -> "DROP TABLE public.t" + table;
            case 1 -> "ALTER TABLE public.t" + table + " DROP COLUMN amount";
            default -> "DROP INDEX public.ix_t" + table + "_name";
        };
    }
}
