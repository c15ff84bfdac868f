package dev.stairway.data.postgres;

import dev.stairway.data.jdbc.JdbcStore;
import dev.stairway.data.model.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads tables from the catalogs: one message of several queries, and one for types that users made.
 *
 * <p>The queries are prepared by SQL, once per connection, since planning them takes longer than running them; see <a
 * href="https://www.postgresql.org/docs/current/sql-prepare.html">PREPARE</a>.
 */
final class CatalogReader {

    private static final List<String> PREPARED = List.of(
            "stairway_tables", "stairway_columns", "stairway_constraints", "stairway_unique", "stairway_partitions");

    private final Connection connection;
    private final TypeReader types;

    private CatalogReader(Connection connection, TypeReader types) {
        this.connection = connection;
        this.types = types;
    }

    static CatalogReader open(Connection connection, TypeReader types) throws SQLException {
        // NULLS NOT DISTINCT came with PostgreSQL 15.
        boolean nulls = connection.getMetaData().getDatabaseMajorVersion() >= 15;
        List<String> queries = List.of(
                CatalogSql.TABLES,
                CatalogSql.COLUMNS,
                CatalogSql.CONSTRAINTS,
                CatalogSql.UNIQUE.formatted(nulls ? "i.indnullsnotdistinct" : "false"),
                CatalogSql.PARTITIONS);
        List<String> prepares = new ArrayList<>();
        for (int i = 0; i < PREPARED.size(); i++) {
            prepares.add("PREPARE " + PREPARED.get(i) + " (pg_catalog.oid[], pg_catalog.text[]) AS " + queries.get(i));
        }
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(String.join(";", prepares));
        }
        return new CatalogReader(connection, types);
    }

    /** By qualified name. */
    Map<String, Table> all() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            List<String> oids = JdbcStore.rows(statement.executeQuery(CatalogSql.ALL_TABLES), row -> row.getString(1));
            return oids.isEmpty() ? Map.of() : read(oids, List.of());
        }
    }

    /** By qualified name; names are given the same way. */
    Map<String, Table> named(Collection<String> names) throws SQLException {
        return read(
                List.of(),
                names.stream()
                        .flatMap(name -> readings(name).stream())
                        .map(Sql::text)
                        .toList());
    }

    /** A dot may be part of a name: every way to read it. */
    private static List<String> readings(String name) {
        List<String> readings = new ArrayList<>();
        for (int dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', dot + 1)) {
            readings.add(Sql.name(name.substring(0, dot), name.substring(dot + 1)));
        }
        return readings;
    }

    private Map<String, Table> read(List<String> oids, List<String> names) throws SQLException {
        String arguments = " (ARRAY[" + String.join(",", oids) + "]::pg_catalog.oid[], ARRAY[" + String.join(",", names)
                + "]::pg_catalog.text[])";
        String sql =
                PREPARED.stream().map(query -> "EXECUTE " + query + arguments).collect(Collectors.joining(";"));
        Map<Long, TableBuilder> builders = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            take(new Results(statement, sql), builders);
        }
        Set<Long> used = new HashSet<>();
        builders.values().forEach(builder -> used.addAll(builder.typeOids()));
        types.read(connection, used);
        Map<String, Table> tables = new LinkedHashMap<>();
        builders.values().forEach(builder -> tables.put(builder.name(), builder.build(types)));
        return tables;
    }

    private static void take(Results results, Map<Long, TableBuilder> builders) throws SQLException {
        results.each(row -> builders.put(row.getLong(1), new TableBuilder(row)));
        results.each(row -> builders.get(row.getLong(1)).column(row));
        results.each(row -> builders.get(row.getLong(1)).constraint(row));
        results.each(row -> builders.get(row.getLong(1)).unique(row));
        results.each(row -> builders.get(row.getLong(1)).partition(row));
    }
}
