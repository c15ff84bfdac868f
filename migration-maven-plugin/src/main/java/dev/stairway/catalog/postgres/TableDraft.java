package dev.stairway.catalog.postgres;

import dev.stairway.catalog.ConditionText;
import dev.stairway.catalog.DefaultText;
import dev.stairway.compare.logical.LogicalCheck;
import dev.stairway.compare.logical.LogicalColumn;
import dev.stairway.compare.logical.LogicalColumn.Generation;
import dev.stairway.compare.logical.LogicalForeignKey;
import dev.stairway.compare.logical.LogicalIndex;
import dev.stairway.compare.logical.LogicalKey;
import dev.stairway.compare.logical.LogicalTable;
import dev.stairway.compare.logical.LogicalType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A table while it is being read. */
final class TableDraft {

    private static final Pattern CHECK = Pattern.compile("(?is)^CHECK\\s*\\((.*)\\)[^)]*$");
    private static final Pattern VALUE = Pattern.compile("\\bVALUE\\b");

    /** @param generated empty, {@code s} for stored, {@code v} for virtual */
    record RawColumn(
            String name,
            String declared,
            long type,
            boolean notNull,
            boolean identity,
            String generated,
            String expression) {}

    record RawReference(
            String name,
            List<Integer> columns,
            TableDraft parent,
            List<Integer> parentColumns,
            String onDelete,
            String onUpdate,
            boolean deferrable) {}

    private final String name;
    private final TypeBook types;
    private final SortedMap<Integer, RawColumn> columns = new TreeMap<>();
    private final List<LogicalKey> uniqueKeys = new ArrayList<>();
    private final List<LogicalCheck> checks = new ArrayList<>();
    private final List<LogicalIndex> indexes = new ArrayList<>();
    private final List<RawReference> references = new ArrayList<>();
    private LogicalKey primaryKey;

    TableDraft(String name, TypeBook types) {
        this.name = name;
        this.types = types;
    }

    void column(int number, RawColumn column) {
        columns.put(number, column);
        for (String check : types.checks(column.type())) {
            String condition = VALUE.matcher(condition(check)).replaceAll(Matcher.quoteReplacement(column.name()));
            checks.add(new LogicalCheck("", ConditionText.of(condition), condition));
        }
    }

    void primaryKey(String constraint, List<Integer> numbers) {
        primaryKey = new LogicalKey(lower(constraint), names(numbers));
    }

    void unique(String constraint, List<Integer> numbers) {
        uniqueKeys.add(new LogicalKey(lower(constraint), names(numbers)));
    }

    void check(String constraint, String definition) {
        String condition = condition(definition);
        checks.add(new LogicalCheck(lower(constraint), ConditionText.of(condition), condition));
    }

    void refers(RawReference reference) {
        references.add(reference);
    }

    /** @param where null for all rows */
    void index(String index, List<String> parts, boolean unique, String where) {
        indexes.add(new LogicalIndex(lower(index), parts, unique, where == null ? null : ConditionText.of(where)));
    }

    /** @param definition column or expression as the server writes it */
    static String part(String definition, boolean descending) {
        return ConditionText.of(definition) + (descending ? " desc" : "");
    }

    /** Without the word, its parentheses, and NOT VALID or NO INHERIT behind them. */
    private static String condition(String definition) {
        var check = CHECK.matcher(definition);
        return check.matches() ? check.group(1) : definition;
    }

    LogicalTable table(String key) {
        return new LogicalTable(
                key,
                columns.values().stream().map(this::column).toList(),
                primaryKey,
                uniqueKeys,
                references.stream().map(this::reference).toList(),
                checks,
                indexes);
    }

    private LogicalColumn column(RawColumn raw) {
        LogicalType type = types.type(raw.type(), raw.declared());
        Generation generation = generation(raw);
        String text = switch (generation) {
            case NONE -> DefaultText.of(raw.expression(), type.family());
            case COUNTED -> null;
            default -> ConditionText.of(raw.expression());
        };
        boolean nullable = !raw.notNull() && !types.notNull(raw.type());
        return new LogicalColumn(lower(raw.name()), type, nullable, text, generation);
    }

    private static Generation generation(RawColumn raw) {
        if (!raw.generated().isEmpty()) {
            return raw.generated().equals("v") ? Generation.VIRTUAL : Generation.STORED;
        }
        boolean counted =
                raw.identity() || raw.expression() != null && raw.expression().startsWith("nextval(");
        return counted ? Generation.COUNTED : Generation.NONE;
    }

    private LogicalForeignKey reference(RawReference raw) {
        return new LogicalForeignKey(
                lower(raw.name()),
                names(raw.columns()),
                lower(raw.parent().name),
                raw.parent().names(raw.parentColumns()),
                raw.onDelete(),
                raw.onUpdate(),
                raw.deferrable());
    }

    private List<String> names(List<Integer> numbers) {
        return numbers.stream().map(number -> lower(columns.get(number).name())).toList();
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
