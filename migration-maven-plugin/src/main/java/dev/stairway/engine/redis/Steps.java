package dev.stairway.engine.redis;

import dev.stairway.engine.ChangelogSource;
import dev.stairway.script.redis.RedisFileName.Kind;
import dev.stairway.script.redis.RedisScript;
import java.util.List;

/** Decides how a migration is run. */
final class Steps {

    private final Client client;
    private final RedisLimits limits;
    private final ChangelogSource source;

    Steps(Client client, RedisLimits limits, ChangelogSource source) {
        this.client = client;
        this.limits = limits;
        this.source = source;
    }

    Step of(Unit unit, Direction direction, Progress progress) {
        if (unit.code().isPresent()) {
            return new JavaStep(
                    client, limits, unit.code().get(), direction, progress, source.parameters(), source.loader());
        }
        RedisScript script = (direction == Direction.UP ? unit.up() : unit.down()).orElseThrow();
        return script.empty() ? session -> dev.stairway.engine.StepOutcome.executed() : of(script, progress);
    }

    private Step of(RedisScript script, Progress progress) {
        if (script.name().kind() == Kind.REDIS) {
            return new CommandStep(client, limits, script, progress);
        }
        if (script.library()) {
            return new LibraryStep(client, limits, script);
        }
        KeyChoice choice = KeyChoice.of(script);
        List<String> patterns = choice.patterns();
        return patterns.isEmpty()
                ? new OnceStep(client, limits, script, choice.named())
                : new BatchStep(client, limits, script, patterns, progress);
    }
}
