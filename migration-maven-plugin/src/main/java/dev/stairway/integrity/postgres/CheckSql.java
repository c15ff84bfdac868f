package dev.stairway.integrity.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * The query that writes the queries. Columns of the catalog that younger servers only have are read by way of JSON.
 *
 * @see <a href="https://www.postgresql.org/docs/current/catalog-pg-constraint.html">pg_constraint</a>
 */
final class CheckSql {

    private static final String TEXT = read();
    private static final String LISTED =
            "SELECT pg_catalog.to_regclass(n)::pg_catalog.oid FROM pg_catalog.unnest(?::text[]) n";
    private static final String ALL = "SELECT a.oid FROM pg_catalog.pg_class a"
            + " JOIN pg_catalog.pg_namespace n ON n.oid = a.relnamespace"
            + " WHERE a.relkind IN ('r', 'p') AND a.relpersistence <> 't'"
            + " AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'";

    private CheckSql() {}

    /** Takes one parameter, the qualified names of the tables as an array. */
    static String ofListed() {
        return TEXT.replace("{source}", LISTED);
    }

    static String ofAll() {
        return TEXT.replace("{source}", ALL);
    }

    private static String read() {
        try (InputStream stream = CheckSql.class.getResourceAsStream("checks.sql")) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
