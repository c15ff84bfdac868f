package dev.stairway.script.redis.call;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** Which name means which variable. */
final class LuaScopes {

    private final LuaMemory known;
    private final LuaMemory learnt;
    private final Deque<Map<String, LuaVariable>> scopes = new ArrayDeque<>();

    LuaScopes(LuaMemory known, LuaMemory learnt) {
        this.known = known;
        this.learnt = learnt;
        push();
    }

    void push() {
        scopes.push(new HashMap<>());
    }

    void pop() {
        scopes.pop();
    }

    LuaVariable declare(String name, int offset, LuaValue value) {
        LuaVariable variable = new LuaVariable(name, offset, value, known, learnt);
        scopes.element().put(name, variable);
        return variable;
    }

    /** A variable of the script; null for one that it does not declare. */
    LuaVariable find(String name) {
        for (Map<String, LuaVariable> scope : scopes) {
            LuaVariable found = scope.get(name);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /** One that belongs to no block. */
    LuaVariable global(String name, int offset) {
        Map<String, LuaVariable> outermost = scopes.getLast();
        return outermost.computeIfAbsent(name, missing -> new LuaVariable(name, offset, LuaValue.NIL, known, learnt));
    }
}
