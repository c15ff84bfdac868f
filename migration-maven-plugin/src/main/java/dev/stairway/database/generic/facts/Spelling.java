package dev.stairway.database.generic.facts;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * How a product spells names.
 *
 * @param product lower-case name of the product
 * @param quote character around names in SQL; empty where names cannot be quoted
 * @param folds upper-case letters are what becomes of a name without quotes
 * @param defaultSchema of a connection, which needs no mention; null where there is none
 * @param catalog of the connection; null where there is none
 */
public record Spelling(String product, String quote, boolean folds, String defaultSchema, String catalog) {

    /** As the connection says. */
    public static Spelling of(Connection connection) throws SQLException {
        DatabaseMetaData meta = connection.getMetaData();
        String quote = meta.getIdentifierQuoteString();
        return new Spelling(
                product(meta),
                quote == null ? "" : quote.strip(),
                meta.storesUpperCaseIdentifiers(),
                schema(connection),
                connection.getCatalog());
    }

    /** Lower-case name of the product, fit for the name of a file. */
    public static String product(DatabaseMetaData meta) throws SQLException {
        String name = meta.getDatabaseProductName().toLowerCase(Locale.ROOT).strip();
        return name.replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    }

    // Old drivers know neither schemas nor this question.
    private static String schema(Connection connection) throws SQLException {
        try {
            return connection.getSchema();
        } catch (AbstractMethodError | java.sql.SQLFeatureNotSupportedException unknown) {
            return null;
        }
    }

    /** MariaDB and MySQL: a database is what others call a schema. */
    public boolean mysqlFamily() {
        return product.equals("mariadb") || product.equals("mysql");
    }

    /** A name as it can be written without quotes where that is possible; what differs in letters alone stays different. */
    public String shown(String name) {
        if (!name.matches("[A-Za-z_][A-Za-z0-9_$]*")) {
            return '"' + name + '"';
        }
        if (folds) {
            return name.equals(name.toUpperCase(Locale.ROOT)) ? name.toLowerCase(Locale.ROOT) : '"' + name + '"';
        }
        return name;
    }

    /** The same with its schema, unless that is the usual one. */
    public String shown(String schema, String name) {
        return schema == null || schema.equals(defaultSchema) ? shown(name) : shown(schema) + '.' + shown(name);
    }

    /** Names with commas between them. */
    public String shown(List<String> names) {
        return names.stream().map(this::shown).collect(Collectors.joining(", "));
    }

    /** A name in SQL. */
    public String quoted(String name) {
        return quote.isEmpty() ? name : quote + name.replace(quote, quote + quote) + quote;
    }

    /** A table in SQL. */
    public String quoted(String schema, String name) {
        return schema == null ? quoted(name) : quoted(schema) + '.' + quoted(name);
    }
}
