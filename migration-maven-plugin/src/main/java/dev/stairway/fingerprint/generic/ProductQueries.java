package dev.stairway.fingerprint.generic;

import dev.stairway.database.generic.facts.Metadata;
import dev.stairway.database.generic.facts.Spelling;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a product's catalog tells beyond {@link java.sql.DatabaseMetaData}: queries in a file of the product's name.
 *
 * <p>Each answers rows of kind, schema and table that the object belongs to (null when it stands alone), its name (null
 * for the table itself), then attributes by the labels of their columns; null and empty text stand for an absent one.
 */
final class ProductQueries {

    private static final int ATTRIBUTES_FROM = 5;

    private final List<String> queries;
    private final boolean known;
    private final Set<String> refused = Collections.newSetFromMap(new IdentityHashMap<>());

    private ProductQueries(List<String> queries, boolean known) {
        this.queries = queries;
        this.known = known;
    }

    /** Those of the product; for one that is not known, those of the SQL standard, of which it may refuse any. */
    static ProductQueries of(String product) {
        List<String> own = read(product.equals("mysql") ? "mariadb" : product);
        return own.isEmpty()
                ? new ProductQueries(read("standard"), false)
                : new ProductQueries(own, !product.equals("mysql"));
    }

    private static List<String> read(String name) {
        try (InputStream in = ProductQueries.class.getResourceAsStream(name + ".sql")) {
            if (in == null) {
                return List.of();
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8).replaceAll("(?m)^--.*\\R", "");
            return Arrays.stream(text.split(";\\s*(\\R|$)"))
                    .map(String::strip)
                    .filter(query -> !query.isEmpty())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The queries for " + name + " cannot be read", e);
        }
    }

    void add(Connection connection, Metadata metadata, Spelling spelling, Collected collected) throws SQLException {
        for (String query : queries) {
            if (!refused.contains(query)) {
                add(connection, query, metadata, spelling, collected);
            }
        }
    }

    private void add(Connection connection, String query, Metadata metadata, Spelling spelling, Collected collected)
            throws SQLException {
        List<Row> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            ResultSetMetaData columns = result.getMetaData();
            while (result.next()) {
                rows.add(row(result, columns));
            }
        } catch (SQLException noSuchView) {
            if (known) {
                throw noSuchView;
            }
            refused.add(query);
            return;
        }
        rows.stream().filter(row -> metadata.covers(row.schema())).forEach(row -> put(row, spelling, collected));
    }

    private record Row(String kind, String schema, String table, String name, List<String[]> attributes) {}

    private static Row row(ResultSet result, ResultSetMetaData columns) throws SQLException {
        List<String[]> attributes = new ArrayList<>();
        for (int i = ATTRIBUTES_FROM; i <= columns.getColumnCount(); i++) {
            attributes.add(new String[] {columns.getColumnLabel(i), result.getString(i)});
        }
        return new Row(result.getString(1), result.getString(2), result.getString(3), result.getString(4), attributes);
    }

    private static void put(Row row, Spelling spelling, Collected collected) {
        Map<String, String> attributes = target(row, spelling, collected);
        if (attributes != null) {
            for (String[] attribute : row.attributes()) {
                if (attribute[1] == null || attribute[1].isEmpty()) {
                    attributes.remove(attribute[0]);
                } else {
                    attributes.put(attribute[0], attribute[1]);
                }
            }
        }
    }

    /** Null for what belongs to a table that is no part of the state. */
    private static Map<String, String> target(Row row, Spelling spelling, Collected collected) {
        if (row.table() == null) {
            return collected.owner(row.kind(), spelling.shown(row.schema(), row.name()));
        }
        String table = spelling.shown(row.schema(), row.table());
        String owner = collected.has("table", table) ? "table" : "view";
        if (!collected.has(owner, table)) {
            return null;
        }
        if (row.name() == null) {
            return collected.owner(owner, table);
        }
        if (row.kind().equals("column")) {
            String kind = owner.equals("view") ? "view column" : "column";
            return collected.member(owner, table, kind, table + "." + spelling.shown(row.name()));
        }
        return collected.member(
                owner,
                table,
                row.kind(),
                row.name().startsWith("(") ? row.name() + " on " + table : spelling.shown(row.name()) + " on " + table);
    }
}
