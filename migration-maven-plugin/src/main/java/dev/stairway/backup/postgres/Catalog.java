package dev.stairway.backup.postgres;

import dev.stairway.backup.postgres.Part.Id;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Reads from the system catalogs how a database can be made: https://www.postgresql.org/docs/current/catalogs.html. */
final class Catalog {

    private final Connection connection;

    /** @param connection in one transaction, with an empty search path, so that all names come out qualified */
    Catalog(Connection connection) {
        this.connection = connection;
    }

    /** A table and the columns that can be written, both as in statements. */
    record Rows(String table, String columns) {}

    /** What cannot be made again from what is read here. */
    List<String> uncovered() throws SQLException {
        return list("uncovered.sql", row -> row.getString(1));
    }

    /** All objects, each after those that it needs. */
    List<Part> parts() throws SQLException {
        List<Part> parts = list(
                "objects.sql",
                row -> new Part(new Id(row.getLong(1), row.getLong(2)), row.getInt(3), row.getString(4)));
        Map<Id, Set<Id>> needs = new HashMap<>();
        list(
                "links.sql",
                row -> needs.computeIfAbsent(new Id(row.getLong(1), row.getLong(2)), id -> new HashSet<>())
                        .add(new Id(row.getLong(3), row.getLong(4))));
        try {
            return Part.ordered(parts, needs);
        } catch (IllegalStateException loop) {
            throw new SQLException("these objects need each other: " + loop.getMessage(), loop);
        }
    }

    /** Statements that take away all that users have made, in order; extensions stay. */
    List<String> drops() throws SQLException {
        return list("drops.sql", row -> row.getString(2));
    }

    List<Rows> tables() throws SQLException {
        return list("tables.sql", row -> new Rows(row.getString(1), row.getString(2)));
    }

    /**
     * What is said last, the positions of sequences included.
     *
     * @param parts in order
     */
    List<String> details(List<Part> parts) throws SQLException {
        List<String> all = new ArrayList<>(list("details.sql", row -> row.getString(1)));
        all.addAll(refreshes(parts));
        for (String sequence : list("sequences.sql", row -> row.getString(1))) {
            all.add(position(sequence));
        }
        return all;
    }

    /** A materialized view may be read only once it is filled, so that those which others need come first. */
    private List<String> refreshes(List<Part> parts) throws SQLException {
        Map<Id, String> refreshes = new HashMap<>();
        list("refreshes.sql", row -> refreshes.put(new Id(row.getLong(1), row.getLong(2)), row.getString(3)));
        return parts.stream()
                .map(part -> refreshes.get(part.id()))
                .filter(Objects::nonNull)
                .toList();
    }

    private String position(String sequence) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT last_value, is_called FROM " + sequence)) {
            row.next();
            return "SELECT pg_catalog.setval('" + sequence.replace("'", "''") + "', " + row.getLong(1) + ", "
                    + row.getBoolean(2) + ")";
        }
    }

    /** Takes something from a row. */
    private interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }

    private <T> List<T> list(String resource, Reading<T> reading) throws SQLException {
        List<T> all = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(text(resource))) {
            while (rows.next()) {
                all.add(reading.of(rows));
            }
        }
        return all;
    }

    private static String text(String resource) {
        try (InputStream in = Catalog.class.getResourceAsStream("/dev/stairway/backup/postgres/" + resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
