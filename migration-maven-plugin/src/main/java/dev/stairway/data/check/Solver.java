package dev.stairway.data.check;

import dev.stairway.data.value.Dice;
import dev.stairway.data.value.Limits;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Chooses one way through the ORs of all CHECKs and turns it into limits per column.
 *
 * <p>It need not be right: whoever builds the row evaluates it afterwards and comes back with other dice.
 */
public final class Solver {

    /** Two columns of which the first has to compare to the second. */
    public record Pair(String left, String operator, String right) {}

    private static final int EXAMPLES = 12;

    private final Dice dice;
    private final Map<String, Limits> limits = new HashMap<>();
    private final List<Pair> pairs = new ArrayList<>();

    private Solver(Dice dice) {
        this.dice = dice;
    }

    public static Solver solve(List<Check> checks, Dice dice) {
        Solver solver = new Solver(dice);
        checks.forEach(check -> solver.meet(check.expression(), true));
        return solver;
    }

    public Limits of(String column) {
        return limits.getOrDefault(column, Limits.NONE);
    }

    public List<Pair> pairs() {
        return pairs;
    }

    private Limits limit(String column) {
        return limits.computeIfAbsent(column, name -> new Limits());
    }

    private void meet(Expression expression, boolean wanted) {
        if (expression instanceof Expression.Not not) {
            meet(not.part(), !wanted);
        } else if (expression instanceof Expression.Junction junction) {
            if (junction.all() == wanted) {
                junction.parts().forEach(part -> meet(part, wanted));
            } else {
                meet(dice.pick(junction.parts()), wanted);
            }
        } else if (expression instanceof Expression.IsNull isNull) {
            meetNull(isNull.part(), wanted);
        } else if (expression instanceof Expression.In in) {
            meetIn(in, wanted);
        } else if (expression instanceof Expression.Binary binary) {
            meetBinary(wanted ? binary.operator() : negated(binary.operator()), binary.left(), binary.right());
        } else if (expression instanceof Expression.Column column) {
            limit(column.name()).allow(List.of(String.valueOf(wanted)));
        } else if (expression instanceof Expression.Call call) {
            meetCall(call, wanted);
        }
    }

    private void meetCall(Expression.Call call, boolean wanted) {
        boolean json = wanted
                && call.function().equals("json_valid")
                && call.arguments().size() == 1;
        if (json && call.arguments().get(0) instanceof Expression.Column column) {
            limit(column.name()).allowLike(List.of("{}", "[1, null]", "{\"id\": " + dice.below(1000) + "}"));
        }
    }

    private void meetNull(Expression part, boolean wanted) {
        if (part instanceof Expression.Column column) {
            if (wanted) {
                limit(column.name()).requireNull();
            } else {
                limit(column.name()).requireValue();
            }
        }
    }

    private void meetIn(Expression.In in, boolean wanted) {
        if (in.part() instanceof Expression.Column column) {
            List<String> values = in.items().stream()
                    .filter(Expression.Constant.class::isInstance)
                    .map(item -> ((Expression.Constant) item).text())
                    .filter(Objects::nonNull)
                    .toList();
            if (wanted) {
                limit(column.name()).allow(values);
            } else {
                limit(column.name()).exclude(values);
            }
        }
    }

    private void meetBinary(String operator, Expression left, Expression right) {
        if (left instanceof Expression.Constant && !(right instanceof Expression.Constant)) {
            meetBinary(mirrored(operator), right, left);
        } else if (left instanceof Expression.Column column && right instanceof Expression.Constant constant) {
            meetConstant(limit(column.name()), operator, constant.text());
        } else if (left instanceof Expression.Column a && right instanceof Expression.Column b) {
            pairs.add(new Pair(a.name(), operator, b.name()));
        } else if (left instanceof Expression.Column a && right instanceof Expression.Call call) {
            meetFold(a, operator, call);
        } else if (left instanceof Expression.Call call && right instanceof Expression.Column a) {
            meetFold(a, operator, call);
        } else if (left instanceof Expression.Call call && right instanceof Expression.Constant constant) {
            meetLength(call, operator, constant.text());
        }
    }

    private void meetConstant(Limits limit, String operator, String constant) {
        if (constant == null) {
            return;
        }
        switch (operator) {
            case "=" -> limit.allow(List.of(constant));
            case "<>" -> limit.exclude(List.of(constant));
            case ">=" -> limit.atLeast(constant, false);
            case ">" -> limit.atLeast(constant, true);
            case "<=" -> limit.atMost(constant, false);
            case "<" -> limit.atMost(constant, true);
            case "like", "ilike" ->
                limit.allowLike(examples(() -> Patterns.example(constant, Integer.toString(dice.below(100_000), 36))));
            case "glob" ->
                limit.allowLike(examples(() -> constant.replace("*", Integer.toString(dice.below(100_000), 36))));
            case "~", "~*" -> limit.allowLike(examples(() -> RegexSampler.sample(constant, dice)));
            default -> {}
        }
    }

    private static List<String> examples(Supplier<String> maker) {
        return Stream.generate(maker).limit(EXAMPLES).distinct().toList();
    }

    private void meetLength(Expression.Call call, String operator, String constant) {
        boolean length = List.of("length", "char_length", "character_length", "octet_length")
                .contains(call.function());
        if (!length || call.arguments().isEmpty() || constant == null || !constant.matches("-?\\d{1,9}")) {
            return;
        }
        Expression inner = call.arguments().get(0);
        while (inner instanceof Expression.Call trim && trim.arguments().size() == 1) {
            inner = trim.arguments().get(0);
        }
        if (inner instanceof Expression.Column column) {
            limitLength(limit(column.name()), operator, Integer.parseInt(constant));
        }
    }

    /** {@code code = upper(code)}. */
    private void meetFold(Expression.Column column, String operator, Expression.Call call) {
        if (operator.equals("=") && call.arguments().equals(List.of(column))) {
            limit(column.name()).fold(call.function());
        }
    }

    private static void limitLength(Limits limit, String operator, int length) {
        switch (operator) {
            case "=" -> {
                limit.lengthAtLeast(length);
                limit.lengthAtMost(length);
            }
            case ">=" -> limit.lengthAtLeast(length);
            case ">", "<>" -> limit.lengthAtLeast(length + 1);
            case "<=" -> limit.lengthAtMost(length);
            case "<" -> limit.lengthAtMost(length - 1);
            default -> {}
        }
    }

    private static String negated(String operator) {
        return switch (operator) {
            case "=" -> "<>";
            case "<>" -> "=";
            case "<" -> ">=";
            case "<=" -> ">";
            case ">" -> "<=";
            case ">=" -> "<";
            default -> "not " + operator;
        };
    }

    private static String mirrored(String operator) {
        return switch (operator) {
            case "<" -> ">";
            case "<=" -> ">=";
            case ">" -> "<";
            case ">=" -> "<=";
            default -> operator;
        };
    }
}
