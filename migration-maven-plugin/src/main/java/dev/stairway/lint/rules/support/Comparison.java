package dev.stairway.lint.rules.support;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A column that a condition compares with a value of its own, not with another column.
 *
 * @param qualifier what stands before the dot; empty without one
 * @param column in lower case
 * @param from the lower bound of {@code BETWEEN} and {@code >}; empty for none
 * @param to the upper bound; empty for none
 */
record Comparison(String qualifier, String column, Kind kind, String from, String to) {

    /** From so many numbers between two bounds on they are no batch. */
    private static final long BATCH = 1_000_000;

    private static final Set<String> VALUES =
            Set.of("CAST", "ANY", "DATE", "TIMESTAMP", "TIMESTAMPTZ", "UUID", "INTERVAL");

    /** How it is compared. */
    enum Kind {
        /** With a value, or with each of a list. */
        VALUE,
        RANGE
    }

    /** Empty for any other condition. @param words of a part without AND and OR */
    static Optional<Comparison> of(List<String> words) {
        int at = 0;
        String qualifier = "";
        while (at + 2 < words.size() && words.get(at + 1).equals(".")) {
            qualifier = unquoted(words.get(at));
            at += 2;
        }
        if (at + 2 >= words.size() || !isName(words.get(at))) {
            return Optional.empty();
        }
        String column = unquoted(words.get(at)).toLowerCase(Locale.ROOT);
        return compared(qualifier, column, words.subList(at + 1, words.size()));
    }

    private static Optional<Comparison> compared(String qualifier, String column, List<String> rest) {
        String sign = rest.get(0).toUpperCase(Locale.ROOT);
        boolean same = rest.get(1).equals("=");
        int value = same ? 2 : 1;
        if (value >= rest.size()) {
            return Optional.empty();
        }
        List<String> right = rest.subList(value, rest.size());
        return switch (sign) {
            case "=" -> isValue(right) ? found(qualifier, column, Kind.VALUE, "", "") : Optional.empty();
            case "IN" -> isList(right) ? found(qualifier, column, Kind.VALUE, "", "") : Optional.empty();
            case ">" -> isValue(right) ? found(qualifier, column, Kind.RANGE, text(right), "") : Optional.empty();
            case "<" ->
                isValue(right) && !rest.get(1).equals(">")
                        ? found(qualifier, column, Kind.RANGE, "", text(right))
                        : Optional.empty();
            case "BETWEEN" -> between(qualifier, column, right);
            default -> Optional.empty();
        };
    }

    private static Optional<Comparison> between(String qualifier, String column, List<String> right) {
        int and = right.stream()
                .map(word -> word.toUpperCase(Locale.ROOT))
                .toList()
                .indexOf("AND");
        return and < 1 || and + 1 >= right.size()
                ? Optional.empty()
                : found(
                        qualifier,
                        column,
                        Kind.RANGE,
                        text(right.subList(0, and)),
                        text(right.subList(and + 1, right.size())));
    }

    private static Optional<Comparison> found(String qualifier, String column, Kind kind, String from, String to) {
        return Optional.of(new Comparison(qualifier, column, kind, from, to));
    }

    /** True when these bound a column on both sides, as near to each other as a batch is. Keys that are numbers begin at 1. */
    static boolean isRange(List<Comparison> ofOneColumn) {
        String from = "";
        String to = "";
        for (Comparison one : ofOneColumn) {
            from = one.from().isEmpty() ? from : one.from();
            to = one.to().isEmpty() ? to : one.to();
        }
        if (to.isEmpty() || from.isEmpty() && !isNumber(to)) {
            return false;
        }
        boolean numbers = isNumber(to) && (from.isEmpty() || isNumber(from));
        return !numbers || Long.parseLong(to) - (from.isEmpty() ? 0 : Long.parseLong(from)) <= BATCH;
    }

    private static boolean isNumber(String text) {
        return text.matches("-?\\d{1,18}");
    }

    private static boolean isName(String word) {
        return word.startsWith("\"") || word.matches("[A-Za-z_].*");
    }

    /** A literal, a parameter, or a query that gives one value. */
    private static boolean isValue(List<String> right) {
        String first = right.get(0).toUpperCase(Locale.ROOT);
        String second = right.size() > 1 ? right.get(1).toUpperCase(Locale.ROOT) : "";
        if (first.equals("ANY")) {
            return right.stream().noneMatch(word -> word.equalsIgnoreCase("SELECT"));
        }
        return first.matches("['$:?(\\d+-].*") || VALUES.contains(first) || second.startsWith("'");
    }

    private static boolean isList(List<String> right) {
        return right.get(0).equals("(")
                && right.stream().noneMatch(word -> word.equalsIgnoreCase("SELECT"))
                && right.size() > 1
                && isValue(right.subList(1, right.size()));
    }

    private static String text(List<String> words) {
        return String.join("", words);
    }

    private static String unquoted(String written) {
        return written.replace("\"", "");
    }
}
