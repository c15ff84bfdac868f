package dev.stairway.measure.plan;

import dev.stairway.measure.plan.Parameter.Use;
import dev.stairway.measure.plan.Template.NamedTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Finds what the parameters of a query are for, by the words around them. What it does not understand stays unknown. */
final class Uses {

    private static final Set<String> NO_ALIAS = Set.of(
            "where",
            "on",
            "set",
            "join",
            "left",
            "right",
            "inner",
            "full",
            "cross",
            "natural",
            "order",
            "group",
            "limit",
            "offset",
            "union",
            "values",
            "using",
            "as",
            "having",
            "for",
            "returning",
            "select",
            "default",
            "window",
            "except",
            "intersect",
            "fetch",
            "from",
            "and",
            "or",
            "when",
            "indexed",
            "not",
            "lateral");
    private static final Set<String> BEFORE_TABLE = Set.of("from", "join", "into", "update", "only", "using", ",");
    private static final Set<String> PATTERNS = Set.of("like", "ilike", "glob");
    private static final Set<String> NO_FUNCTION = Set.of(
            "in", "any", "all", "some", "and", "or", "where", "not", "between", "values", "like", "ilike", "from");

    private final List<Item> items;
    private final Map<Integer, Parameter> found = new HashMap<>();

    Uses(List<Item> items) {
        this.items = items;
    }

    List<Parameter> parameters(List<String> names) {
        new InsertedValues(items).forEach(found::put);
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i).parameterHere()) {
                Parameter use = use(i);
                if (use != null) {
                    found.putIfAbsent(items.get(i).parameter(), use);
                }
            }
        }
        List<Parameter> parameters = new ArrayList<>();
        for (String name : names) {
            parameters.add(found.getOrDefault(parameters.size() + 1, named(name)));
        }
        return parameters;
    }

    /** People give a parameter the name of the column that it is for. */
    private static Parameter named(String name) {
        return name.matches("[A-Za-z]\\w*")
                ? new Parameter(name, Use.COMPARED, "", name.toLowerCase(Locale.ROOT), 0)
                : Parameter.unknown(name);
    }

    List<NamedTable> tables() {
        List<NamedTable> tables = new ArrayList<>();
        for (int i = 1; i < items.size(); i++) {
            if (items.get(i).name()
                    && BEFORE_TABLE.contains(items.get(i - 1).text().toLowerCase(Locale.ROOT))) {
                int last = i;
                while (last + 2 < items.size()
                        && items.get(last + 1).is(".")
                        && items.get(last + 2).name()) {
                    last += 2;
                }
                String name = items.get(last).plain();
                int alias = last + 1 < items.size() && items.get(last + 1).is("as") ? last + 2 : last + 1;
                boolean aliased = alias < items.size()
                        && items.get(alias).name()
                        && !NO_ALIAS.contains(items.get(alias).plain());
                tables.add(new NamedTable(name, aliased ? items.get(alias).plain() : name));
            }
        }
        return tables;
    }

    private Parameter use(int index) {
        int at = back(index - 1);
        if (at < 0) {
            return null;
        }
        Item before = items.get(at);
        if (before.is("limit") || before.is("first") || before.is("next")) {
            return new Parameter(items.get(index).text(), Use.LIMIT, "", "", 0);
        }
        if (before.is("offset")) {
            return new Parameter(items.get(index).text(), Use.OFFSET, "", "", 0);
        }
        Use use = PATTERNS.contains(before.text().toLowerCase(Locale.ROOT)) ? Use.PATTERN : Use.COMPARED;
        Column column = column(left(at));
        if (column == null && index + 2 < items.size() && items.get(index + 1).operator()) {
            column = after(index + 1);
        }
        if (column == null) {
            return null;
        }
        boolean set = before.is("=") && assigned(at);
        return new Parameter(items.get(index).text(), set ? Use.SET : use, column.qualifier, column.name, 0);
    }

    private record Column(String qualifier, String name) {}

    /** Over what belongs to the same operand: opening parentheses with the names of functions, list items, joined strings. */
    private int back(int from) {
        int at = from;
        while (at >= 0) {
            Item item = items.get(at);
            if (item.is("(")
                    && at > 0
                    && items.get(at - 1).name()
                    && !NO_FUNCTION.contains(items.get(at - 1).plain())) {
                at -= 2;
            } else if (item.is("(") || item.is(",") || item.is("[") || item.parameterHere() || item.literal()) {
                at--;
            } else if (item.is("and") && between(at)) {
                at--;
            } else if (item.is("|") && at > 0 && items.get(at - 1).is("|")) {
                at -= 2;
            } else if (item.is("array") || item.is("any") || item.is("all") || item.is("some")) {
                at--;
            } else {
                return at;
            }
        }
        return at;
    }

    private boolean between(int and) {
        for (int at = and - 1; at >= Math.max(0, and - 8); at--) {
            if (items.get(at).is("between")) {
                return true;
            }
            if (items.get(at).is("and")
                    || items.get(at).is("where")
                    || items.get(at).is("or")) {
                return false;
            }
        }
        return false;
    }

    /** Over the operator, to what may be a column. */
    private int left(int from) {
        int at = from;
        if (items.get(at).operator()) {
            while (at >= 0 && items.get(at).operator()) {
                at--;
            }
            return at;
        }
        String word = items.get(at).text().toLowerCase(Locale.ROOT);
        if (Set.of("in", "between", "like", "ilike", "glob", "symmetric", "distinct", "is")
                .contains(word)) {
            at--;
        } else if (word.equals("from") && at > 0 && items.get(at - 1).is("distinct")) {
            at -= 2;
        } else {
            return -1;
        }
        while (at >= 0
                && (items.get(at).is("not")
                        || items.get(at).is("is")
                        || items.get(at).is("between"))) {
            at--;
        }
        return at;
    }

    /** The column that ends here, or the first one of the function that does. */
    private Column column(int end) {
        if (end < 0) {
            return null;
        }
        int at = end;
        if (items.get(at).is(")")) {
            while (at >= 0 && !items.get(at).is("(")) {
                at--;
            }
            at++;
            while (at < end - 2 && items.get(at + 1).is(".")) {
                at += 2;
            }
        }
        if (at >= end + 1 || at < 0 || !items.get(at).name()) {
            return null;
        }
        boolean qualified =
                at > 1 && items.get(at - 1).is(".") && items.get(at - 2).name();
        return new Column(
                qualified ? items.get(at - 2).plain() : "", items.get(at).plain());
    }

    private Column after(int operator) {
        int at = operator;
        while (at < items.size() && items.get(at).operator()) {
            at++;
        }
        while (at + 2 < items.size()
                && items.get(at).name()
                && items.get(at + 1).is(".")) {
            at += 2;
        }
        return at < items.size() && items.get(at).name() ? column(at) : null;
    }

    /** True for {@code SET a = :a, b = :b}, where no condition has begun. */
    private boolean assigned(int operator) {
        for (int at = operator; at >= 0; at--) {
            if (items.get(at).is("where")
                    || items.get(at).is("on")
                    || items.get(at).is("and")) {
                return false;
            }
            if (items.get(at).is("set")) {
                return true;
            }
        }
        return false;
    }
}
