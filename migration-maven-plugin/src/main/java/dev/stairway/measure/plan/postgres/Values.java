package dev.stairway.measure.plan.postgres;

import dev.stairway.measure.plan.Invented;
import dev.stairway.measure.plan.Parameter;
import dev.stairway.measure.plan.Parameter.Use;
import dev.stairway.measure.plan.Template;
import dev.stairway.measure.plan.postgres.Facts.Column;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Values for the parameters of a query: typical ones of the columns, new ones where a key must be new. */
final class Values {

    private static final Set<String> NUMBERS =
            Set.of("smallint", "integer", "bigint", "numeric", "real", "double precision");
    private static final Set<String> DAYS = Set.of("date", "timestamp without time zone", "timestamp with time zone");
    private static final Map<String, String> DEFAULTS = Map.ofEntries(
            Map.entry("smallint", "1"),
            Map.entry("integer", "1"),
            Map.entry("bigint", "1"),
            Map.entry("numeric", "1"),
            Map.entry("real", "1"),
            Map.entry("double precision", "1"),
            Map.entry("boolean", "true"),
            Map.entry("text", "a"),
            Map.entry("character varying", "a"),
            Map.entry("character", "a"),
            Map.entry("uuid", "00000000-0000-4000-8000-000000000001"),
            Map.entry("date", "2024-01-01"),
            Map.entry("timestamp without time zone", "2024-01-01"),
            Map.entry("timestamp with time zone", "2024-01-01"),
            Map.entry("interval", "1 day"),
            Map.entry("json", "{}"),
            Map.entry("jsonb", "{}"),
            Map.entry("bytea", "\\x00"));

    private final Facts facts;
    private final Template template;
    private final boolean writes;

    Values(Facts facts, Template template, boolean writes) {
        this.facts = facts;
        this.template = template;
        this.writes = writes;
    }

    /** A null for one that nothing is known of. @param types as the server inferred them */
    List<String> of(List<String> types) throws SQLException {
        List<String> values = new ArrayList<>();
        for (int i = 0; i < types.size(); i++) {
            Parameter parameter =
                    i < template.parameters().size() ? template.parameters().get(i) : null;
            values.add(parameter == null ? null : value(parameter, types.get(i), i + 1));
        }
        return values;
    }

    private String value(Parameter parameter, String type, int number) throws SQLException {
        if (parameter.use() == Use.LIMIT) {
            return "20";
        }
        if (parameter.use() == Use.OFFSET) {
            return "0";
        }
        Optional<Column> column = facts.column(template, parameter);
        Optional<String> typical = column.isPresent() ? facts.typical(column.get()) : Optional.empty();
        String element = type.endsWith("[]") ? type.substring(0, type.length() - 2) : type;
        if (typical.isEmpty()) {
            return writes ? (type.equals(element) ? DEFAULTS.get(type) : "{}") : null;
        }
        String value = typical.get();
        if (parameter.written() && column.get().fresh()) {
            value = fresh(column.get(), type, value, number);
        } else if (parameter.use() == Use.PATTERN) {
            value = Invented.pattern(value);
        }
        boolean list = !type.equals(element) && !value.startsWith("{");
        return list ? "{\"" + value.replace("\\", "\\\\").replace("\"", "\\\"") + "\"}" : value;
    }

    private String fresh(Column column, String type, String like, int number) throws SQLException {
        if (NUMBERS.contains(type)) {
            return facts.beyond(column, Integer.toString(number)).orElse(like);
        }
        if (DAYS.contains(type)) {
            return facts.beyond(column, "interval '" + number + " day'")
                    .map(day -> type.equals("date") ? day.substring(0, 10) : day)
                    .orElse(like);
        }
        return type.equals("uuid") ? Invented.uuid(like, number) : Invented.like(like, number);
    }
}
