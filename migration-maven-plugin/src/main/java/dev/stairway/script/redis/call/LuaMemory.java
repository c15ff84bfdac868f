package dev.stairway.script.redis.call;

import java.util.HashMap;
import java.util.Map;

/** What one reading of a script learns for the next: values that come from further down, where a single reading is too early. */
final class LuaMemory {

    private final Map<Integer, LuaValue> variables = new HashMap<>();
    private final Map<Integer, LuaFunction> functions = new HashMap<>();

    /** True when there is nothing that a second reading could know better. */
    boolean empty() {
        return variables.isEmpty() && functions.isEmpty();
    }

    /** Everything that a variable ever holds. @param offset where it is declared */
    void changed(int offset, LuaValue value) {
        variables.put(offset, value);
    }

    /** Everything that it ever holds; nil when nothing is assigned to it behind its declaration. */
    LuaValue variable(int offset) {
        return variables.getOrDefault(offset, LuaValue.NIL);
    }

    /** The function that begins there. */
    LuaFunction function(int offset) {
        return functions.computeIfAbsent(offset, LuaFunction::new);
    }
}
