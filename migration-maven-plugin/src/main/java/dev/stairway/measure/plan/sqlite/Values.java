package dev.stairway.measure.plan.sqlite;

import dev.stairway.measure.plan.Invented;
import dev.stairway.measure.plan.Parameter;
import dev.stairway.measure.plan.Parameter.Use;
import dev.stairway.measure.plan.Template;
import dev.stairway.measure.plan.Template.NamedTable;
import dev.stairway.measure.plan.sqlite.Tables.Column;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Values for the parameters of a query, as literals: typical ones of the columns, new ones where a key must be new. */
final class Values {

    /** Any value will do, if there is none to see. */
    private static final String ONE = "1";

    private final Connection connection;
    private final Tables tables;
    private final Template template;

    Values(Connection connection, Tables tables, Template template) {
        this.connection = connection;
        this.tables = tables;
        this.template = template;
    }

    List<String> all() throws SQLException {
        List<String> values = new ArrayList<>();
        for (Parameter parameter : template.parameters()) {
            values.add(value(parameter, values.size() + 1));
        }
        return values;
    }

    private String value(Parameter parameter, int number) throws SQLException {
        if (parameter.use() == Use.LIMIT) {
            return "20";
        }
        if (parameter.use() == Use.OFFSET) {
            return "0";
        }
        for (NamedTable table : template.tables()) {
            boolean meant = parameter.qualifier().isEmpty()
                    || parameter.qualifier().equalsIgnoreCase(table.alias())
                    || parameter.qualifier().equalsIgnoreCase(table.name());
            List<Column> columns = meant ? tables.columns(table.name()) : List.of();
            for (int i = 0; i < columns.size(); i++) {
                if (columns.get(i).name().equalsIgnoreCase(parameter.column()) || parameter.ordinal() == i + 1) {
                    return value(parameter, table.name(), columns.get(i), number);
                }
            }
        }
        return ONE;
    }

    private String value(Parameter parameter, String table, Column column, int number) throws SQLException {
        String name = Tables.quoted(column.name());
        String typical = first("SELECT quote(" + name + ") FROM (SELECT " + name + " FROM " + Tables.quoted(table)
                + " WHERE " + name + " IS NOT NULL LIMIT 10000) GROUP BY " + name + " ORDER BY count(*) DESC, " + name);
        if (typical == null) {
            return ONE;
        }
        if (parameter.use() == Use.PATTERN && Literals.text(typical)) {
            return Literals.of(Invented.pattern(Literals.content(typical)));
        }
        if (!parameter.written() || !column.fresh()) {
            return typical;
        }
        return Literals.text(typical)
                ? Literals.of(Invented.like(Literals.content(typical), number))
                : first("SELECT max(" + name + ") + " + number + " FROM " + Tables.quoted(table));
    }

    private String first(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.next() ? row.getString(1) : null;
        }
    }
}
