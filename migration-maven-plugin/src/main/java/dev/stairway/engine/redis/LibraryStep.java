package dev.stairway.engine.redis;

import dev.stairway.database.redis.RedisSession;
import dev.stairway.engine.StepOutcome;
import dev.stairway.script.redis.RedisScript;

/** A library of functions, which every server gets: https://redis.io/docs/latest/commands/function-load/ */
final class LibraryStep implements Step {

    private final Client client;
    private final RedisLimits limits;
    private final RedisScript script;

    LibraryStep(Client client, RedisLimits limits, RedisScript script) {
        this.client = client;
        this.limits = limits;
        this.script = script;
    }

    @Override
    public StepOutcome run(RedisSession session) {
        Calls calls = new Calls(client, session, limits.timeout());
        Command load = Command.named(
                "FUNCTION LOAD REPLACE " + script.name().file(), "FUNCTION", "LOAD", "REPLACE", script.text());
        try {
            client.topology().nodes().forEach(node -> calls.run(node, load, -1));
            return StepOutcome.executed();
        } catch (ReplyException failure) {
            return Failures.of(failure, script, "The functions are as they were. Run again once it is repaired");
        }
    }
}
