package dev.stairway.script.redis.call;

import dev.stairway.script.redis.call.RedisCall.Loop;
import java.util.List;

/**
 * What a script of Redis does.
 *
 * @param calls in the order in which they are made: that of the text, but what is written inside a call comes before it
 * @param declaredKeys true when it takes its keys from KEYS, which the runner hands over in batches
 * @param loops all of the script, with calls in them or not
 * @param notCovered why some or all of it is not known, one reason each with its line; empty where everything is
 */
public record RedisCalls(List<RedisCall> calls, boolean declaredKeys, List<Loop> loops, List<String> notCovered) {

    /** Of a way that is not there. */
    public static final RedisCalls NONE = new RedisCalls(List.of(), false, List.of(), List.of());

    public RedisCalls {
        calls = List.copyOf(calls);
        loops = List.copyOf(loops);
        notCovered = List.copyOf(notCovered);
    }
}
