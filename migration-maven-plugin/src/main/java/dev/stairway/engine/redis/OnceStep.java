package dev.stairway.engine.redis;

import dev.stairway.database.redis.RedisSession;
import dev.stairway.engine.StepOutcome;
import dev.stairway.script.redis.RedisScript;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A script that is called once, with the keys that it names. */
final class OnceStep implements Step {

    private final Client client;
    private final RedisLimits limits;
    private final RedisScript script;
    private final List<byte[]> keys;

    OnceStep(Client client, RedisLimits limits, RedisScript script, List<String> keys) {
        this.client = client;
        this.limits = limits;
        this.script = script;
        this.keys =
                keys.stream().map(key -> key.getBytes(StandardCharsets.UTF_8)).toList();
    }

    @Override
    public StepOutcome run(RedisSession session) {
        Calls calls = new Calls(client, session, script.header().timeout().orElse(limits.timeout()));
        LuaCall call = new LuaCall(script, Strictness.of(script.text(), client.topology()), calls);
        try {
            Node node = client.topology().ofAll(keys);
            call.load(node);
            call.run(node, keys);
            return StepOutcome.executed();
        } catch (ReplyException failure) {
            return Failures.of(failure, script, keys, state(failure));
        }
    }

    private static String state(ReplyException failure) {
        if (failure.command().isEmpty()) {
            return "Nothing was sent. Run again once it is repaired";
        }
        return switch (failure.kind()) {
            case LOST -> "Whether it ran is unknown; a script that bears to be run twice can simply be run again";
            case TIMEOUT, ERROR ->
                "What the script wrote before stays: Redis takes nothing back. Run again once it is repaired";
        };
    }

    @Override
    public long keys() {
        return keys.isEmpty() ? -1 : keys.size();
    }
}
