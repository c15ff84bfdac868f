package dev.stairway.catalog;

import dev.stairway.data.check.Expression;
import dev.stairway.data.check.Parser;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes conditions and expressions so that the same one reads the same, whichever product gave it. */
public final class ConditionText {

    /** Casts are what PostgreSQL writes behind constants and columns. */
    private static final Pattern QUOTED_OR_CAST = Pattern.compile(
            "('(?:[^']|'')*+'|\"(?:[^\"]|\"\")*+\")|::\"?[a-z_][a-z0-9_.\"]*( varying| precision| without time zone"
                    + "| with time zone)?(\\(\\d+(,\\s*\\d+)?\\))?(\\[\\])*",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern NUMBER = Pattern.compile("-?(\\d+(\\.\\d*)?|\\.\\d+)([eE][-+]?\\d{1,3})?");

    private static final Map<String, String> SAME_FUNCTION = Map.of(
            "char_length", "length",
            "character_length", "length",
            "btrim", "trim",
            "substring", "substr",
            "now", "current_timestamp",
            "ceiling", "ceil");

    private static final Map<String, String> TURNED =
            Map.of("=", "=", "<>", "<>", "<", ">", ">", "<", "<=", ">=", ">=", "<=");

    private ConditionText() {}

    /** The same text for the same condition, as far as that can be told. */
    public static String of(String written) {
        Expression expression = Parser.parse(written);
        return opaque(expression) ? plain(written) : text(expression);
    }

    /** What is beyond the grammar: lower case outside of strings, without casts, parentheses and blanks. */
    static String plain(String written) {
        StringBuilder plain = new StringBuilder();
        String[] parts = withoutCasts(written).split("'", -1);
        for (int i = 0; i < parts.length; i++) {
            boolean string = i % 2 != 0;
            String part = string
                    ? "'" + parts[i] + "'"
                    : parts[i].toLowerCase(Locale.ROOT).replaceAll("[\\s()\"`]+", " ");
            plain.append(part);
        }
        return plain.toString().strip();
    }

    private static boolean opaque(Expression expression) {
        if (expression instanceof Expression.Opaque) {
            return true;
        }
        return parts(expression).stream().anyMatch(ConditionText::opaque);
    }

    private static List<Expression> parts(Expression expression) {
        if (expression instanceof Expression.Call call) {
            return call.arguments();
        }
        if (expression instanceof Expression.Binary binary) {
            return List.of(binary.left(), binary.right());
        }
        if (expression instanceof Expression.Junction junction) {
            return junction.parts();
        }
        if (expression instanceof Expression.Not not) {
            return List.of(not.part());
        }
        if (expression instanceof Expression.IsNull isNull) {
            return List.of(isNull.part());
        }
        if (expression instanceof Expression.In in) {
            List<Expression> all = new ArrayList<>(in.items());
            all.add(in.part());
            return all;
        }
        return List.of();
    }

    private static String text(Expression expression) {
        if (expression instanceof Expression.Column column) {
            return column.name().toLowerCase(Locale.ROOT);
        }
        if (expression instanceof Expression.Constant constant) {
            return constant(constant);
        }
        if (expression instanceof Expression.Call call) {
            String name = SAME_FUNCTION.getOrDefault(call.function(), call.function());
            return name + "(" + list(call.arguments()) + ")";
        }
        if (expression instanceof Expression.Binary binary) {
            return binary(binary);
        }
        if (expression instanceof Expression.Junction junction) {
            return "("
                    + flat(junction, junction.all()).stream()
                            .sorted()
                            .collect(Collectors.joining(junction.all() ? " and " : " or "))
                    + ")";
        }
        if (expression instanceof Expression.Not not) {
            return "not " + text(not.part());
        }
        if (expression instanceof Expression.IsNull isNull) {
            return text(isNull.part()) + " is null";
        }
        Expression.In in = (Expression.In) expression;
        if (in.items().size() == 1) {
            return binary(new Expression.Binary("=", in.part(), in.items().get(0)));
        }
        return text(in.part()) + " in ("
                + in.items().stream().map(ConditionText::text).sorted().collect(Collectors.joining(", ")) + ")";
    }

    private static String binary(Expression.Binary binary) {
        boolean turn = binary.left() instanceof Expression.Constant
                && !(binary.right() instanceof Expression.Constant)
                && TURNED.containsKey(binary.operator());
        if (turn) {
            return binary(new Expression.Binary(TURNED.get(binary.operator()), binary.right(), binary.left()));
        }
        return "(" + text(binary.left()) + " " + binary.operator() + " " + text(binary.right()) + ")";
    }

    private static List<String> flat(Expression.Junction junction, boolean all) {
        List<String> flat = new ArrayList<>();
        for (Expression part : junction.parts()) {
            if (part instanceof Expression.Junction inner && inner.all() == all) {
                flat.addAll(flat(inner, all));
            } else {
                flat.add(text(part));
            }
        }
        return flat;
    }

    private static String list(List<Expression> items) {
        return items.stream().map(ConditionText::text).collect(Collectors.joining(", "));
    }

    private static String constant(Expression.Constant constant) {
        String text = constant.text();
        if (text == null) {
            return "null";
        }
        if (!constant.string() && (text.equals("true") || text.equals("false"))) {
            return text;
        }
        boolean number = NUMBER.matcher(text).matches()
                && (!constant.string() || number(text).equals(text));
        return number ? number(text) : "'" + text.replace("'", "''") + "'";
    }

    /** {@code 0.00} as {@code 0}. */
    static String number(String digits) {
        BigDecimal number = new BigDecimal(digits.endsWith(".") ? digits + "0" : digits);
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    static boolean isNumber(String text) {
        return NUMBER.matcher(text).matches();
    }

    /** Nothing inside of strings and quoted names is a cast. */
    static String withoutCasts(String written) {
        return QUOTED_OR_CAST
                .matcher(written)
                .replaceAll(found -> Matcher.quoteReplacement(Objects.toString(found.group(1), "")));
    }
}
