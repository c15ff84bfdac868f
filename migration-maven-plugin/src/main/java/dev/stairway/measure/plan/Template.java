package dev.stairway.measure.plan;

import dev.stairway.script.sql.SqlSyntax;
import java.util.List;

/**
 * A query whose parameters are numbered.
 *
 * @param sql with {@code $1} (PostgreSQL) or {@code ?1} (SQLite) where the parameters are
 * @param parameters by number
 * @param tables that it may name, as written, each with its aliases
 */
public record Template(String sql, List<Parameter> parameters, List<NamedTable> tables) {
    public Template {
        parameters = List.copyOf(parameters);
        tables = List.copyOf(tables);
    }

    /** A name that may be one of a table. @param alias the name itself where there is none */
    public record NamedTable(String name, String alias) {}

    /** Of a query in the product's own syntax. */
    public static Template of(String sql, SqlSyntax syntax) {
        Placeholders placeholders = new Placeholders(sql, syntax);
        List<Item> items = placeholders.read();
        Uses uses = new Uses(items);
        List<Parameter> parameters = uses.parameters(placeholders.names());
        return new Template(placeholders.text(), parameters, uses.tables());
    }
}
