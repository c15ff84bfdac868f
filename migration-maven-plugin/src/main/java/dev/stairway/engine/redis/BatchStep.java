package dev.stairway.engine.redis;

import dev.stairway.database.redis.RedisSession;
import dev.stairway.engine.StepOutcome;
import dev.stairway.script.redis.RedisHeader;
import dev.stairway.script.redis.RedisScript;
import java.util.List;

/** A script that is called for batches of the keys that match its patterns. */
final class BatchStep implements Step {

    private final Client client;
    private final RedisLimits limits;
    private final RedisScript script;
    private final List<String> patterns;
    private final Progress progress;
    private long keys;
    private long doneBefore;

    BatchStep(Client client, RedisLimits limits, RedisScript script, List<String> patterns, Progress progress) {
        this.client = client;
        this.limits = limits;
        this.script = script;
        this.patterns = patterns;
        this.progress = progress;
    }

    @Override
    public StepOutcome run(RedisSession session) {
        RedisHeader header = script.header();
        Calls calls = new Calls(client, session, header.timeout().orElse(limits.timeout()));
        LuaCall call = new LuaCall(script, Strictness.of(script.text(), client.topology()), calls);
        int most = Math.min(header.batch(), client.mostKeys());
        BatchSize size = new BatchSize(most, client.maxBlock(header.maxBlock().orElse(limits.maxBlock())));
        Batches batches = new Batches(client.topology(), progress, size, client.mostLooked());
        doneBefore = progress.done();
        try {
            client.topology().nodes().forEach(call::load);
            for (String pattern : patterns) {
                batches.run(
                        pattern,
                        nanos -> calls.record("SCAN " + pattern, nanos),
                        (node, batch) -> apply(call, node, batch));
            }
            return StepOutcome.executed();
        } catch (ReplyException failure) {
            return Failures.of(failure, script, call.touched(), state(failure, batches.handedOver()));
        } catch (RuntimeException ended) {
            throw ended;
        } catch (Exception unexpected) {
            throw new IllegalStateException(unexpected);
        } finally {
            keys = batches.handedOver();
        }
    }

    private void apply(LuaCall call, Node node, List<byte[]> batch) {
        try {
            call.run(node, batch);
        } catch (ReplyException failure) {
            throw call.narrowed(node, batch, failure);
        }
        client.called();
    }

    private String state(ReplyException failure, long now) {
        String unknown = failure.kind() == ReplyException.Kind.LOST
                ? "; whether the last call (" + failure.command() + ") ran is unknown"
                : "";
        String earlier = doneBefore > 0 ? ", " + doneBefore + " of them by earlier runs" : "";
        return (doneBefore + now) + " keys are done" + earlier + unknown + ". Run again: it goes on behind them";
    }

    // https://redis.io/docs/latest/commands/scan/ says that an element may be returned several times.
    @Override
    public boolean mayRepeat() {
        return true;
    }

    @Override
    public long keys() {
        return keys;
    }
}
