package dev.stairway.script.redis.call;

/**
 * A word of Lua.
 *
 * @param kind what it is
 * @param text a string's value, else as written
 * @param offset of its first character
 * @param end behind its last one
 * @param line of its first character, from 1
 */
record LuaToken(Kind kind, String text, int offset, int end, int line) {

    /** Kinds of words. */
    enum Kind {
        NAME,
        KEYWORD,
        STRING,
        NUMBER,
        SYMBOL,
        END
    }

    /** True for this keyword or sign; a string of the same letters is neither. */
    boolean is(String word) {
        return (kind == Kind.KEYWORD || kind == Kind.SYMBOL) && text.equals(word);
    }

    boolean is(Kind other) {
        return kind == other;
    }
}
