package dev.stairway.script.redis.call;

import dev.stairway.script.redis.call.RedisCall.Argument;
import dev.stairway.script.redis.call.RedisCall.Loop;

/** A loop while it is read. */
final class OpenLoop {

    private final Loop.Kind kind;
    private final int offset;
    private Argument over;
    private long times = -1;
    private boolean leaves;
    private int calls;

    OpenLoop(Loop.Kind kind, int offset) {
        this.kind = kind;
        this.offset = offset;
    }

    void over(Argument what, long howOften) {
        over = what;
        times = howOften;
    }

    void leaves() {
        leaves = true;
    }

    void call() {
        calls++;
    }

    Loop closed() {
        return new Loop(kind, offset, over == null ? Argument.of("") : over, times, leaves, calls);
    }
}
