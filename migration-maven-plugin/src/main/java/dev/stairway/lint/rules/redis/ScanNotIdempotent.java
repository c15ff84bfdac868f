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

/** A step that does harm when a key is handed over a second time. */
public final class ScanNotIdempotent implements LintRule {

    private static final Facts FACTS = Facts.of("R10", "scan-not-idempotent", Severity.ERROR)
            .about(Way.PRODUCTS)
            .catches("a batched script that does harm when it gets a key twice")
            .when("A script with '-- stairway: keys <pattern>' counts, appends or pushes (INCR, APPEND, LPUSH, ZINCRBY,"
                    + " HINCRBY, XADD *), writes a value worked out from the one that it replaces, renames without"
                    + " looking whether the key is still there, or gives keys names that the same pattern finds. Quiet where it looks at something that tells whether this"
                    + " key is done, and where the old key is gone afterwards.")
            .effect(
                    "SCAN may return a key more than once, a run that was killed goes on a little before the place where it"
                            + " stopped, and a batch that fails is called again key by key: such keys are counted or changed twice,"
                            + " and a name that is gone ends the batch with an error.")
            .instead(
                    "Ask before you write whether this key is done: HEXISTS of the new field, SADD into a set of keys that"
                            + " are done, a mark in the value; and EXISTS of the old name before RENAMENX")
            .see("https://redis.io/docs/latest/commands/scan/#scan-guarantees")
            .provenBy(Proof.REPEAT_DIFFERS, Proof.FAILS);

    @Override
    public Facts facts() {
        return FACTS;
    }

    @Override
    public void redis(RedisView script, Remarks remarks) {
        for (Way way : Way.both(script)) {
            if (way.batched()) {
                look(way, remarks);
            }
        }
    }

    private static void look(Way way, Remarks remarks) {
        Set<String> told = new HashSet<>();
        for (RedisCall call : way.calls()) {
            if (!call.arguments().isEmpty()
                    && told.add(call.command() + call.arguments().get(0).resolved())) {
                String harm = harm(way, call);
                if (!harm.isEmpty()) {
                    way.remark(remarks, call, call.arguments().get(0), harm, FACTS.instead());
                }
            }
        }
    }

    private static String harm(Way way, RedisCall call) {
        String key = call.arguments().get(0).text();
        if (call.is("RENAME")
                && !Found.again(way, call)
                && call.arguments().get(0).handedOver()
                && !call.caught()) {
            return way.asksFirst(call, call.arguments().get(0))
                    ? ""
                    : "RENAME fails when " + key + " is gone, which it is when it is handed over a second time";
        }
        if (Found.again(way, call)) {
            return call.arguments().get(1).text() + " fits the pattern of the header as well, so SCAN may hand it over,"
                    + " and it gets another name once more";
        }
        if (Repeats.guarded(way, call)) {
            return "";
        }
        if (Repeats.adds(call)) {
            return call.command() + " changes " + key + " once more when a key is handed over a second time";
        }
        return Repeats.worksOnItself(way, call)
                ? "The new value of " + key
                        + " is worked out from the old one, so a key that is handed over a second time"
                        + " is changed twice"
                : "";
    }
}
