package dev.stairway.compare.behaviour;

import dev.stairway.compare.Databases;
import dev.stairway.data.model.Column;
import dev.stairway.data.model.Table;
import dev.stairway.data.model.UniqueKey;
import dev.stairway.data.value.Base;
import dev.stairway.data.value.Value;
import dev.stairway.data.value.ValueType;
import dev.stairway.database.DatabaseId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The rows of one table in two databases, one against the other. */
final class RowDifferences {

    private static final int SHOWN = 3;
    private static final Pattern SECOND = Pattern.compile("(:\\d\\d:\\d\\d)(?:\\.(\\d+))?");

    private final String name;
    private final Found one;
    private final Found other;
    private final Unrepeatable unrepeatable;
    private final List<String> key;
    private final Map<String, ValueType> types = new LinkedHashMap<>();

    private RowDifferences(String name, Found one, Found other, Unrepeatable unrepeatable) {
        this.name = name;
        this.unrepeatable = unrepeatable;
        this.one = one;
        this.other = other;
        Table lead = Found.strictest(List.of(one, other)).tables().get(name);
        for (Column column : lead.columns()) {
            String lower = column.name().toLowerCase(Locale.ROOT);
            if (Found.column(one.tables().get(name), lower).isPresent()
                    && Found.column(other.tables().get(name), lower).isPresent()) {
                types.put(lower, column.type());
            }
        }
        key = key(lead);
    }

    private List<String> key(Table table) {
        return table.uniqueKeys().stream()
                .map(UniqueKey::columns)
                .map(columns -> columns.stream()
                        .map(column -> column.toLowerCase(Locale.ROOT))
                        .toList())
                .filter(columns -> types.keySet().containsAll(columns))
                .filter(columns -> columns.stream()
                        .allMatch(column -> Found.column(table, column)
                                .filter(each -> !each.nullable())
                                .isPresent()))
                .findFirst()
                .orElse(List.copyOf(types.keySet()));
    }

    /**
     * What differs, by column; by the empty name when rows are missing.
     *
     * @param left rows of the first database
     * @param right rows of the second one
     * @param unrepeatable says of which values the form alone counts
     */
    static Map<String, Gap> of(
            String name,
            Found one,
            Found other,
            List<Map<String, Value>> left,
            List<Map<String, Value>> right,
            Unrepeatable unrepeatable) {
        return new RowDifferences(name, one, other, unrepeatable).gaps(left, right);
    }

    /**
     * A difference of one column.
     *
     * @param rows how many differ
     * @param sides what both say of the first of them
     * @param signature equal for the same difference
     */
    record Gap(String what, int rows, List<Side> sides, Reason reason, String signature) {}

    private Map<String, Gap> gaps(List<Map<String, Value>> left, List<Map<String, Value>> right) {
        Map<String, Map<String, String>> lefts = canonical(left);
        Map<String, Map<String, String>> rights = canonical(right);
        Map<String, Gap> gaps = new TreeMap<>();
        missing(lefts, rights, gaps);
        for (String column : types.keySet()) {
            List<String> keys = lefts.entrySet().stream()
                    .filter(row -> rights.containsKey(row.getKey()))
                    .filter(row -> !same(
                            column,
                            row.getValue().get(column),
                            rights.get(row.getKey()).get(column)))
                    .map(Map.Entry::getKey)
                    .toList();
            if (!keys.isEmpty()) {
                gaps.put(column, gap(column, keys, lefts, rights));
            }
        }
        return gaps;
    }

    /** Rows by their key; equal ones of a table without a key are numbered. */
    private Map<String, Map<String, String>> canonical(List<Map<String, Value>> rows) {
        Map<String, Map<String, String>> byKey = new TreeMap<>();
        for (Map<String, Value> row : rows) {
            Map<String, String> texts = new LinkedHashMap<>();
            types.forEach((column, type) -> texts.put(column, Canon.text(type, row.get(column))));
            String plain = key.stream()
                    .map(column -> column + " " + AnswerText.shortened(texts.get(column)))
                    .collect(Collectors.joining(", "));
            String name = plain;
            for (int twin = 2; byKey.containsKey(name); twin++) {
                name = plain + " #" + twin;
            }
            byKey.put(name, texts);
        }
        return byKey;
    }

    private boolean same(String column, String left, String right) {
        return Objects.equals(left, right)
                || unrepeatable.alike(name, column, types.get(column).base(), left, right);
    }

    private void missing(
            Map<String, Map<String, String>> left, Map<String, Map<String, String>> right, Map<String, Gap> gaps) {
        Set<String> onlyLeft = new TreeSet<>(left.keySet());
        onlyLeft.removeAll(right.keySet());
        Set<String> onlyRight = new TreeSet<>(right.keySet());
        onlyRight.removeAll(left.keySet());
        twins(left, right, onlyLeft, onlyRight);
        if (onlyLeft.isEmpty() && onlyRight.isEmpty()) {
            return;
        }
        List<Side> sides = List.of(only(one.id(), onlyLeft), only(other.id(), onlyRight));
        String what = name + " has " + rows(onlyLeft.size()) + " on " + words(one.id()) + " alone, and "
                + rows(onlyRight.size()) + " on " + words(other.id()) + " alone";
        gaps.put(
                "",
                new Gap(what, onlyLeft.size() + onlyRight.size(), sides, Reason.UNKNOWN, onlyLeft + "\n" + onlyRight));
    }

    /** Takes out pairs of rows that have another key alone because it is made anew each time. */
    private void twins(
            Map<String, Map<String, String>> left,
            Map<String, Map<String, String>> right,
            Set<String> onlyLeft,
            Set<String> onlyRight) {
        Map<List<String>, Deque<String>> forms = new HashMap<>();
        onlyRight.forEach(each -> forms.computeIfAbsent(form(right.get(each)), any -> new ArrayDeque<>())
                .add(each));
        for (String each : List.copyOf(onlyLeft)) {
            Deque<String> alike = forms.getOrDefault(form(left.get(each)), new ArrayDeque<>());
            if (!alike.isEmpty()) {
                String twin = alike.remove();
                onlyLeft.remove(each);
                onlyRight.remove(twin);
                types.keySet()
                        .forEach(column -> same(
                                column,
                                left.get(each).get(column),
                                right.get(twin).get(column)));
            }
        }
    }

    private List<String> form(Map<String, String> row) {
        List<String> form = new ArrayList<>();
        types.forEach((column, type) -> form.add(unrepeatable.form(name, column, type.base(), row.get(column))));
        return form;
    }

    private static String rows(int count) {
        return count == 1 ? "1 row" : count + " rows";
    }

    private static Side only(DatabaseId id, Set<String> keys) {
        String first = keys.stream().limit(SHOWN).collect(Collectors.joining("; "));
        return new Side(List.of(id), keys.isEmpty() ? "has no row of its own" : "has alone: " + first);
    }

    /** Rows that no reason explains come first, and one of them is enough to leave all unexplained. */
    private Gap gap(
            String column,
            List<String> differing,
            Map<String, Map<String, String>> left,
            Map<String, Map<String, String>> right) {
        Map<String, Reason> reasons = new HashMap<>();
        differing.forEach(each -> reasons.put(
                each, reason(column, left.get(each).get(column), right.get(each).get(column))));
        List<String> keys = differing.stream()
                .sorted(Comparator.comparing(each -> reasons.get(each).known()))
                .toList();
        List<String> lefts = new ArrayList<>();
        List<String> rights = new ArrayList<>();
        keys.stream().limit(SHOWN).forEach(each -> {
            lefts.add(each + ": " + AnswerText.shortened(left.get(each).get(column)));
            rights.add(each + ": " + AnswerText.shortened(right.get(each).get(column)));
        });
        String first = keys.get(0);
        String what = name + "." + column + " differs in " + rows(keys.size()) + ": "
                + AnswerText.shortened(left.get(first).get(column)) + " on " + words(one.id()) + ", "
                + AnswerText.shortened(right.get(first).get(column)) + " on " + words(other.id()) + " (" + first + ")";
        StringBuilder signature = new StringBuilder();
        keys.forEach(each -> signature
                .append(each)
                .append('=')
                .append(left.get(each).get(column))
                .append('|')
                .append(right.get(each).get(column))
                .append('\n'));
        return new Gap(
                what,
                keys.size(),
                List.of(
                        new Side(List.of(one.id()), String.join("; ", lefts)),
                        new Side(List.of(other.id()), String.join("; ", rights))),
                reasons.get(first),
                signature.toString());
    }

    private Reason reason(String column, String left, String right) {
        Base base = types.get(column).base();
        boolean sqlite = List.of(one, other).stream()
                .anyMatch(each -> each.id().product().equals("sqlite"));
        if (base.isTemporal() && sameSecond(left, right)) {
            return Reason.DATES_HAVE_OTHER_LIMITS;
        }
        boolean rounded = base == Base.DECIMAL || base == Base.FLOAT32 || base == Base.FLOAT64;
        return sqlite && rounded && close(left, right) ? Reason.SQLITE_DECIMALS_ARE_FLOATS : Reason.UNKNOWN;
    }

    /** The same moment with more or fewer digits of its second. */
    private static boolean sameSecond(String left, String right) {
        if (left == null
                || right == null
                || !SECOND.matcher(left).find()
                || !SECOND.matcher(right).find()) {
            return false;
        }
        String one = fraction(left);
        String other = fraction(right);
        return SECOND.matcher(left)
                        .replaceFirst("$1")
                        .equals(SECOND.matcher(right).replaceFirst("$1"))
                && (one.startsWith(other) || other.startsWith(one));
    }

    private static String fraction(String text) {
        return SECOND.matcher(text)
                .results()
                .map(second -> Objects.toString(second.group(2), ""))
                .findFirst()
                .orElse("");
    }

    /** As near as a floating-point number is to the decimal that it stands for. */
    private static boolean close(String left, String right) {
        if (left == null || right == null || !Dialect.isNumber(left) || !Dialect.isNumber(right)) {
            return false;
        }
        double one = Double.parseDouble(left);
        double other = Double.parseDouble(right);
        return Math.abs(one - other) <= 1e-12 * Math.max(Math.abs(one), Math.abs(other));
    }

    private static String words(DatabaseId id) {
        return Databases.words(new ArrayList<>(List.of(id)));
    }
}
