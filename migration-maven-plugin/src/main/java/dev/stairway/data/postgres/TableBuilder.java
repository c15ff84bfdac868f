package dev.stairway.data.postgres;

import dev.stairway.data.check.Check;
import dev.stairway.data.check.Expression;
import dev.stairway.data.check.Parser;
import dev.stairway.data.check.Renamer;
import dev.stairway.data.model.Column;
import dev.stairway.data.model.ForeignKey;
import dev.stairway.data.model.Table;
import dev.stairway.data.model.UniqueKey;
import dev.stairway.data.value.Base;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts one table together from rows of the catalogs. */
final class TableBuilder {

    /** A default that is a constant: anything else may differ from one moment or session to the next. */
    private static final Pattern CONSTANT = Pattern.compile(
            "(?:'(?:[^']|'')*'|-?\\d+(?:\\.\\d+)?|true|false|\\('?-\\d+(?:\\.\\d+)?'?\\))(?:::[\\w\\s.\"()\\[\\],]+)?");

    private static final Pattern CHECK =
            Pattern.compile("CHECK \\((.*)\\)(?: NO INHERIT)?(?: NOT VALID)?(?: NOT ENFORCED)?", Pattern.DOTALL);
    private static final Pattern EXCLUSION =
            Pattern.compile("EXCLUDE USING \\w+ \\((.*)\\)(?: WHERE .*)?", Pattern.DOTALL);
    private static final Pattern EXCLUDED_PART =
            Pattern.compile("(\"(?:[^\"]|\"\")+\"|[\\w$]+)(?: [\\w.\"]+)? WITH (\\S+?)(?:,|$)");

    /** A column as read. */
    private record Raw(String name, long type, int modifier, boolean notNull, Column.Origin origin, String given) {}

    private final String schema;
    private final String table;
    private final boolean partitioned;
    private final Map<Integer, Raw> columns = new LinkedHashMap<>();
    private final List<ForeignKey> foreignKeys = new ArrayList<>();
    private final List<UniqueKey> uniqueKeys = new ArrayList<>();
    private final List<Check> checks = new ArrayList<>();
    private final Set<String> slots = new HashSet<>();
    private final List<String> exclusions = new ArrayList<>();
    private final List<Check> partitions = new ArrayList<>();

    TableBuilder(ResultSet row) throws SQLException {
        schema = row.getString(2);
        table = row.getString(3);
        partitioned = row.getString(4).equals("p");
    }

    String name() {
        return schema + "." + table;
    }

    List<Long> typeOids() {
        return columns.values().stream().map(Raw::type).toList();
    }

    void column(ResultSet row) throws SQLException {
        String fallback = row.getString(9);
        boolean counts = fallback != null && fallback.startsWith("nextval(");
        Column.Origin origin = Column.Origin.ROW;
        if (!row.getString(8).isEmpty() || row.getString(7).equals("a")) {
            origin = Column.Origin.DATABASE;
        } else if (counts || row.getString(7).equals("d")) {
            origin = Column.Origin.COUNTED;
        }
        columns.put(
                row.getInt(2),
                new Raw(row.getString(3), row.getLong(4), row.getInt(5), row.getBoolean(6), origin, fallback));
    }

    void constraint(ResultSet row) throws SQLException {
        String name = row.getString(3);
        switch (row.getString(2)) {
            case "f" ->
                foreignKeys.add(new ForeignKey(
                        name,
                        names(row, 4),
                        row.getString(6) + "." + row.getString(7),
                        TypeReader.list(row.getArray(10), String.class),
                        row.getString(8).equals("f"),
                        row.getBoolean(9)));
            case "c" -> {
                Matcher check = CHECK.matcher(row.getString(11));
                if (check.matches()) {
                    checks.add(Check.of(name, check.group(1)));
                }
            }
            default -> exclusions.add(row.getString(11));
        }
    }

    private List<String> names(ResultSet row, int index) throws SQLException {
        return TypeReader.list(row.getArray(index), Short.class).stream()
                .map(number -> columns.get(number.intValue()).name())
                .toList();
    }

    void unique(ResultSet row) throws SQLException {
        List<String> names = new ArrayList<>();
        List<Short> numbers = TypeReader.list(row.getArray(3), Short.class).subList(0, row.getInt(4));
        for (Short number : numbers) {
            if (number > 0) {
                names.add(columns.get(number.intValue()).name());
            }
        }
        // Of an index on expressions the plain columns say too little: its key is made of what the expressions read,
        // which only the server knows. Distinct values everywhere are the best guess.
        if (names.size() == numbers.size()) {
            uniqueKeys.add(new UniqueKey(row.getString(2), names, row.getBoolean(5)));
        } else {
            expression(row.getString(2), row.getString(7), names);
        }
    }

    private void expression(String index, String expressions, List<String> names) {
        for (Raw column : columns.values()) {
            boolean named = expressions != null
                    && Pattern.compile("(?<![\\w\"])\"?" + Pattern.quote(column.name()) + "\"?(?![\\w\"(])")
                            .matcher(expressions)
                            .find();
            if (named && !names.contains(column.name())) {
                names.add(column.name());
            }
        }
        if (!names.isEmpty()) {
            uniqueKeys.add(new UniqueKey(index, names, false));
        }
    }

    void partition(ResultSet row) throws SQLException {
        String condition = row.getString(3);
        partitions.add(new Check("partition", condition == null ? new Expression.Opaque() : Parser.parse(condition)));
    }

    Table build(TypeReader types) {
        List<Column> built = new ArrayList<>();
        List<Check> rules = new ArrayList<>(checks);
        for (Raw raw : columns.values()) {
            TypeReader.Resolved resolved = types.resolve(raw.type(), raw.modifier());
            built.add(new Column(
                    raw.name(),
                    resolved.type(),
                    !raw.notNull() && !resolved.notNull(),
                    raw.origin(),
                    raw.given() != null && CONSTANT.matcher(raw.given()).matches()));
            resolved.checks().forEach(check -> rules.add(domainCheck(raw.name(), check)));
        }
        exclusions.forEach(exclusion -> exclusion(exclusion, built));
        return new Table(
                name(),
                table,
                Sql.name(schema, table),
                built,
                foreignKeys,
                uniqueKeys,
                rules,
                slots,
                partitions,
                "ctid",
                partitioned && partitions.isEmpty() ? "the table is partitioned and has no partition" : "");
    }

    private static Check domainCheck(String column, String definition) {
        Matcher check = CHECK.matcher(definition);
        Expression rule = check.matches() ? Parser.parse(check.group(1)) : new Expression.Opaque();
        return new Check(
                "of the domain of column " + column,
                Renamer.rename(rule, name -> name.equalsIgnoreCase("value") ? column : name));
    }

    /** Ranges that must not overlap lie side by side; what must not be equal is unique. */
    private void exclusion(String definition, List<Column> built) {
        Matcher exclusion = EXCLUSION.matcher(definition);
        if (!exclusion.matches()) {
            return;
        }
        List<String> equal = new ArrayList<>();
        boolean overlap = false;
        Matcher part = EXCLUDED_PART.matcher(exclusion.group(1));
        while (part.find()) {
            String name = part.group(1).replaceAll("^\"|\"$", "").replace("\"\"", "\"");
            Column column = built.stream()
                    .filter(each -> each.name().equals(name))
                    .findFirst()
                    .orElse(null);
            if (column != null && column.type().base() == Base.RANGE) {
                slots.add(name);
                overlap = true;
            } else if (column != null && part.group(2).equals("=")) {
                equal.add(name);
            }
        }
        if (!overlap && !equal.isEmpty()) {
            uniqueKeys.add(new UniqueKey("of an exclusion constraint", equal, false));
        }
    }
}
