package dev.stairway.script.redis.call;

import dev.stairway.script.redis.call.RedisCall.Argument;
import java.util.ArrayList;
import java.util.List;

/** A function of the script: what its callers hand over and what it gives back, learnt while the text is read once. */
final class LuaFunction {

    private final int offset;
    private final List<LuaValue> parameters = new ArrayList<>();
    private LuaValue earlier = LuaValue.NIL;
    private LuaValue result = LuaValue.NIL;
    private List<OpenLoop> loops = List.of();
    private List<Argument> guards = List.of();

    LuaFunction(int offset) {
        this.offset = offset;
    }

    /** What callers hand over there; nil where none was seen yet. */
    LuaValue parameter(int at) {
        return at < parameters.size() ? parameters.get(at) : LuaValue.NIL;
    }

    void called(List<LuaValue> arguments, List<OpenLoop> around, List<Argument> conditions) {
        for (int at = 0; at < Math.min(arguments.size(), 20); at++) {
            if (at == parameters.size()) {
                parameters.add(LuaValue.NIL);
            }
            LuaValue known = parameters.get(at);
            parameters.set(at, known.or(arguments.get(at).calling(null), "parameter " + at + "@" + offset));
        }
        if (around.size() > loops.size()) {
            loops = List.copyOf(around);
        }
        if (conditions.size() > guards.size()) {
            guards = List.copyOf(conditions);
        }
    }

    void returns(LuaValue value) {
        result = result.or(value.calling(null), "result@" + offset);
    }

    /** What it gives back, as an earlier reading has learnt it where there was one. */
    LuaValue result() {
        return earlier.equals(LuaValue.NIL) ? result : earlier;
    }

    LuaFunction knowing(LuaValue resultBefore) {
        earlier = resultBefore;
        return this;
    }

    List<OpenLoop> loops() {
        return loops;
    }

    List<Argument> guards() {
        return guards;
    }
}
