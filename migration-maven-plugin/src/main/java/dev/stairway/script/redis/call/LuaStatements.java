package dev.stairway.script.redis.call;

import dev.stairway.script.redis.call.LuaExpressions.Place;
import dev.stairway.script.redis.call.LuaToken.Kind;
import dev.stairway.script.redis.call.RedisCall.Argument;
import java.util.ArrayList;
import java.util.List;

/** Reads statements: https://www.lua.org/manual/5.1/manual.html#2.4 */
final class LuaStatements {

    private final LuaWords words;
    private final LuaScopes scopes;
    private final LuaReading reading;
    private final LuaMemory known;
    private final LuaMemory learnt;
    private final LuaExpressions expressions;
    private final LuaLoops loops;
    private LuaFunction function;

    /**
     * @param known what an earlier reading of the same text has learnt
     * @param learnt what this one learns
     */
    LuaStatements(LuaWords words, LuaReading reading, LuaMemory known, LuaMemory learnt) {
        this.words = words;
        this.reading = reading;
        this.known = known;
        this.learnt = learnt;
        this.scopes = new LuaScopes(known, learnt);
        LuaCalls calls = new LuaCalls(scopes, reading, words);
        this.expressions = new LuaExpressions(words, scopes, reading, calls, this::body);
        this.loops = new LuaLoops(words, scopes, reading, expressions, this::block);
    }

    /** The whole script. @throws LuaError where it is none; what was read until then is in the reading */
    void script() {
        block();
        if (!words.current().is(Kind.END)) {
            throw words.unexpected("the end expected");
        }
    }

    /** @return true when nothing behind the block happens once it has been gone through */
    private boolean block() {
        scopes.push();
        boolean leaves = statements();
        scopes.pop();
        return leaves;
    }

    private boolean statements() {
        words.enter();
        int guards = reading.guarded();
        boolean leaves = false;
        while (!endsBlock()) {
            boolean last = words.current().is("return") || words.current().is("break");
            leaves |= statement();
            words.accept(";");
            if (last) {
                break;
            }
        }
        reading.unguard(guards);
        words.leave();
        return leaves;
    }

    private boolean endsBlock() {
        LuaToken word = words.current();
        return word.is(Kind.END) || word.is("end") || word.is("else") || word.is("elseif") || word.is("until");
    }

    /** @return true when what follows in the block is not reached */
    private boolean statement() {
        LuaToken word = words.current();
        switch (word.is(Kind.KEYWORD) ? word.text() : "") {
            case "if" -> condition();
            case "while" -> loops.whiles();
            case "for" -> loops.fors();
            case "repeat" -> loops.repeats(this::statements);
            case "do" -> {
                words.take();
                boolean leaves = block();
                words.expect("end");
                return leaves;
            }
            case "function" -> namedFunction();
            case "local" -> local();
            case "return" -> {
                giveBack();
                return true;
            }
            case "break" -> {
                loops.leave();
                return true;
            }
            default -> {
                return expressionOrAssignment();
            }
        }
        return false;
    }

    /** Behind an {@code if} that leaves the block, everything depends on its condition as well. */
    private void condition() {
        int guards = reading.guarded();
        List<Argument> conditions = new ArrayList<>();
        boolean leaves = false;
        do {
            words.take();
            int from = words.current().offset();
            Argument condition = expressions.expression().argument(words.written(from));
            conditions.add(condition);
            words.expect("then");
            reading.guard(condition);
            leaves |= block();
        } while (words.current().is("elseif"));
        if (words.accept("else")) {
            leaves |= block();
        }
        words.expect("end");
        reading.unguard(guards);
        if (leaves) {
            conditions.forEach(reading::guard);
        }
    }

    private void namedFunction() {
        int offset = words.take().offset();
        LuaToken name = words.name();
        boolean field = false;
        boolean method = false;
        while (!method && (words.current().is(".") || words.current().is(":"))) {
            method = words.take().is(":");
            words.name();
            field = true;
        }
        LuaVariable variable = scopes.find(name.text());
        if (variable == null && !field) {
            variable = scopes.global(name.text(), name.offset());
        }
        LuaValue body = body(offset, method);
        if (!field) {
            variable.assign(body);
        }
    }

    private void local() {
        words.take();
        if (words.current().is("function")) {
            int offset = words.take().offset();
            LuaToken name = words.name();
            LuaVariable variable = scopes.declare(name.text(), name.offset(), LuaValue.NIL);
            variable.assign(body(offset, false));
            return;
        }
        List<LuaToken> names = new ArrayList<>(List.of(words.name()));
        while (words.accept(",")) {
            names.add(words.name());
        }
        List<LuaValue> values = words.accept("=") ? expressions.list() : List.of();
        for (int at = 0; at < names.size(); at++) {
            LuaToken name = names.get(at);
            LuaValue value = value(values, at, names.size());
            taken(value, name.text());
            scopes.declare(name.text(), name.offset(), value);
        }
    }

    /** The last value may stand for several: those of a call, which {@code #2} tells apart. */
    private static LuaValue value(List<LuaValue> values, int at, int wanted) {
        int last = values.size() - 1;
        boolean several = last >= 0
                && wanted > values.size()
                && values.get(last).resolved().endsWith(")");
        if (several && at >= last) {
            LuaValue call = values.get(last);
            return call.as(call.resolved() + "#" + (at - last + 1));
        }
        return at <= last ? values.get(at) : LuaValue.NIL;
    }

    private void taken(LuaValue value, String name) {
        if (value.resolved().startsWith("reply ") && value.replies().size() == 1) {
            reading.result(value.replies().iterator().next(), name);
        }
    }

    private void giveBack() {
        words.take();
        loops.leaveAll();
        if (endsBlock() || words.current().is(";")) {
            return;
        }
        List<LuaValue> values = expressions.list();
        if (function != null) {
            function.returns(values.get(0));
        }
    }

    private boolean expressionOrAssignment() {
        Place place = expressions.place();
        if (words.current().is("=") || words.current().is(",")) {
            assignment(place);
            return false;
        }
        if (!place.call()) {
            throw words.unexpected("syntax error");
        }
        return place.value().resolved().startsWith("error(");
    }

    private void assignment(Place first) {
        List<Place> places = new ArrayList<>(List.of(first));
        while (words.accept(",")) {
            places.add(expressions.place());
        }
        if (!places.stream().allMatch(Place::assignable)) {
            throw words.unexpected("syntax error");
        }
        words.expect("=");
        List<LuaValue> values = expressions.list();
        for (int at = 0; at < places.size(); at++) {
            assign(places.get(at), value(values, at, places.size()));
        }
    }

    private void assign(Place place, LuaValue value) {
        if (place.name().isEmpty()) {
            LuaVariable table = scopes.find(place.root());
            if (table != null) {
                table.receive(value, place.behind());
            }
            return;
        }
        taken(value, place.name());
        LuaVariable variable = scopes.find(place.name());
        if (variable == null) {
            variable = scopes.global(place.name(), words.lastEnd());
        }
        variable.assign(value);
    }

    /** A function; its calls are those of whoever calls it, with the loops and conditions around them. */
    private LuaValue body(int offset, boolean method) {
        LuaFunction outer = function;
        LuaFunction before = known.function(offset);
        function = learnt.function(offset);
        LuaReading.Around around = before.loops().isEmpty() && before.guards().isEmpty()
                ? reading.inside(reading.loops(), reading.guards())
                : reading.inside(before.loops(), before.guards());
        LuaLoops.Inside inside = loops.inside();
        scopes.push();
        boolean varargs = expressions.varargs(parameters(before, method));
        statements();
        words.expect("end");
        expressions.varargs(varargs);
        scopes.pop();
        loops.back(inside);
        reading.back(around);
        LuaValue result = before.result();
        LuaFunction own = function.knowing(result);
        function = outer;
        return LuaValue.of("function@" + offset).calling(own);
    }

    /** @return true when it ends with dots */
    private boolean parameters(LuaFunction before, boolean method) {
        words.expect("(");
        int place = 0;
        if (method) {
            scopes.declare("self", words.lastEnd(), LuaValue.of("self"));
        }
        boolean dots = false;
        while (!dots && !words.current().is(")")) {
            dots = words.accept("...");
            if (!dots) {
                parameter(before.parameter(place++));
            }
            if (!words.current().is(")")) {
                if (dots) {
                    throw words.unexpected("')' expected");
                }
                words.expect(",");
                if (words.current().is(")")) {
                    throw words.unexpected("a name expected");
                }
            }
        }
        words.expect(")");
        return dots;
    }

    /** What a library's function is handed as {@code keys} are its keys, as KEYS of a script. */
    private void parameter(LuaValue handed) {
        LuaToken name = words.name();
        LuaValue value = handed.equals(LuaValue.NIL) ? LuaValue.of(name.text() + "@" + name.offset()) : handed;
        if (name.text().equalsIgnoreCase("keys") && handed.equals(LuaValue.NIL)) {
            reading.keys();
            value = LuaValue.of("KEYS").named("KEYS");
        }
        scopes.declare(name.text(), name.offset(), value);
    }
}
