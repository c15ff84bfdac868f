package dev.stairway.data.check;

import dev.stairway.data.value.Limits;
import dev.stairway.data.value.Value;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Tells whether a row breaks a CHECK for certain; where SQL says NULL, or this class does not know, it does not. */
public final class Evaluator {

    private static final Object UNKNOWN = new Object();

    private static final Map<String, Integer> ENDLESS = Map.of("-infinity", -1, "infinity", 1, "nan", 2);

    private final Map<String, Value> row;

    public Evaluator(Map<String, Value> row) {
        this.row = row;
    }

    /** True only when the row would be refused. */
    public boolean breaks(Expression expression) {
        return Boolean.FALSE.equals(truth(expression));
    }

    private Boolean truth(Expression expression) {
        if (expression instanceof Expression.Junction junction) {
            return junction(junction);
        }
        if (expression instanceof Expression.Not not) {
            Boolean inner = truth(not.part());
            return inner == null ? null : !inner;
        }
        if (expression instanceof Expression.IsNull isNull) {
            Object value = value(isNull.part());
            return value == UNKNOWN ? null : Boolean.valueOf(value == null);
        }
        if (expression instanceof Expression.In in) {
            return in(in);
        }
        if (expression instanceof Expression.Binary binary) {
            return compare(binary);
        }
        Object value = value(expression);
        return value instanceof String text ? bool(text) : null;
    }

    private static Boolean bool(String text) {
        return switch (text) {
            case "true", "1", "t" -> Boolean.TRUE;
            case "false", "0", "f" -> Boolean.FALSE;
            default -> null;
        };
    }

    private Boolean junction(Expression.Junction junction) {
        Boolean decisive = !junction.all();
        boolean open = false;
        for (Expression part : junction.parts()) {
            Boolean truth = truth(part);
            if (decisive.equals(truth)) {
                return decisive;
            }
            open |= truth == null;
        }
        return open ? null : Boolean.valueOf(!decisive);
    }

    private Boolean in(Expression.In in) {
        boolean open = false;
        for (Expression item : in.items()) {
            Boolean equal = compare(new Expression.Binary("=", in.part(), item));
            if (Boolean.TRUE.equals(equal)) {
                return true;
            }
            open |= equal == null;
        }
        return open ? null : Boolean.FALSE;
    }

    private Boolean compare(Expression.Binary binary) {
        Object left = value(binary.left());
        Object right = value(binary.right());
        if (!(left instanceof String a) || !(right instanceof String b)) {
            return null;
        }
        return switch (binary.operator()) {
            case "=" -> order(a, b).map(order -> order == 0).orElse(a.equals(b));
            case "<>" -> order(a, b).map(order -> order != 0).orElse(!a.equals(b));
            case "<" -> order(a, b).map(order -> order < 0).orElse(null);
            case "<=" -> order(a, b).map(order -> order <= 0).orElse(null);
            case ">" -> order(a, b).map(order -> order > 0).orElse(null);
            case ">=" -> order(a, b).map(order -> order >= 0).orElse(null);
            case "like" -> Patterns.like(b, false).matcher(a).matches();
            case "ilike" -> Patterns.like(b, true).matcher(a).matches();
            case "~" -> regex(a, b, 0);
            case "~*" -> regex(a, b, Pattern.CASE_INSENSITIVE);
            default -> null;
        };
    }

    private static Boolean regex(String text, String pattern, int flags) {
        try {
            return Pattern.compile(pattern, flags).matcher(text).find();
        } catch (PatternSyntaxException otherDialect) {
            return null;
        }
    }

    /** How two texts compare as numbers or as dates of the same shape; empty where only a collation could tell. */
    private static Optional<Integer> order(String a, String b) {
        Optional<BigDecimal> left = Limits.number(a);
        Optional<BigDecimal> right = Limits.number(b);
        if (left.isPresent() && right.isPresent()) {
            return Optional.of(left.get().compareTo(right.get()));
        }
        Optional<Integer> endless = endless(a, b);
        if (endless.isPresent()) {
            return endless;
        }
        boolean dates = a.matches("\\d{4}-\\d\\d-\\d\\d.*") && b.matches("\\d{4}-\\d\\d-\\d\\d.*");
        boolean clocks = a.matches("\\d\\d:\\d\\d:\\d\\d.*") && b.matches("\\d\\d:\\d\\d:\\d\\d.*");
        return dates || clocks ? Optional.of(a.compareTo(b)) : Optional.empty();
    }

    /** Infinity is beyond every number and moment, and NaN, as PostgreSQL sorts it, beyond infinity. */
    private static Optional<Integer> endless(String a, String b) {
        int left = ENDLESS.getOrDefault(a.toLowerCase(Locale.ROOT), 0);
        int right = ENDLESS.getOrDefault(b.toLowerCase(Locale.ROOT), 0);
        return left == 0 && right == 0 ? Optional.empty() : Optional.of(Integer.compare(left, right));
    }

    /** A text, null for NULL, or {@link #UNKNOWN}. */
    private Object value(Expression expression) {
        if (expression instanceof Expression.Constant constant) {
            return constant.text();
        }
        if (expression instanceof Expression.Column column) {
            Value value = row.get(column.name());
            if (value == null || !value.known()) {
                return UNKNOWN;
            }
            return value.isNull() ? null : value.text();
        }
        if (expression instanceof Expression.Call call) {
            return call(call);
        }
        if (expression instanceof Expression.Binary binary) {
            return List.of("+", "-", "*", "%").contains(binary.operator()) ? arithmetic(binary) : logical(binary);
        }
        return expression instanceof Expression.Opaque ? UNKNOWN : logical(expression);
    }

    private Object logical(Expression expression) {
        Boolean truth = truth(expression);
        return truth == null ? UNKNOWN : truth.toString();
    }

    private Object call(Expression.Call call) {
        if (call.arguments().isEmpty()) {
            return UNKNOWN;
        }
        if (call.function().equals("num_nonnulls") || call.function().equals("num_nulls")) {
            return nulls(call);
        }
        Object first = value(call.arguments().get(0));
        if (!(first instanceof String text) || call.arguments().size() > 1) {
            return first == null && call.arguments().size() == 1 ? null : UNKNOWN;
        }
        return switch (call.function()) {
            case "length", "char_length", "character_length" -> String.valueOf(text.codePointCount(0, text.length()));
            case "abs" ->
                Limits.number(text)
                        .map(BigDecimal::abs)
                        .<Object>map(BigDecimal::toPlainString)
                        .orElse(UNKNOWN);
            case "upper" -> text.toUpperCase(Locale.ROOT);
            case "lower" -> text.toLowerCase(Locale.ROOT);
            case "btrim", "trim" -> text.strip().equals(text) ? text : UNKNOWN;
            default -> UNKNOWN;
        };
    }

    private Object nulls(Expression.Call call) {
        long nulls = 0;
        for (Expression argument : call.arguments()) {
            Object value = value(argument);
            if (value == UNKNOWN) {
                return UNKNOWN;
            }
            nulls += value == null ? 1 : 0;
        }
        return String.valueOf(
                call.function().equals("num_nulls") ? nulls : call.arguments().size() - nulls);
    }

    private Object arithmetic(Expression.Binary binary) {
        Object left = value(binary.left());
        Object right = value(binary.right());
        if (left == null || right == null) {
            return null;
        }
        BigDecimal a =
                left == UNKNOWN ? null : Limits.number(Objects.toString(left)).orElse(null);
        BigDecimal b =
                right == UNKNOWN ? null : Limits.number(Objects.toString(right)).orElse(null);
        if (a == null || b == null) {
            return UNKNOWN;
        }
        return switch (binary.operator()) {
            case "+" -> a.add(b).toPlainString();
            case "-" -> a.subtract(b).toPlainString();
            case "*" -> a.multiply(b).toPlainString();
            case "%" -> b.signum() == 0 ? UNKNOWN : a.remainder(b).toPlainString();
            default -> UNKNOWN;
        };
    }
}
