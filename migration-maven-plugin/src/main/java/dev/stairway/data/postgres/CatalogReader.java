package dev.stairway.data.postgres;

import dev.stairway.data.model.Table;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads tables from the catalogs: one statement of several queries, and one for types that users made. */
final class CatalogReader {

    private final Connection connection;
    private final TypeReader types;
    private final String queries;

    CatalogReader(Connection connection, TypeReader types) throws SQLException {
        this.connection = connection;
        this.types = types;
        // NULLS NOT DISTINCT came with PostgreSQL 15.
        boolean nulls = connection.getMetaData().getDatabaseMajorVersion() >= 15;
        this.queries = String.join(
                ";",
                CatalogSql.TABLES,
                CatalogSql.COLUMNS,
                CatalogSql.CONSTRAINTS,
                CatalogSql.UNIQUE.formatted(nulls ? "i.indnullsnotdistinct" : "false"),
                CatalogSql.PARTITIONS);
    }

    /** By qualified name. */
    Map<String, Table> all() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(CatalogSql.ALL_TABLES)) {
            return read(oids(statement));
        }
    }

    /** By qualified name; names are given the same way. */
    Map<String, Table> named(Collection<String> names) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(CatalogSql.NAMED_TABLES)) {
            List<String> quoted = new ArrayList<>();
            names.forEach(name -> quoted.addAll(readings(name)));
            statement.setArray(1, connection.createArrayOf("text", quoted.toArray()));
            return read(oids(statement));
        }
    }

    /** A dot may be part of a name: every way to read it. */
    private static List<String> readings(String name) {
        List<String> readings = new ArrayList<>();
        for (int dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', dot + 1)) {
            readings.add(Sql.name(name.substring(0, dot), name.substring(dot + 1)));
        }
        return readings;
    }

    private static List<Long> oids(PreparedStatement statement) throws SQLException {
        List<Long> oids = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                oids.add(rows.getLong(1));
            }
        }
        return oids;
    }

    private Map<String, Table> read(List<Long> oids) throws SQLException {
        Map<Long, TableBuilder> builders = new LinkedHashMap<>();
        if (!oids.isEmpty()) {
            try (PreparedStatement statement = connection.prepareStatement(queries)) {
                for (int i = 1; i <= 5; i++) {
                    statement.setArray(i, connection.createArrayOf("oid", oids.toArray()));
                }
                statement.execute();
                results(statement, builders);
            }
        }
        Set<Long> used = new HashSet<>();
        builders.values().forEach(builder -> used.addAll(builder.typeOids()));
        types.read(connection, used);
        Map<String, Table> tables = new LinkedHashMap<>();
        builders.values().forEach(builder -> tables.put(builder.name(), builder.build(types)));
        return tables;
    }

    /** Takes the next row of a query. */
    @FunctionalInterface
    private interface Taker {
        void take(ResultSet row) throws SQLException;
    }

    private static void results(PreparedStatement statement, Map<Long, TableBuilder> builders) throws SQLException {
        each(statement.getResultSet(), row -> builders.put(row.getLong(1), new TableBuilder(row)));
        List<Taker> takers = List.of(
                row -> builders.get(row.getLong(1)).column(row),
                row -> builders.get(row.getLong(1)).constraint(row),
                row -> builders.get(row.getLong(1)).unique(row),
                row -> builders.get(row.getLong(1)).partition(row));
        for (Taker taker : takers) {
            statement.getMoreResults();
            each(statement.getResultSet(), taker);
        }
    }

    private static void each(ResultSet rows, Taker taker) throws SQLException {
        try (rows) {
            while (rows.next()) {
                taker.take(rows);
            }
        }
    }
}
