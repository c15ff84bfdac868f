package dev.stairway.script.redis.call;

/** A text that no server would take as Lua; stays inside this package. */
final class LuaError extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int line;

    /** @param line from 1 */
    LuaError(int line, String message) {
        super(message, null, false, false);
        this.line = line;
    }

    int line() {
        return line;
    }
}
