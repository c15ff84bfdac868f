package dev.stairway.lint.rules.redis;

import dev.stairway.finding.Severity;
import dev.stairway.lint.Facts;
import dev.stairway.lint.LintRule;
import dev.stairway.lint.Proof;
import dev.stairway.lint.RedisView;
import dev.stairway.lint.Remarks;
import dev.stairway.script.redis.call.RedisCall;
import java.util.HashSet;
import java.util.Set;

/** Work that must not be done twice, with nothing to tell that it is done. */
public final class NoMarker implements LintRule {

    private static final Facts FACTS = Facts.of("R12", "no-marker", Severity.WARNING)
            .about(Way.PRODUCTS)
            .catches("work that must not be done twice, with nothing that tells that it is done")
            .when(
                    "A file of commands outside MULTI, or a script that is called once, counts, appends, pushes or works a"
                            + " value out from itself, and looks at nothing first that would tell whether it is done already. The"
                            + " engine keeps the history of migrations itself, so none needs a version key of its own; scripts that"
                            + " get batches of keys are the matter of scan-not-idempotent.")
            .effect("When the server ends or the connection is cut before the answer comes, nobody can know whether the"
                    + " command ran: the next run sends it again, and the number or the list is wrong from then on.")
            .instead(
                    "A command that may be repeated, such as SET, HSET or SADD with the final value; or a Lua script that"
                            + " does it only when redis.call('SET', <key of a mark>, 1, 'NX') succeeds, in the same call")
            .see(
                    "https://redis.io/docs/latest/commands/set/",
                    "https://redis.io/docs/latest/develop/using-commands/transactions/")
            .provenBy(Proof.REPEAT_DIFFERS);

    @Override
    public Facts facts() {
        return FACTS;
    }

    @Override
    public void redis(RedisView script, Remarks remarks) {
        Way way = Way.up(script);
        if (way.batched() || way.source().sql().startsWith("#!")) {
            return;
        }
        boolean transaction = false;
        Set<String> fresh = new HashSet<>();
        Set<String> told = new HashSet<>();
        for (RedisCall call : way.calls()) {
            transaction = call.is("MULTI") || transaction && !call.is("EXEC", "DISCARD");
            if (call.is("DEL", "UNLINK")) {
                Keys.of(call).forEach(key -> fresh.add(key.resolved()));
            } else if (!transaction && changes(way, call, told) && harmful(way, call, fresh)) {
                remark(way, call, remarks);
            }
        }
    }

    /** Each key is looked at once for each command. */
    private static boolean changes(Way way, RedisCall call, Set<String> told) {
        return !call.arguments().isEmpty()
                && (Repeats.adds(call) || Repeats.worksOnItself(way, call))
                && told.add(call.command() + call.arguments().get(0).resolved());
    }

    private static boolean harmful(Way way, RedisCall call, Set<String> fresh) {
        return !looked(way, call)
                && !removed(way, call)
                && !fresh.contains(call.arguments().get(0).resolved())
                && !Repeats.guarded(way, call);
    }

    /** What the same file removes in the end is the same after a second time. */
    private static boolean removed(Way way, RedisCall call) {
        return way.with(call.arguments().get(0)).stream()
                .anyMatch(other -> other.is("DEL", "UNLINK") && way.place(other) > way.place(call));
    }

    /** Any question whose answer decides is taken for a look. */
    private static boolean looked(Way way, RedisCall call) {
        return way.asked(call).anyMatch(asked -> !asked.is("EXISTS", "TYPE"));
    }

    private static void remark(Way way, RedisCall call, Remarks remarks) {
        String key = call.arguments().get(0).text();
        way.remark(
                remarks,
                call,
                call.arguments().get(0),
                call.command() + " changes " + key
                        + " each time it is sent, and nothing tells whether it was sent already",
                FACTS.instead());
    }
}
