package dev.stairway.script.redis.call;

import dev.stairway.script.redis.call.LuaToken.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads expressions: https://www.lua.org/manual/5.1/manual.html#2.5 */
final class LuaExpressions {

    /** How strongly an operator binds what is on its left and on its right. */
    private record Strength(int left, int right) {}

    private static final Map<String, Strength> OPERATORS = Map.ofEntries(
            Map.entry("or", new Strength(1, 1)),
            Map.entry("and", new Strength(2, 2)),
            Map.entry("<", new Strength(3, 3)),
            Map.entry(">", new Strength(3, 3)),
            Map.entry("<=", new Strength(3, 3)),
            Map.entry(">=", new Strength(3, 3)),
            Map.entry("~=", new Strength(3, 3)),
            Map.entry("==", new Strength(3, 3)),
            Map.entry("..", new Strength(5, 4)),
            Map.entry("+", new Strength(6, 6)),
            Map.entry("-", new Strength(6, 6)),
            Map.entry("*", new Strength(7, 7)),
            Map.entry("/", new Strength(7, 7)),
            Map.entry("%", new Strength(7, 7)),
            Map.entry("^", new Strength(10, 9)));
    private static final int UNARY = 8;

    /** Reads the body of a function, behind the word for it. */
    @FunctionalInterface
    interface Bodies {
        LuaValue body(int offset, boolean method);
    }

    /**
     * Something that stands before a call, an index or an assignment.
     *
     * @param value what it is
     * @param name of a variable that stands alone; empty for anything else
     * @param root of the table that is indexed; empty for anything else
     * @param call true when it ends with a call
     * @param behind true when what is assigned to it becomes the last element of a table
     */
    record Place(LuaValue value, String name, String root, boolean call, boolean behind) {
        boolean assignable() {
            return !name.isEmpty() || !root.isEmpty();
        }
    }

    private final LuaWords words;
    private final LuaScopes scopes;
    private final LuaReading reading;
    private final LuaCalls calls;
    private final Bodies bodies;
    private boolean varargs = true;

    LuaExpressions(LuaWords words, LuaScopes scopes, LuaReading reading, LuaCalls calls, Bodies bodies) {
        this.words = words;
        this.scopes = scopes;
        this.reading = reading;
        this.calls = calls;
        this.bodies = bodies;
    }

    /** Whether {@code ...} means something from here on. @return whether it did until now */
    boolean varargs(boolean allowed) {
        boolean before = varargs;
        varargs = allowed;
        return before;
    }

    LuaValue expression() {
        return binary(0);
    }

    /** One or more, with commas between. */
    List<LuaValue> list() {
        List<LuaValue> all = new ArrayList<>();
        do {
            all.add(expression());
        } while (words.accept(","));
        return all;
    }

    private LuaValue binary(int limit) {
        words.enter();
        LuaValue left = operand();
        Strength strength = operator();
        while (strength != null && strength.left() > limit) {
            String sign = words.take().text();
            left = LuaValues.binary(sign, left, right(sign, left, strength));
            strength = operator();
        }
        words.leave();
        return left;
    }

    /** What stands behind and / or happens only when what stands before it is so. */
    private LuaValue right(String sign, LuaValue left, Strength strength) {
        if (!sign.equals("and") && !sign.equals("or")) {
            return binary(strength.right());
        }
        int guards = reading.guarded();
        reading.guard(left.argument(left.resolved()));
        LuaValue right = binary(strength.right());
        reading.unguard(guards);
        return right;
    }

    private Strength operator() {
        LuaToken word = words.current();
        return word.is(Kind.SYMBOL) || word.is(Kind.KEYWORD) ? OPERATORS.get(word.text()) : null;
    }

    private LuaValue operand() {
        LuaToken word = words.current();
        if (word.is("not") || word.is("-") || word.is("#")) {
            words.take();
            return LuaValues.unary(word.text(), binary(UNARY));
        }
        if (word.is(Kind.NUMBER) || word.is(Kind.STRING)) {
            words.take();
            return LuaValue.literal(word.text(), word.is(Kind.NUMBER));
        }
        if (word.is("nil") || word.is("true") || word.is("false")) {
            return LuaValue.of(words.take().text());
        }
        if (word.is("...")) {
            return varargs();
        }
        if (word.is("{")) {
            return table();
        }
        if (word.is("function")) {
            words.take();
            return bodies.body(word.offset(), false);
        }
        return place().value();
    }

    private LuaValue varargs() {
        if (!varargs) {
            throw words.unexpected("cannot use '...' outside a vararg function");
        }
        words.take();
        return LuaValue.of("...").spreading();
    }

    /** A table in braces. */
    private LuaValue table() {
        words.expect("{");
        List<LuaValue> items = new ArrayList<>();
        Set<String> ofNames = new HashSet<>();
        LuaValue table = LuaValue.of("{" + words.lastEnd() + "}");
        while (!words.current().is("}")) {
            boolean positional = !named();
            LuaValue value = expression();
            table = table.from(value);
            if (!positional && value.literal() != null && !ofNames.add(value.literal())) {
                table = table.using("merge");
            }
            if (positional && items.size() < 24) {
                items.add(value.holding(null));
            }
            if (!words.accept(",") && !words.accept(";")) {
                break;
            }
        }
        words.expect("}");
        return table.holding(items);
    }

    /** Takes the name of a field with its sign. @return false when the value has no name */
    private boolean named() {
        if (words.accept("[")) {
            expression();
            words.expect("]");
            words.expect("=");
            return true;
        }
        boolean named = words.current().is(Kind.NAME) && words.ahead().is("=");
        if (named) {
            words.take();
            words.take();
        }
        return named;
    }

    /** A variable, a call, or something in parentheses, with all that is attached to it. */
    Place place() {
        int from = words.current().offset();
        Place place = first();
        while (true) {
            LuaToken word = words.current();
            if (word.is(".") || word.is("[")) {
                place = indexed(place);
            } else if (word.is(":")) {
                words.take();
                String method = words.name().text();
                place = called(method(place.value(), method), arguments(place.value()), from);
            } else if (word.is("(") || word.is("{") || word.is(Kind.STRING)) {
                place = called(place.value(), arguments(null), from);
            } else {
                return place;
            }
        }
    }

    private Place first() {
        if (words.current().is("(")) {
            words.take();
            LuaValue inside = expression();
            words.expect(")");
            return new Place(inside, "", "", false, false);
        }
        if (!words.current().is(Kind.NAME)) {
            throw words.unexpected("unexpected symbol");
        }
        LuaToken name = words.take();
        return new Place(variable(name.text()), name.text(), "", false, false);
    }

    private LuaValue variable(String name) {
        LuaVariable variable = scopes.find(name);
        if (variable != null) {
            return variable.value().named(name);
        }
        if (name.equals("KEYS")) {
            reading.keys();
        }
        LuaValue global = LuaValue.of(name);
        return LuaValues.library(name) ? global : global.named(name);
    }

    private Place indexed(Place table) {
        boolean dot = words.take().is(".");
        LuaValue key = dot ? LuaValue.literal(words.name().text(), false) : expression();
        if (!dot) {
            words.expect("]");
        }
        String root = table.root().isEmpty() ? table.name() : table.root();
        boolean behind = key.uses().contains("#") && key.uses().contains("+");
        // Something must be there to be assigned to, even when the table is the result of a call.
        String assigned = root.isEmpty() ? " " : root;
        return new Place(LuaValues.index(table.value(), key), "", assigned, false, behind);
    }

    /** {@code key:match(...)} is {@code string.match(key, ...)}; other objects have no methods on a server. */
    private static LuaValue method(LuaValue object, String name) {
        return LuaValue.of("string." + name).from(object).from(LuaValue.NIL);
    }

    private Place called(LuaValue function, List<LuaArgument> arguments, int from) {
        return new Place(calls.call(function, arguments, from), "", "", true, false);
    }

    /** @param self first of the arguments; null where there is no such */
    private List<LuaArgument> arguments(LuaValue self) {
        List<LuaArgument> all = new ArrayList<>();
        if (self != null) {
            all.add(new LuaArgument(self, self.resolved()));
        }
        LuaToken word = words.current();
        if (word.is(Kind.STRING)) {
            words.take();
            all.add(new LuaArgument(LuaValue.literal(word.text(), false), word.text()));
        } else if (word.is("{")) {
            LuaValue table = table();
            all.add(new LuaArgument(table, words.written(word.offset())));
        } else {
            inParentheses(all);
        }
        return all;
    }

    private void inParentheses(List<LuaArgument> all) {
        if (words.current().is("(") && !words.onSameLine()) {
            throw words.unexpected("ambiguous syntax (function call x new statement)");
        }
        words.expect("(");
        if (!words.current().is(")")) {
            do {
                int from = words.current().offset();
                LuaValue value = expression();
                all.add(new LuaArgument(value, words.written(from)));
            } while (words.accept(","));
        }
        words.expect(")");
    }
}
