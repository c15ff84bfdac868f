package dev.stairway.script.redis.call;

import dev.stairway.script.redis.call.LuaToken.Kind;

/** The words of a script, one after another. */
final class LuaWords {

    /** Lua's own bound, less what a server has used up before it begins to read. */
    private static final int DEEPEST = 190;

    private final String text;
    private final LuaLexer lexer;
    private LuaToken current;
    private LuaToken ahead;
    private int lastEnd;
    private int lastLine = 1;
    private int depth;

    LuaWords(String text) {
        this.text = text;
        lexer = new LuaLexer(text);
        current = lexer.next();
    }

    LuaToken current() {
        return current;
    }

    LuaToken ahead() {
        if (ahead == null) {
            ahead = lexer.next();
        }
        return ahead;
    }

    /** The current word, which is taken. */
    LuaToken take() {
        LuaToken taken = current;
        lastEnd = taken.end();
        lastLine = taken.line() + lines(taken);
        current = ahead();
        ahead = null;
        return taken;
    }

    private int lines(LuaToken token) {
        return token.is(Kind.STRING)
                ? (int) text.substring(token.offset(), token.end())
                        .chars()
                        .filter(c -> c == '\n')
                        .count()
                : 0;
    }

    boolean accept(String word) {
        boolean there = current.is(word);
        if (there) {
            take();
        }
        return there;
    }

    LuaToken expect(String word) {
        if (!current.is(word)) {
            throw unexpected("'" + word + "' expected");
        }
        return take();
    }

    LuaToken name() {
        if (!current.is(Kind.NAME)) {
            throw unexpected("a name expected");
        }
        return take();
    }

    LuaError unexpected(String message) {
        String near = current.is(Kind.END) ? "the end" : "'" + shortened(current) + "'";
        return new LuaError(current.line(), message + " near " + near);
    }

    private String shortened(LuaToken token) {
        return text.substring(token.offset(), Math.min(token.end(), token.offset() + 30));
    }

    /** True when the current word begins on the line on which the one before it ends. */
    boolean onSameLine() {
        return current.line() == lastLine;
    }

    int lastLine() {
        return lastLine;
    }

    int lastEnd() {
        return lastEnd;
    }

    /** What is written there. */
    String written(int from) {
        return text.substring(from, Math.max(from, Math.min(lastEnd, from + 500)));
    }

    void enter() {
        if (++depth > DEEPEST) {
            throw new LuaError(current.line(), "too many levels");
        }
    }

    void leave() {
        depth--;
    }
}
