package dev.stairway.script.redis.call;

import dev.stairway.script.redis.call.RedisCall.Loop.Kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Reads loops, and what leaves them. */
final class LuaLoops {

    private final LuaWords words;
    private final LuaScopes scopes;
    private final LuaReading reading;
    private final LuaExpressions expressions;
    private final Blocks blocks;
    private Deque<OpenLoop> open = new ArrayDeque<>();

    /** Reads a block, with variables of its own or without. */
    @FunctionalInterface
    interface Blocks {
        boolean read();
    }

    /** Loops around a function. */
    record Inside(Deque<OpenLoop> open) {}

    LuaLoops(LuaWords words, LuaScopes scopes, LuaReading reading, LuaExpressions expressions, Blocks blocks) {
        this.words = words;
        this.scopes = scopes;
        this.reading = reading;
        this.expressions = expressions;
        this.blocks = blocks;
    }

    /** In a function no loop around it can be left. */
    Inside inside() {
        Inside before = new Inside(open);
        open = new ArrayDeque<>();
        return before;
    }

    void back(Inside before) {
        open = before.open();
    }

    void leave() {
        if (open.isEmpty()) {
            throw words.unexpected("no loop to break");
        }
        words.take();
        open.element().leaves();
    }

    void leaveAll() {
        open.forEach(OpenLoop::leaves);
    }

    void whiles() {
        OpenLoop loop = new OpenLoop(Kind.WHILE, words.take().offset());
        begin(loop);
        int from = words.current().offset();
        LuaValue condition = expressions.expression();
        loop.over(condition.argument(words.written(from)), -1);
        words.expect("do");
        int guards = reading.guarded();
        reading.guard(condition.argument(words.written(from)));
        blocks.read();
        reading.unguard(guards);
        words.expect("end");
        end();
    }

    /** The condition sees the variables of the block. */
    void repeats(Blocks withoutScope) {
        OpenLoop loop = new OpenLoop(Kind.REPEAT, words.take().offset());
        begin(loop);
        scopes.push();
        withoutScope.read();
        words.expect("until");
        int from = words.current().offset();
        loop.over(expressions.expression().argument(words.written(from)), -1);
        scopes.pop();
        end();
    }

    void fors() {
        int offset = words.take().offset();
        LuaToken first = words.name();
        if (words.current().is("=")) {
            numbers(offset, first);
        } else {
            each(offset, first);
        }
    }

    private void numbers(int offset, LuaToken variable) {
        words.expect("=");
        LuaValue from = expressions.expression();
        words.expect(",");
        int at = words.current().offset();
        LuaValue to = expressions.expression();
        String written = words.written(at);
        LuaValue step = words.accept(",") ? expressions.expression() : LuaValue.literal("1", true);
        OpenLoop loop = new OpenLoop(Kind.FOR_NUMBERS, offset);
        loop.over(to.from(from).argument(written), times(from, to, step));
        LuaValue counter = LuaValue.of(variable.text() + "@" + variable.offset());
        around(loop, List.of(variable), List.of(counter));
    }

    private static long times(LuaValue from, LuaValue to, LuaValue step) {
        Double first = LuaValues.number(from);
        Double last = LuaValues.number(to);
        Double by = LuaValues.number(step);
        if (first == null || last == null || by == null || by == 0) {
            return -1;
        }
        return (long) Math.max(0, Math.floor((last - first) / by) + 1);
    }

    private void each(int offset, LuaToken first) {
        List<LuaToken> names = new ArrayList<>(List.of(first));
        while (words.accept(",")) {
            names.add(words.name());
        }
        words.expect("in");
        int from = words.current().offset();
        LuaValue iterated = expressions.list().get(0);
        OpenLoop loop = new OpenLoop(Kind.FOR_IN, offset);
        loop.over(
                iterated.argument(words.written(from)),
                known(iterated) ? iterated.items().size() : -1);
        List<LuaValue> values = new ArrayList<>();
        for (int at = 0; at < names.size(); at++) {
            String unique = names.get(at).text() + "@" + names.get(at).offset();
            values.add(
                    at == 1
                            ? LuaValues.element(iterated, unique)
                            : LuaValue.of(unique).from(iterated));
        }
        around(loop, names, values);
    }

    /** What is put into a table later on may be put there often. */
    private static boolean known(LuaValue iterated) {
        return iterated.items() != null && iterated.items().stream().allMatch(item -> item.literal() != null);
    }

    private void around(OpenLoop loop, List<LuaToken> names, List<LuaValue> values) {
        words.expect("do");
        begin(loop);
        scopes.push();
        for (int at = 0; at < names.size(); at++) {
            scopes.declare(names.get(at).text(), names.get(at).offset(), values.get(at));
        }
        blocks.read();
        scopes.pop();
        words.expect("end");
        end();
    }

    private void begin(OpenLoop loop) {
        reading.begin(loop);
        open.push(loop);
    }

    private void end() {
        reading.end();
        open.pop();
    }
}
