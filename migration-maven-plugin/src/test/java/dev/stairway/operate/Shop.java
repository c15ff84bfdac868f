package dev.stairway.operate;

import dev.stairway.database.external.NamedTarget;
import dev.stairway.database.external.SessionLimits;
import dev.stairway.database.postgres.NamedPostgres;
import dev.stairway.database.provider.OperatedServer;
import dev.stairway.engine.ChangelogSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Changelogs of a shop in Liquibase's formatted SQL, and databases of a user's to bring them to. */
final class Shop {

    /** Three that go both ways. */
    static final List<String> GOOD = List.of(
            "CREATE TABLE customer (id INTEGER PRIMARY KEY, name VARCHAR(50))#DROP TABLE customer",
            "CREATE TABLE orders (id INTEGER PRIMARY KEY, customer INTEGER REFERENCES customer (id))#DROP TABLE orders",
            "CREATE INDEX orders_customer ON orders (customer)#DROP INDEX orders_customer");

    private Shop() {}

    /** @param changes statement and rollback with # between; without one there is no way back */
    static ChangelogSource changelog(Path directory, List<String> changes) {
        StringBuilder text = new StringBuilder("--liquibase formatted sql\n");
        int number = 0;
        for (String change : changes) {
            String[] ways = change.split("#");
            text.append("--changeset ann:")
                    .append(++number)
                    .append('\n')
                    .append(ways[0])
                    .append(";\n");
            if (ways.length > 1) {
                text.append("--rollback ").append(ways[1]).append(";\n");
            }
        }
        try {
            Files.createDirectories(directory);
            Files.writeString(directory.resolve("changelog.sql"), text);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return source(directory, "changelog.sql");
    }

    static ChangelogSource source(Path directory, String location) {
        return new ChangelogSource(location, List.of(directory), Shop.class.getClassLoader(), Map.of(), "", "");
    }

    /** Of an ordinary user, who owns it. */
    static NamedTarget postgres(NamedPostgres named, String database) {
        named.sql("postgres", "CREATE DATABASE \"" + database + "\" OWNER walker");
        return new NamedTarget(named.url(database), NamedPostgres.WALKER, NamedPostgres.PASSWORD);
    }

    static NamedTarget sqlite(Path file) {
        try {
            Files.createFile(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return new NamedTarget("jdbc:sqlite:" + file, "", "");
    }

    static OperatedServer looking(NamedTarget target) {
        return OperatedServer.open(target, SessionLimits.looking(Duration.ofSeconds(10)), Shop.class.getClassLoader());
    }

    static void sql(NamedTarget target, String... statements) {
        try (Connection connection = DriverManager.getConnection(target.url(), target.user(), target.password());
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
