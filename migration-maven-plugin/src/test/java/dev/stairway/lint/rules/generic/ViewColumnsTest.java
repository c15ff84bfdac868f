package dev.stairway.lint.rules.generic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.lint.schema.SchemaSketch;
import dev.stairway.lint.schema.Table;
import dev.stairway.lint.schema.View;
import dev.stairway.script.sql.SqlScript;
import dev.stairway.script.sql.SqlSyntax;
import dev.stairway.script.sql.parse.SqlParser;
import dev.stairway.script.sql.tree.Name;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which views read customers.code is found out of their text. */
class ViewColumnsTest {

    private static final String TABLES =
            "CREATE TABLE customers (id bigint, code text); CREATE TABLE orders (id bigint, customer_id bigint);"
                    + " CREATE TABLE items (id bigint, code text);";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT code FROM customers",
                "SELECT id FROM customers WHERE \"code\" = 'x'",
                "SELECT * FROM customers",
                "SELECT c.code FROM customers c JOIN orders o ON o.customer_id = c.id",
                "SELECT o.id, c.* FROM orders o JOIN public.customers AS c ON true",
                "SELECT customers.code FROM customers, items",
                "SELECT code FROM customers JOIN orders ON customer_id = customers.id"
            })
    void theyReadIt(String query) {
        assertThat(reads(query)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT id FROM customers",
                "SELECT code FROM items",
                "SELECT i.code FROM items i JOIN customers c ON c.id = i.id",
                "SELECT o.* FROM orders o JOIN customers c ON c.id = o.customer_id",
                "SELECT c.id AS code FROM customers c",
                "SELECT codes, code_of(id) FROM customers"
            })
    void theyDoNot(String query) {
        assertThat(reads(query)).isFalse();
    }

    @Test
    void ofAViewOfAViewOnlyTheFirstReadsTheTable() {
        assertThat(reads("SELECT code FROM names")).isFalse();
    }

    private static boolean reads(String query) {
        SchemaSketch sketch = new SchemaSketch();
        SqlScript.statements("t.sql", TABLES + " CREATE VIEW v AS " + query + ";", SqlSyntax.POSTGRESQL)
                .forEach(statement ->
                        sketch.apply(SqlParser.parse(statement, "postgresql").tree(), "001", Table.Origin.HISTORY));
        View view = sketch.views().get(0);
        return ViewColumns.reads(view, name("customers"), name("code"), sketch);
    }

    private static Name name(String name) {
        return new Name("", name, name, false);
    }
}
