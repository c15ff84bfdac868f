package dev.stairway.script.redis.call;

import java.util.List;

/**
 * What a script of Redis does.
 *
 * @param calls in the order in which they stand there
 * @param declaredKeys true when it takes its keys from KEYS, which the runner hands over in batches
 * @param loopsWithoutCalls offsets of loops, for, while and repeat, that send no command but do work
 * @param notCovered why some or all of it is not known, one reason each; empty where everything is
 */
public record RedisCalls(
        List<RedisCall> calls, boolean declaredKeys, List<Integer> loopsWithoutCalls, List<String> notCovered) {

    /** Of a way that is not there. */
    public static final RedisCalls NONE = new RedisCalls(List.of(), false, List.of(), List.of());

    public RedisCalls {
        calls = List.copyOf(calls);
        loopsWithoutCalls = List.copyOf(loopsWithoutCalls);
        notCovered = List.copyOf(notCovered);
    }
}
