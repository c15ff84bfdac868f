package dev.stairway.lint.rules.generic;

import dev.stairway.lint.schema.Schema;
import dev.stairway.lint.schema.View;
import dev.stairway.script.sql.tree.Name;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Whether a view reads a column of a table that it reads itself, as far as its text tells. */
final class ViewColumns {

    private static final Set<String> NO_ALIAS = Set.of(
            "where",
            "on",
            "join",
            "left",
            "right",
            "inner",
            "full",
            "cross",
            "group",
            "order",
            "limit",
            "union",
            "using",
            "natural",
            "having",
            "except",
            "intersect",
            "fetch",
            "offset",
            "window",
            "for",
            "lateral",
            "tablesample");

    private final String text;
    private final Name table;
    private final List<Name> tables;

    private ViewColumns(View view, Name table) {
        this.text = view.query().text();
        this.table = table;
        this.tables = view.query().tables();
    }

    static boolean reads(View view, Name table, Name column, Schema schema) {
        if (view.query().tables().stream().noneMatch(table::same)) {
            return false;
        }
        ViewColumns columns = new ViewColumns(view, table);
        return columns.everything() || columns.qualified(column) || columns.bare(column, schema);
    }

    /** Names by which the query calls the table. */
    private Set<String> aliases() {
        Set<String> aliases = new LinkedHashSet<>();
        Matcher alias = pattern("(?<![\\w$])" + name(table) + "(?:\\s+(?:AS\\s+)?\"?(\\w+)\"?)?")
                .matcher(text);
        while (alias.find()) {
            String found = alias.group(1);
            boolean other = found != null && !NO_ALIAS.contains(found.toLowerCase(Locale.ROOT));
            aliases.add(other ? found : table.name());
        }
        return aliases;
    }

    private boolean qualified(Name column) {
        return aliases().stream()
                .anyMatch(alias ->
                        found("(?<![\\w$])\"?" + Pattern.quote(alias) + "\"?\\." + name(column) + "(?![\\w$])"));
    }

    /** All columns: of the only table, or by its alias. */
    private boolean everything() {
        boolean star = only() && found("(?:\\bSELECT\\s+(?:DISTINCT\\s+)?|,\\s*)\\*");
        return star
                || aliases().stream()
                        .anyMatch(alias -> found("(?<![\\w$])\"?" + Pattern.quote(alias) + "\"?\\.\\s*\\*"));
    }

    private boolean only() {
        return tables.stream().allMatch(table::same);
    }

    /** Without a table in front of it, where no other table can be meant. */
    private boolean bare(Name column, Schema schema) {
        boolean others = tables.stream()
                .filter(other -> !other.same(table))
                .allMatch(other -> schema.table(other)
                        .map(known -> known.column(column).isEmpty())
                        .orElse(false));
        return others && found("(?<![\\w$.\"])(?<!\\bAS\\s)" + name(column) + "(?![\\w$.(])");
    }

    private boolean found(String expression) {
        return pattern(expression).matcher(text).find();
    }

    private static String name(Name name) {
        return "\"?" + Pattern.quote(name.name()) + "\"?";
    }

    private static Pattern pattern(String expression) {
        return Pattern.compile(expression, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    /** For people: the first of them by name, and how many more. */
    static String names(List<View> views) {
        int shown = Math.min(views.size(), 3);
        String first = views.subList(0, shown).stream()
                .map(view -> view.name().written())
                .collect(Collectors.joining(", "));
        return views.size() > shown ? first + " and " + (views.size() - shown) + " more" : first;
    }
}
