package dev.stairway.script.redis.call;

/** A variable while the script is read. */
final class LuaVariable {

    private final String unique;
    private final int offset;
    private final LuaMemory learnt;
    private LuaValue value;

    /** @param offset where it is declared, which tells it from others of its name */
    LuaVariable(String name, int offset, LuaValue value, LuaMemory known, LuaMemory learnt) {
        this.unique = name + "@" + offset;
        this.offset = offset;
        this.learnt = learnt;
        this.value = value.or(known.variable(offset), unique);
    }

    LuaValue value() {
        return value;
    }

    void assign(LuaValue other) {
        value = value.or(other, unique);
        if (other.function() == null) {
            learnt.changed(offset, value);
        }
    }

    /** Something is put into the table that it holds. */
    void receive(LuaValue element, boolean behind) {
        LuaValue grown = value.from(element);
        value = behind && value.items() != null ? grown.holding(LuaValues.append(value.items(), element)) : grown;
    }
}
