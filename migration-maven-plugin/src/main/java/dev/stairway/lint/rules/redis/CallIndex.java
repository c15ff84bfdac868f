package dev.stairway.lint.rules.redis;

import dev.stairway.script.redis.call.RedisCall;
import dev.stairway.script.redis.call.RedisCall.Argument;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Calls of a script by their keys, so that a script of many calls is judged in a time that grows with their number. */
final class CallIndex {

    /** Remarks of one rule on one script; of what comes behind nobody would read more. */
    static final int MOST = 1_000;

    private final Map<String, List<RedisCall>> byKey = new HashMap<>();
    private final Map<RedisCall, Integer> places = new IdentityHashMap<>();
    private final Set<String> sent = new HashSet<>();
    private boolean takesAway;
    private int said;

    CallIndex(List<RedisCall> calls) {
        calls.forEach(this::add);
    }

    private void add(RedisCall call) {
        places.put(call, places.size());
        List<Argument> keys = Keys.of(call);
        for (Argument key : keys) {
            byKey.computeIfAbsent(key.resolved(), missing -> new ArrayList<>()).add(call);
            sent.add(call.command() + ' ' + key.resolved());
        }
        if (call.is("RENAME") && keys.size() > 1) {
            sent.add("onto " + keys.get(0).resolved() + ' ' + keys.get(1).resolved());
        }
        takesAway |= call.is("DEL", "UNLINK", "RENAME", "RENAMENX", "GETDEL")
                && !keys.isEmpty()
                && keys.get(0).handedOver();
    }

    List<RedisCall> with(Argument key) {
        return byKey.getOrDefault(key.resolved(), List.of());
    }

    boolean sends(Argument key, String... commands) {
        return Stream.of(commands).anyMatch(command -> sent.contains(command + ' ' + key.resolved()));
    }

    /** True when one key is renamed onto the other. */
    boolean renames(Argument from, Argument to) {
        return sent.contains("onto " + from.resolved() + ' ' + to.resolved());
    }

    int place(RedisCall call) {
        return places.get(call);
    }

    /** How often something has been said, with this time. */
    int oneMore() {
        return ++said;
    }

    /** True when a key that is handed over is removed or gets another name. */
    boolean takesAway() {
        return takesAway;
    }
}
