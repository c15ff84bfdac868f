package dev.stairway.script.redis.call;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What operators and well-known functions make of values. */
final class LuaValues {

    private static final int LONGEST = 4096;
    private static final Set<String> MILD =
            Set.of("nil", "false", "true", "0", "1", "-1", "-2", "''", "'0'", "'1'", "'none'");
    private static final Set<String> LIBRARIES =
            Set.of("redis", "server", "string", "table", "math", "cjson", "cmsgpack", "bit", "struct", "os", "_G");

    private LuaValues() {}

    static boolean library(String name) {
        return LIBRARIES.contains(name);
    }

    static List<LuaValue> append(List<LuaValue> items, LuaValue one) {
        List<LuaValue> grown = new ArrayList<>(items);
        if (grown.size() < 24) {
            grown.add(one.holding(null));
        }
        return grown;
    }

    static LuaValue binary(String sign, LuaValue left, LuaValue right) {
        return switch (sign) {
            case ".." -> joined(left, right);
            case "and", "or" ->
                LuaValue.of("(" + left.resolved() + " " + sign + " " + right.resolved() + ")")
                        .from(left)
                        .from(right);
            case "==", "~=", "<", "<=", ">", ">=" -> compared(sign, left, right);
            default -> computed(sign, left, right);
        };
    }

    private static LuaValue joined(LuaValue left, LuaValue right) {
        boolean known = left.literal() != null && right.literal() != null;
        if (known && left.literal().length() + right.literal().length() <= LONGEST) {
            return LuaValue.literal(left.literal() + right.literal(), false);
        }
        String begins = left.literal() != null ? left.literal() + right.prefix() : left.prefix();
        return LuaValue.of(left.resolved() + " .. " + right.resolved())
                .from(left)
                .from(right)
                .begins(begins.substring(0, Math.min(LONGEST, begins.length())))
                .using("..");
    }

    private static LuaValue compared(String sign, LuaValue left, LuaValue right) {
        boolean mild = MILD.contains(left.resolved()) || MILD.contains(right.resolved());
        return LuaValue.of(left.resolved() + " " + sign + " " + right.resolved())
                .from(left)
                .from(right)
                .using(mild ? "present" : "compare");
    }

    private static LuaValue computed(String sign, LuaValue left, LuaValue right) {
        Double folded = folded(sign, left, right);
        if (folded != null) {
            boolean whole = folded == Math.rint(folded) && Math.abs(folded) < 1e15;
            return LuaValue.literal(whole ? Long.toString(folded.longValue()) : folded.toString(), true);
        }
        return LuaValue.of("(" + left.resolved() + " " + sign + " " + right.resolved() + ")")
                .from(left)
                .from(right)
                .using(sign);
    }

    private static Double folded(String sign, LuaValue left, LuaValue right) {
        Double a = number(left);
        Double b = number(right);
        if (a == null || b == null) {
            return null;
        }
        return switch (sign) {
            case "+" -> a + b;
            case "-" -> a - b;
            case "*" -> a * b;
            case "/" -> b == 0 ? null : a / b;
            default -> null;
        };
    }

    /** The number that it is; null where it is none, or not known. */
    static Double number(LuaValue value) {
        if (value.literal() == null || !value.literal().matches("-?\\d{1,18}(\\.\\d{1,18})?([eE][+-]?\\d{1,2})?")) {
            return null;
        }
        return Double.valueOf(value.literal());
    }

    static LuaValue unary(String sign, LuaValue operand) {
        Double number = number(operand);
        if (sign.equals("-") && number != null) {
            return LuaValue.literal("-" + operand.literal(), true);
        }
        String shown = sign.equals("not") ? "not " : sign;
        return LuaValue.of(shown + operand.resolved()).from(operand).using(sign.equals("#") ? "#" : sign);
    }

    static LuaValue index(LuaValue base, LuaValue key) {
        if (base.resolved().equals("KEYS")) {
            boolean counted = key.resolved().matches("\\w+@\\d+");
            return LuaValue.of(counted ? "KEYS[]" : "KEYS[" + key.resolved() + "]")
                    .from(base)
                    .from(key);
        }
        Double number = number(key);
        if (base.items() != null
                && number != null
                && number >= 1
                && number <= base.items().size()) {
            return base.items().get(number.intValue() - 1);
        }
        boolean word = key.literal() != null && key.literal().matches("[A-Za-z_]\\w{0,60}");
        String resolved = word ? base.resolved() + "." + key.literal() : base.resolved() + "[" + key.resolved() + "]";
        LuaValue found = LuaValue.of(resolved).from(base).from(key);
        return library(base.resolved()) || base.resolved().equals("ARGV") ? found : found.using("index");
    }

    /** One of the values that a loop meets. */
    static LuaValue element(LuaValue iterated, String otherwise) {
        String resolved = iterated.resolved();
        boolean all = resolved.endsWith(")") && (resolved.startsWith("ipairs(") || resolved.startsWith("pairs("));
        String name = all ? resolved.substring(resolved.indexOf('(') + 1, resolved.length() - 1) + "[]" : otherwise;
        return LuaValue.of(name).from(iterated);
    }

    /** What a function of Lua or of the server gives back. */
    static LuaValue called(String function, List<LuaValue> arguments) {
        LuaValue first = arguments.isEmpty() ? LuaValue.NIL : arguments.get(0);
        if (function.equals("tostring") && arguments.size() == 1) {
            return first;
        }
        if (function.equals("tonumber") && number(first) != null) {
            return LuaValue.literal(first.literal(), true);
        }
        StringBuilder shown = new StringBuilder(function).append('(');
        for (int at = 0; at < Math.min(arguments.size(), 8); at++) {
            shown.append(at == 0 ? "" : ", ").append(arguments.get(at).resolved());
        }
        LuaValue made = LuaValue.of(shown.append(')').toString());
        for (LuaValue argument : arguments) {
            made = made.from(argument);
        }
        made = made.using(function);
        return switch (function) {
            case "unpack", "table.unpack" ->
                arguments.size() == 1 ? made.holding(first.items()).spreading() : made.spreading();
            case "ipairs", "pairs" -> arguments.size() == 1 ? made.holding(first.items()) : made;
            case "string.format" -> made.begins(formatted(first));
            case "table.concat" -> made.begins(concatenated(arguments));
            default -> made;
        };
    }

    private static String formatted(LuaValue format) {
        String text = format.literal() == null ? "" : format.literal();
        int place = text.indexOf('%');
        return place < 0 ? text : text.substring(0, place);
    }

    private static String concatenated(List<LuaValue> arguments) {
        List<LuaValue> items = arguments.isEmpty() ? null : arguments.get(0).items();
        if (items == null || items.isEmpty() || items.get(0).literal() == null) {
            return "";
        }
        String between = arguments.size() > 1 && arguments.get(1).literal() != null
                ? arguments.get(1).literal()
                : "";
        return items.get(0).literal() + (items.size() > 1 ? between : "");
    }
}
