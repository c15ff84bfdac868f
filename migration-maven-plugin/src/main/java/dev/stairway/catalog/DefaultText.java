package dev.stairway.catalog;

import dev.stairway.compare.logical.LogicalType.Family;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Writes a default so that the same one reads the same in every product. */
public final class DefaultText {

    private static final Pattern STRING = Pattern.compile("(?:[eEnN])?'((?:[^']|'')*)'");
    private static final Set<Family> NUMBERS = Set.of(
            Family.SMALLINT, Family.INTEGER, Family.BIGINT, Family.DECIMAL, Family.REAL, Family.DOUBLE, Family.BOOLEAN);

    private DefaultText() {}

    /**
     * The default of a column.
     *
     * @param written as the product gives it; null for none
     * @return null for none, and for NULL
     */
    public static String of(String written, Family family) {
        if (written == null) {
            return null;
        }
        String text = bare(ConditionText.withoutCasts(written).strip());
        if (text.isEmpty() || text.equalsIgnoreCase("null")) {
            return null;
        }
        String moment = moment(text.toLowerCase(Locale.ROOT).replaceAll("\\s+", ""));
        if (moment != null) {
            return moment;
        }
        var string = STRING.matcher(text);
        if (string.matches()) {
            return value(string.group(1).replace("''", "'"), family);
        }
        boolean literal = ConditionText.isNumber(text) || text.matches("(?i)true|false");
        return literal ? value(text, family) : ConditionText.of(text);
    }

    private static String bare(String text) {
        String bare = text;
        while (bare.startsWith("(") && closing(bare) == bare.length() - 1) {
            bare = bare.substring(1, bare.length() - 1).strip();
        }
        return bare;
    }

    private static int closing(String text) {
        int depth = 0;
        boolean string = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            string ^= c == '\'';
            depth += string ? 0 : c == '(' ? 1 : c == ')' ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return -1;
    }

    /** The moment at which the row is made; null for anything else. */
    private static String moment(String squeezed) {
        String name = squeezed.replaceAll("\\(\\d*\\)$", "");
        return switch (name) {
            case "current_timestamp", "now", "localtimestamp", "transaction_timestamp", "datetime('now')" ->
                "current_timestamp";
            case "current_date", "date('now')", "curdate" -> "current_date";
            case "current_time", "localtime", "time('now')", "curtime" -> "current_time";
            default -> null;
        };
    }

    private static String value(String value, Family family) {
        if (family == Family.BOOLEAN) {
            boolean yes = Set.of("1", "t", "true", "y", "yes", "on").contains(value.toLowerCase(Locale.ROOT));
            boolean no = Set.of("0", "f", "false", "n", "no", "off").contains(value.toLowerCase(Locale.ROOT));
            return yes ? "true" : no ? "false" : "'" + value + "'";
        }
        if (NUMBERS.contains(family) && value.matches("(?i)true|false")) {
            return value.equalsIgnoreCase("true") ? "1" : "0";
        }
        boolean number = NUMBERS.contains(family) && ConditionText.isNumber(value);
        return number ? ConditionText.number(value) : "'" + value.replace("'", "''") + "'";
    }
}
