package dev.stairway.lint.rules.redis;

import dev.stairway.finding.Severity;
import dev.stairway.lint.Facts;
import dev.stairway.lint.LintRule;
import dev.stairway.lint.RedisView;
import dev.stairway.lint.Remarks;
import dev.stairway.script.redis.call.RedisCall;
import dev.stairway.script.redis.call.RedisCall.Argument;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A small collection that becomes a large one in memory. */
public final class EncodingJump implements LintRule {

    private static final Facts FACTS = Facts.of("R19", "encoding-jump", Severity.INFO)
            .about(Way.PRODUCTS)
            .catches("a collection that outgrows its compact form")
            .when(
                    "A value of more than 64 bytes goes into a hash or sorted set, more than 128 elements are added at once, or"
                            + " one hash gets an element of every key that is handed over.")
            .effect(
                    "Redis keeps small collections as one block of memory. With the first element over the limit the whole of it"
                            + " is turned into a table, which takes several times the memory, and never goes back.")
            .instead(
                    "Keep large values in keys of their own, and split one large hash into many small ones by a part of the"
                            + " name; the limits are hash-max-listpack-entries, hash-max-listpack-value and their like")
            .see("https://redis.io/docs/latest/operate/oss_and_stack/management/optimization/memory-optimization/");

    private static final int LONGEST = 64;
    private static final int MOST = 128;
    private static final Set<String> COLLECTIONS = Set.of("HSET", "HMSET", "HSETNX", "ZADD", "SADD");
    private static final Set<String> HASHES = Set.of("HSET", "HMSET", "HSETNX");

    @Override
    public Facts facts() {
        return FACTS;
    }

    @Override
    public void redis(RedisView script, Remarks remarks) {
        Way way = Way.up(script);
        Set<String> told = new HashSet<>();
        for (RedisCall call : way.calls()) {
            String what =
                    COLLECTIONS.contains(call.command()) && call.arguments().size() > 2 ? what(way, call) : "";
            if (!what.isEmpty() && told.add(call.arguments().get(0).resolved())) {
                way.remark(remarks, call, call.arguments().get(0), what, FACTS.instead());
            }
        }
    }

    private static String what(Way way, RedisCall call) {
        String key = call.arguments().get(0).text();
        List<Argument> elements = call.arguments().subList(1, call.arguments().size());
        boolean set = call.is("SADD");
        if (!set
                && elements.stream()
                        .anyMatch(element -> element.literal() && element.text().length() > LONGEST)) {
            return "A value in " + key + " has more than " + LONGEST + " bytes, so all of it leaves its compact form";
        }
        if (elements.size() / (set ? 1 : 2) > MOST) {
            return key + " gets more than " + MOST + " elements at once, so it leaves its compact form";
        }
        boolean gathers = HASHES.contains(call.command())
                && way.batched()
                && call.arguments().get(0).literal()
                && elements.get(0).ofKeys();
        return gathers ? key + " gets an element of every key, so it leaves its compact form soon" : "";
    }
}
